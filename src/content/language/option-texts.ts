/** What several kinds of unit share: who speaks a line, and the texts of an option. */
import type { IdNode, OptionNode, SpokenNode } from '../script/ast.js';
import type { TextList, Voice } from './texts.js';

export type Ids = ReadonlyMap<IdNode, string>;
/** Said to the learner; a title or label. */
export const COURSE = { voice: 'course' } as const;
export const NAME = { voice: 'name' } as const;

export const spokenBy = (speaker: SpokenNode['speaker']): { voice: Voice; bubble?: true } =>
  speaker === 'KLANT'
    ? { voice: 'customer', bubble: true }
    : { voice: speaker === 'JIJ' ? 'employee' : 'course' };

export interface OptionPlace {
  readonly note: string;
  readonly voice: Voice;
  readonly weaker: boolean;
}

/** An option with what is said of it. */
export function addOption(
  list: TextList,
  option: OptionNode,
  ids: Ids,
  { note, voice, weaker }: OptionPlace,
): void {
  const id = ids.get(option.id);
  if (id === undefined) return;
  const key = `keuze.${id}`;
  const where = `${note}, keuze ${id}`;
  list.add(key, option.text, option.at, { voice, note: `JIJ, ${where}`, ...(weaker ? { weaker } : {}) });
  const { feedback, coach, temptation, reply } = option;
  if (reply)
    list.add(`${key}.zegt`, reply.text, reply.at, {
      ...spokenBy('KLANT'),
      note: `KLANT, antwoord op ${where}`,
    });
  if (feedback)
    list.add(`${key}.feedback`, feedback.text, feedback.at, { ...COURSE, note: `FEEDBACK, ${where}` });
  if (coach) list.add(`${key}.coach`, coach.text, coach.at, { ...COURSE, note: `COACH, ${where}` });
  if (temptation)
    list.add(`${key}.verleiding`, temptation.text, temptation.at, {
      ...COURSE,
      note: `VERLEIDING, ${where}`,
    });
}
