/** The two forms of a test: the same number of items, and at the same place the same kind and level. */
import type { Banked } from '../../compile/bank.js';
import { SLOTS } from '../../schema/bank.js';
import { COMPETENCES, type CompetenceId } from '../../vocabulary.js';

const START = { line: 1, column: 1 };
const FORMS = ['A', 'B'] as const;

/** Reports every hole, every double place, and every pair of places that is not alike. */
export function checkBlueprint(items: readonly Banked[]): void {
  const [first] = items;
  if (!first) return;
  for (const competence of COMPETENCES) {
    const own = items.filter(({ item }) => item.competentie === competence);
    const report = own[0]?.report ?? first.report;
    if (own.length === 0) {
      report(START, 'blauwdruk', `De bank heeft geen vragen over '${competence}'.`);
      continue;
    }
    for (const each of own) checkPlace(each);
    for (let slot = 1; slot <= SLOTS; slot++) checkSlot(own, competence, slot);
  }
}

function checkPlace({ item, form, slot, at, report }: Banked): void {
  if (form === 'rest' && slot !== undefined)
    report(at('plek'), 'blauwdruk', `De vraag '${item.id}' hoort bij de rest en heeft dus geen plek.`);
  if (form !== 'rest' && slot === undefined)
    report(
      at('vorm'),
      'blauwdruk',
      `De vraag '${item.id}' zit in vorm ${form}: geef hem een plek van 1 tot en met ${SLOTS}.`,
    );
}

function checkSlot(own: readonly Banked[], competence: CompetenceId, slot: number): void {
  const [a, b] = FORMS.map((form) => own.filter((each) => each.form === form && each.slot === slot));
  for (const [index, found] of [a ?? [], b ?? []].entries()) {
    const form = FORMS[index] ?? 'A';
    const [first, second] = found;
    if (!first)
      own[0]?.report(
        START,
        'blauwdruk',
        `In vorm ${form} is plek ${slot} van '${competence}' leeg. Elke vorm heeft er ${SLOTS} per competentie.`,
      );
    if (second)
      second.report(
        second.at('plek'),
        'blauwdruk',
        `Plek ${slot} van vorm ${form} is al van '${first?.item.id ?? ''}'.`,
      );
  }
  const one = a?.[0];
  const other = b?.[0];
  if (!one || !other) return;
  for (const field of ['soort', 'niveau'] as const) {
    if (one.item[field] === other.item[field]) continue;
    other.report(
      other.at(field),
      'blauwdruk',
      `Plek ${slot} is in vorm A '${one.item[field]}' (${one.item.id}) en hier '${other.item[field]}'. Maak ze gelijk.`,
    );
  }
}
