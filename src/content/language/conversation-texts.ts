/** The texts of a conversation, in the order of its file. */
import type { ConversationHead } from '../schema/script-heads.js';
import type { ConsequenceNode, ConversationBody, OptionNode, SpokenNode, TurnNode } from '../script/ast.js';
import type { YamlFile } from '../source/yaml.js';
import { addOption, COURSE, NAME, spokenBy, type Ids } from './option-texts.js';
import { TextList, type SourceText } from './texts.js';

/** `*.gesprek.md` */
export function conversationTexts(
  { data, at }: YamlFile<ConversationHead>,
  body: ConversationBody,
  ids: Ids,
): SourceText[] {
  const list = new TextList();
  list.add('titel', data.titel, at(['titel']), { ...NAME, note: 'titel van het gesprek' });
  list.add('moment', data.moment, at(['moment']), { ...NAME, note: 'dag en tijd' });
  list.add('vraag', data.vraag, at(['vraag']), { voice: 'customer', note: 'KLANT, zijn vraag' });
  const behind = data['vraag-achter-de-vraag'];
  list.add('vraag-achter-de-vraag', behind, at(['vraag-achter-de-vraag']), {
    ...COURSE,
    note: 'nabespreking, vraag achter de vraag',
  });
  for (const [id, step] of Object.entries(data.stappen)) {
    const text = typeof step === 'string' ? step : step.doe;
    list.add(`stap.${id}`, text, at(['stappen', id]), { ...COURSE, note: `stap ${id}` });
  }
  for (const [id, text] of Object.entries(data.feiten ?? {}))
    list.add(`feit.${id}`, text, at(['feiten', id]), { ...COURSE, note: `feit ${id}` });
  for (const [index, text] of data['neem-mee'].entries()) {
    const place = at(['neem-mee', index]);
    list.add(`neem-mee.${index + 1}`, text, place, { ...COURSE, note: 'nabespreking, neem mee' });
  }
  addProps(list, { data, at });
  for (const { kind, target, reply } of body.desk) {
    if (!reply) continue;
    const note = `bureau, ${kind} ${target.value}`;
    list.add(`bureau.${kind}.${target.value}`, reply.text, reply.at, { ...COURSE, note });
  }
  for (const turn of body.turns) addTurn(list, turn, ids);
  for (const ending of body.endings) {
    const key = `einde.${ending.id}`;
    addConsequences(list, key, ending.consequences, `einde ${ending.id}`);
    addLines(list, key, ending.lines, `einde ${ending.id}`);
    const { verdict, later } = ending;
    const note = `einde ${ending.id}`;
    if (verdict)
      list.add(`${key}.oordeel`, verdict.text, verdict.at, { ...COURSE, note: `${note}, oordeel` });
    if (later) {
      list.add(`${key}.wanneer`, later.when, later.at, { ...NAME, note: `${note}, wanneer` });
      list.add(`${key}.later`, later.text, later.at, { ...COURSE, note: `${note}, later` });
    }
  }
  return list.texts;
}

/** `*.fragment.md`: what its turns say, keyed without the scripts that use it. Its title is for authors only. */
export function fragmentTexts(turns: readonly TurnNode[], ids: Ids): SourceText[] {
  const list = new TextList();
  for (const turn of turns) addTurn(list, turn, ids);
  return list.texts;
}

function addProps(list: TextList, { data, at }: Pick<YamlFile<ConversationHead>, 'data' | 'at'>): void {
  list.add('onderwerp', data.onderwerp, at(['onderwerp']), {
    voice: 'customer',
    note: 'onderwerp van de mail',
  });
  for (const [index, { alt, tekening }] of data.beelden.entries())
    list.add(`beeld.${index + 1}`, alt, at(['beelden', index, 'alt']), {
      ...COURSE,
      note: `beeld ${tekening}`,
    });
  for (const [index, { veld, waarde }] of data.melding?.velden.entries() ?? []) {
    const place = ['melding', 'velden', index];
    list.add(`melding.${index + 1}.veld`, veld, at([...place, 'veld']), { ...NAME, note: 'melding, vakje' });
    list.add(`melding.${index + 1}.waarde`, waarde, at([...place, 'waarde']), {
      ...NAME,
      note: `melding, ${veld}`,
    });
  }
}

function addTurn(list: TextList, turn: TurnNode, ids: Ids): void {
  const key = `beurt.${turn.id}`;
  const note = `beurt ${turn.id}`;
  const { contact, again } = turn;
  if (contact) {
    list.add(`${key}.contact`, contact.moment.text, contact.moment.at, { ...NAME, note: `CONTACT, ${note}` });
    if (contact.between)
      list.add(`${key}.intussen`, contact.between.text, contact.between.at, {
        ...COURSE,
        note: `INTUSSEN, ${note}`,
      });
  }
  addConsequences(list, key, turn.consequences, note);
  addLines(list, key, turn.lines, note);
  if (again) {
    addConsequences(list, `${key}.weer`, again.consequences, `${note}, bij terugkomen`);
    addLines(list, `${key}.weer`, again.lines, `${note}, bij terugkomen`);
  }
  const voice = isAmongColleagues(turn) ? 'course' : 'employee';
  if (turn.coach)
    list.add(`${key}.coach`, turn.coach.text, turn.coach.at, { ...COURSE, note: `COACH, ${note}` });
  for (const option of turn.options) addOption(list, option, ids, { note, voice, weaker: isWeak(option) });
  for (const slot of turn.slots) {
    const inSlot = `${note}, onderdeel ${slot.id}`;
    list.add(`${key}.onderdeel.${slot.id}`, slot.label, slot.at, { ...NAME, note: inSlot });
    for (const option of [...slot.blocks, ...(slot.empty ? [slot.empty] : [])])
      addOption(list, option, ids, { note: inSlot, voice, weaker: isWeak(option) });
  }
  if (turn.send) addOption(list, turn.send, ids, { note, voice, weaker: false });
}

/** Colleagues say `je` to each other. */
const isAmongColleagues = ({ lines }: TurnNode): boolean =>
  lines.some((line) => line.speaker === 'COLLEGA') && !lines.some((line) => line.speaker === 'KLANT');

function addConsequences(
  list: TextList,
  key: string,
  consequences: readonly ConsequenceNode[],
  where: string,
): void {
  for (const [index, { text }] of consequences.entries())
    list.add(`${key}.gevolg.${index + 1}`, text.text, text.at, { ...COURSE, note: `GEVOLG, ${where}` });
}

function addLines(list: TextList, key: string, lines: readonly SpokenNode[], where: string): void {
  for (const [index, { speaker, mood, text, at }] of lines.entries()) {
    const note = `${speaker}${mood === undefined ? '' : ` (${mood})`}, ${where}`;
    list.add(`${key}.${index + 1}`, text, at, { ...spokenBy(speaker), note });
  }
}

/** An option that costs the customer's trust or a competence; its author may let it sound like a counter of old. */
const isWeak = ({ effects, temptation }: OptionNode): boolean =>
  temptation !== undefined ||
  effects.some((effect) => effect.kind === 'amount' && effect.name !== 'minuten' && effect.value < 0);
