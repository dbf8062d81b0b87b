/**
 * An attempt is a journal of actions; everything else is derived from it.
 * Per unit: the first scored run, the best, and the running one; older ones shrink to a count.
 */
import type { Code } from '../content/module.js';
import type { Action } from './action.js';

/** `scored`: the first whole run. `again`: a later whole run. `from-here`: starts in the middle, counts for nothing. */
export type RunMode = 'scored' | 'again' | 'from-here';

export interface Run {
  /** 1 = first run of this unit; also names the run in statement ids and seeds. */
  readonly number: number;
  readonly mode: RunMode;
  readonly actions: readonly Action[];
  /**
   * What may still change: the blocks picked for the letter that is being written, in slot order, or the answers of a test that
   * is not handed in. Actions that follow the others; they stand apart, as nothing that counts or names actions may notice
   * them. Never empty.
   */
  readonly draft?: readonly Action[];
  /** For `from-here`: how many of the actions were taken over from an earlier run. */
  readonly from?: number;
  /** For `from-here`: number of the run it was taken from; chance and order of options stay as they were there. */
  readonly of?: number;
}

export interface UnitJournal {
  /** The first scored run, once it has ended; also when it was stopped half-way (then it has no score). */
  readonly first?: Run;
  /** The best finished whole run. */
  readonly best?: Run;
  /** The latest run: going on, or finished and shown until the next one starts. Same number = same run as first or best. */
  readonly running?: Run;
  /** Runs started so far. */
  readonly runs: number;
}

export interface Journal {
  /** `Module.contentVersion` it was last written with. */
  readonly content: string;
  /** Random id of this attempt, 32 hex characters: seeds and statement ids hang on it. */
  readonly attempt: string;
  readonly units: Readonly<Record<Code, UnitJournal>>;
}

/** A text that is no journal, or not a whole one. Nothing of it was used. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

const FORMAT = '1';
const MODES = { s: 'scored', a: 'again', h: 'from-here' } as const;
const MODE_LETTERS = { scored: 's', again: 'a', 'from-here': 'h' } as const;
const ROLES = { f: 'first', b: 'best', r: 'running' } as const;
type RoleLetter = keyof typeof ROLES;

const HEADER = /^([0-9a-zA-Z._-]+);([0-9a-zA-Z-]+)$/;
const UNIT = /^([0-9a-z]{2})(\d{1,6})(?:=(.*))?$/;
const RUN = /^(f?b?r?)(\d{1,6})(?:([sa])|h(\d{1,6})\.(\d{1,6})):([^+]*)(?:\+(.+))?$/;
const ACTION = /([0-9a-z]{2}|[!~])(?:\(([0-9a-z.]*)\))?/y;

/**
 * The journal as one line of text: `1;content;attempt;unit;unit;...;check`, a unit as `code runs=run|run`, a run as its roles
 * (f, b, r), number, mode and action tokens, and a draft behind a plus. The check sum tells a text that an LMS cut off from a whole one.
 */
export function encodeJournal(journal: Journal): string {
  const units = Object.entries(journal.units).map(([code, unit]) => encodeUnit(code, unit));
  const body = [FORMAT, journal.content, journal.attempt, ...units].join(';');
  return `${body};${checkSum(body)}`;
}

/** Reads what `encodeJournal` wrote. Throws `JournalError` on anything else, also on a part of it. */
export function decodeJournal(text: string): Journal {
  const cut = text.lastIndexOf(';');
  const body = text.slice(0, Math.max(cut, 0));
  const [format, content = '', attempt = '', ...units] = body.split(';');
  if (format !== FORMAT) throw new JournalError(`not a journal of format ${FORMAT}`);
  if (text.slice(cut + 1) !== checkSum(body)) throw new JournalError('the journal is cut off or changed');
  if (!HEADER.test(`${content};${attempt}`))
    throw new JournalError('the journal has no content version and attempt');
  const decoded: Record<Code, UnitJournal> = {};
  for (const unit of units) {
    const [code, value] = decodeUnit(unit);
    if (decoded[code]) throw new JournalError(`unit ${code} occurs twice`);
    decoded[code] = value;
  }
  return { content, attempt, units: decoded };
}

/** A run's actions as tokens: a code of two characters (or `!`, `~`), with the response in brackets. */
export function encodeActions(actions: readonly Action[]): string {
  return actions
    .map(({ code, response }) => (response === undefined ? code : `${code}(${response})`))
    .join('');
}

/** Reads what `encodeActions` wrote. Throws `JournalError` on anything else. */
export function decodeActions(text: string): readonly Action[] {
  const actions: Action[] = [];
  ACTION.lastIndex = 0;
  while (ACTION.lastIndex < text.length) {
    const at = ACTION.lastIndex;
    const [, code, response] = ACTION.exec(text) ?? [];
    if (code === undefined) throw new JournalError(`no action at '${text.slice(at, at + 10)}'`);
    actions.push(response === undefined ? { code } : { code, response });
  }
  return actions;
}

/** A run that is first and best and latest at once is written once. */
function encodeUnit(code: Code, unit: UnitJournal): string {
  const runs = new Map<number, { roles: string; run: Run }>();
  for (const [letter, role] of Object.entries(ROLES)) {
    const run = unit[role];
    if (run) runs.set(run.number, { roles: (runs.get(run.number)?.roles ?? '') + letter, run });
  }
  const texts = [...runs.values()].map(({ roles, run }) => {
    const mode = run.mode === 'from-here' ? `h${run.from ?? 0}.${run.of ?? 1}` : MODE_LETTERS[run.mode];
    return `${roles}${run.number}${mode}:${encodeActions(run.actions)}${run.draft ? `+${encodeActions(run.draft)}` : ''}`;
  });
  return `${code}${unit.runs}${texts.length > 0 ? '=' : ''}${texts.join('|')}`;
}

function decodeUnit(text: string): [Code, UnitJournal] {
  const [, code, runs, rest] = UNIT.exec(text) ?? [];
  if (code === undefined) throw new JournalError(`no unit at '${text.slice(0, 10)}'`);
  const unit: { first?: Run; best?: Run; running?: Run; runs: number } = { runs: Number(runs) };
  for (const part of rest === undefined ? [] : rest.split('|')) {
    const { roles, run } = decodeRun(part);
    if (run.number < 1 || run.number > unit.runs)
      throw new JournalError(`unit ${code} has no run ${run.number}`);
    for (const role of roles) {
      if (unit[role]) throw new JournalError(`unit ${code} has its ${role} run twice`);
      unit[role] = run;
    }
  }
  return [code, unit];
}

function decodeRun(text: string): { roles: (typeof ROLES)[RoleLetter][]; run: Run } {
  const [, letters, number, whole, from, of, tokens = '', picks] = RUN.exec(text) ?? [];
  if (!letters) throw new JournalError(`no run at '${text.slice(0, 10)}'`);
  const actions = decodeActions(tokens);
  const draft = picks === undefined ? undefined : decodeActions(picks);
  const base = { number: Number(number), actions, ...(draft && { draft }) };
  const roles = Array.from(letters, (letter) => ROLES[letter as RoleLetter]);
  if (whole !== undefined) return { roles, run: { ...base, mode: MODES[whole as 's' | 'a'] } };
  if (Number(from) > actions.length)
    throw new JournalError(`run ${base.number} takes over more than it holds`);
  return { roles, run: { ...base, mode: 'from-here', from: Number(from), of: Number(of) } };
}

/** FNV-1a, 32 bits, base 36: enough against cutting and slips, no protection against intent. */
function checkSum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
