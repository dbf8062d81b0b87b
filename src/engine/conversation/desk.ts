/** The desk is free: at any turn every record, article, phone, channel and note can be used; each costs and acts once. */
import type { Code, DeskAction, Effects, World } from '../../content/module.js';
import { DESK_KINDS, type DeskKind } from '../../content/vocabulary.js';
import { once } from '../../once.js';
import { RefusedAction } from '../action.js';
import { chance } from '../random.js';
import { type Script, type Situation, withEffects } from './rules.js';
import type { ConversationState, OfferedDeskAction } from './state.js';

/** All that the desk offers in this conversation, whether the script lists it or not, and whether it was done. */
export function deskActions(
  script: Script,
  world: World,
  state: ConversationState,
): readonly OfferedDeskAction[] {
  return deskKeys(script, world).map(([key, code]) => {
    const { listed, effects } = deskEffects(script, world, state.draw, key);
    return { key, code, done: state.opened.includes(key), effects, ...(listed && { listed }) };
  });
}

/** Key of the desk action with this code; undefined when the code is none of the desk's. */
export function deskKey(script: Script, world: World, code: Code): string | undefined {
  return keysOf(script)(world).get(code);
}

/** Asked at each action; no code is there twice. */
const keysOf = once((script: Script) =>
  once((world: World) => new Map(deskKeys(script, world).map(([key, code]): [Code, string] => [code, key]))),
);

/** `klant wierda` as a script writes it -> `klant:wierda`; undefined when it is no desk action. */
export function deskKeyOf(written: string): string | undefined {
  const [kind, target, ...rest] = written.trim().split(/\s+/);
  const known = DESK_KINDS.find((candidate) => candidate === kind);
  return known && target !== undefined && rest.length === 0 ? `${known}:${target}` : undefined;
}

function deskKeys(script: Script, world: World): readonly [string, Code][] {
  const listed = script.desk.map(({ key, code }): [string, Code] => [key, code]);
  const others = Object.entries(world.deskCodes).filter(
    ([key]) => !script.desk.some((action) => action.key === key),
  );
  return [...listed, ...others];
}

/** The draw of chance: one bit per listed action that may fail, in script order; '1' = answered. Key into `Proof.draws`. */
export function drawOf(script: Script, seed: string): string {
  return uncertain(script)
    .map((action) => (chance(`${seed}/${action.key}`) < action.chance ? '1' : '0'))
    .join('');
}

/** The calls that the script does not list and that nobody answers, as often as the norms say of each desk. */
export function silentCalls(script: Script, world: World, seed: string): readonly string[] {
  return world.desks
    .map((desk) => ({ key: `bellen:${desk.id}`, chance: desk['neemt-op'] }))
    .filter(({ key }) => !script.desk.some((action) => action.key === key))
    .filter((call) => chance(`${seed}/${call.key}`) >= call.chance)
    .map(({ key }) => key);
}

/** The listed actions that hang on chance, in the order of a draw's bits. */
export function uncertain(script: Script): readonly DeskAction[] {
  return script.desk.filter((action) => action.chance < 1);
}

export interface DeskEffects {
  readonly listed?: DeskAction;
  readonly answered: boolean;
  readonly effects: Effects;
  /** Euro of back-office minutes. */
  readonly cost: number;
}

/** What a desk action does in this run: a call may have to be tried twice, and an unlisted call can go unanswered too, which no draw of the proof knows of. */
export function deskEffectsIn(
  script: Script,
  world: World,
  { draw, silent, tried }: Pick<ConversationState, 'draw' | 'silent' | 'tried'>,
  key: string,
): DeskEffects {
  const done = deskEffects(script, world, draw, key);
  const isSilent = done.listed === undefined && silent.includes(key);
  if (isFirstCall(done.listed, tried)) return unanswered(done);
  return isSilent ? { ...done, answered: false, cost: 0 } : done;
}

/** The first of two calls, which nobody answers. */
export const isFirstCall = (listed: DeskAction | undefined, tried: Situation['tried']): boolean =>
  listed?.secondCall === true && !tried.includes(listed.key);

/** The same call when nobody answers: only its minutes. */
export const unanswered = ({ effects, ...done }: DeskEffects): DeskEffects => ({
  ...done,
  answered: false,
  effects: { minutes: effects.minutes ?? 0 },
  cost: 0,
});

/** What a desk action does in this draw. Not listed: the norms' minutes and nothing else. Not answered: only its minutes. */
export function deskEffects(script: Script, world: World, draw: string, key: string): DeskEffects {
  const listed = script.desk.find((action) => action.key === key);
  const [kind = '', target = ''] = key.split(/:(.*)/);
  if (!isDeskKind(kind)) throw new RefusedAction(`the desk knows no ${key}`);
  const minutes = listed?.effects.minutes ?? world.norms['minuten-bureau'][kind];
  const bit = uncertain(script).findIndex((action) => action.key === key);
  const answered = bit === -1 || draw[bit] === '1';
  const rate =
    kind === 'bellen' ? world.desks.find(({ id }) => id === target)?.['tarief-per-minuut'] : undefined;
  return {
    answered,
    effects: answered ? { ...listed?.effects, minutes } : { minutes },
    cost: answered ? minutes * (rate ?? 0) : 0,
    ...(listed && { listed }),
  };
}

/** The situation after a desk action; doing it again changes nothing. */
export function withDesk(
  situation: Situation,
  script: Script,
  key: string,
  { effects, cost, listed }: DeskEffects,
): Situation {
  if (situation.opened.includes(key)) return situation;
  const after = withEffects(situation, [effects], script.steps);
  // A first call may be made again: it is not done yet.
  if (isFirstCall(listed, situation.tried)) return { ...after, tried: [...after.tried, key] };
  return { ...after, opened: [...after.opened, key], otherCost: after.otherCost + cost };
}

const isDeskKind = (kind: string): kind is DeskKind => DESK_KINDS.some((known) => known === kind);
