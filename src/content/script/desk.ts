/** `# Bureau`: desk actions that teach, meet a step or cost something special. */
import type { Reporter } from '../finding.js';
import { cut, placeIn, placeOf, wholeLine, type Piece } from '../source/lines.js';
import { hint, quoteShort } from '../source/suggest.js';
import { DESK_KINDS, type DeskKind } from '../vocabulary.js';
import type { DeskNode, EffectNode, TextNode } from './ast.js';
import { readEffects } from './effects.js';
import type { Entry } from './entries.js';
import { readParts } from './parts.js';

export interface DeskTarget {
  readonly kind: DeskKind;
  readonly target: Piece;
  readonly rest: Piece;
}

/** `zaak Z-2101  ...`: kind, target and what follows; null after a finding. */
export function readDeskTarget(piece: Piece, report: Reporter): DeskTarget | null {
  const word = piece.text.split(/\s/, 1)[0] ?? '';
  const kind = DESK_KINDS.find((each) => each === word);
  if (!kind) {
    report(
      placeOf(piece),
      'onbekend',
      `${quoteShort(word)} is geen handeling op het bureau.${hint(word, DESK_KINDS)}`,
    );
    return null;
  }
  const after = cut(piece, word.length);
  const name = after.text.split(/\s/, 1)[0] ?? '';
  if (name === '') {
    report(placeOf(piece), 'opbouw', `Achter '${kind}' hoort een naam, zoals '${EXAMPLES[kind]}'.`);
    return null;
  }
  return { kind, target: cut(after, 0, name.length), rest: cut(after, name.length) };
}

const EXAMPLES: Readonly<Record<DeskKind, string>> = {
  klant: 'klant wierda',
  zaak: 'zaak Z-2101',
  artikel: 'artikel overlijden',
  bellen: 'bellen burgerzaken',
  kanaal: 'kanaal huisbezoek',
  notitie: 'notitie Z-2101',
};

/** Reads all desk lines. */
export function readDesk(entries: readonly Entry[], report: Reporter): DeskNode[] {
  return entries.flatMap((entry) => {
    const found = readDeskTarget(wholeLine(entry.line), report);
    if (!found) return [];
    const effects = readEffects(found.rest, report);
    const below = readBelow(entry, report);
    const all = [...effects, ...below.effects];
    checkChance(all, found, report);
    const target = { value: found.target.text, at: placeOf(found.target) };
    const reply = below.reply ? { reply: below.reply } : {};
    return [{ at: placeIn(entry.line), kind: found.kind, target, effects: all, ...reply }];
  });
}

function readBelow({ children }: Entry, report: Reporter): { effects: EffectNode[]; reply?: TextNode } {
  const { more, parts } = readParts(children, { labels: ['ZEGT'], rules: true, good: false }, report);
  const effects: EffectNode[] = [];
  let reply: TextNode | undefined;
  for (const line of more) effects.push(...readEffects(wholeLine(line), report));
  for (const part of parts) {
    if (part.kind === 'effects') effects.push(...part.effects);
    else if (part.kind === 'label') reply = part.text;
    else
      report(
        placeIn(part.at),
        'opbouw',
        'Bij een handeling op het bureau kunnen alleen effecten en ZEGT: staan.',
      );
  }
  return reply ? { effects, reply } : { effects };
}

function checkChance(effects: readonly EffectNode[], { kind }: DeskTarget, report: Reporter): void {
  for (const effect of effects) {
    if (effect.kind === 'chance' && kind !== 'bellen')
      report(effect.at, 'effect', "'neemt op' kan alleen bij 'bellen'.");
    if (effect.kind !== 'amount' || ['klanttevredenheid', 'minuten', 'wacht'].includes(effect.name)) continue;
    report(
      effect.at,
      'effect',
      `'${effect.name}' is een competentie; die telt bij een keuze en niet bij het bureau.`,
    );
  }
}
