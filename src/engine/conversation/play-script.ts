/** Plays a conversation by what its author wrote: script ids and desk actions (`zaak Z-2041, a1, c1`), as in `# Proeven`. */
import type { ChoiceTurn, Code, Ending, Turn, World } from '../../content/module.js';
import { type Action, RefusedAction } from '../action.js';
import { slotOptions } from './compose.js';
import { deskActions, deskKeyOf, uncertain } from './desk.js';
import { type RawOutcomes, rawOutcomes } from './outcomes.js';
import { optionsNow, startConversation, step, turnNow } from './reduce.js';
import type { Script } from './rules.js';
import { competencesOf } from './score.js';
import type { ConversationState } from './state.js';

/** Behind a call: nobody answers. Without it the author counts on a colleague who does. */
const UNANSWERED = /\s*\(geen gehoor\)$/;
/** Sends a compose turn, as does the id in braces behind it; may be left out before an option and at the end. */
const SEND = 'verstuur';

interface Reached {
  readonly state: ConversationState;
  /** The actions played, in codes. */
  readonly actions: readonly Action[];
  /** Codes of the blocks chosen in a compose turn that is not sent yet, two characters each. */
  readonly pending: string;
}

/** What a route has come to, ended or not. */
interface Measured {
  readonly outcomes: RawOutcomes;
  /** Per competence met: got, max and share (0..1) on this route, as in a run without the coach. */
  readonly competences: ReturnType<typeof competencesOf>;
}

export interface PlayedScript extends Reached, Measured {
  readonly ok: true;
  /** Null when the tokens stop before an ending. */
  readonly ending: Ending | null;
}

export interface RefusedScript extends Reached, Measured {
  readonly ok: false;
  /** Index of the token that cannot be played; the number of tokens when the last compose turn cannot be sent. */
  readonly at: number;
  readonly token: string;
  /** Turn in which it stopped; null: the conversation was over. */
  readonly turn: string | null;
  /**
   * `over`: already ended; `not-here`: not in this turn; `not-offered`: its condition fails; `taken`: a topic that was dealt
   * with; `unfilled`: cannot be sent so; `dead-end`: no way leads on after this choice.
   */
  readonly why: 'over' | 'not-here' | 'not-offered' | 'taken' | 'unfilled' | 'dead-end';
}

/** Plays the tokens from the start; a compose turn takes the ids of its blocks one by one, `leeg` included. Never throws. */
export function playScript(
  script: Script,
  world: World,
  tokens: readonly string[],
): PlayedScript | RefusedScript {
  let now: Playing = {
    script,
    world,
    state: startConversation(script, world, drawOfTokens(script, tokens), unanswered(tokens)),
    actions: [],
    pending: '',
  };
  for (const [at, token] of [...tokens, SEND].entries()) {
    // The last one only sends what is still open.
    if (at === tokens.length && now.pending === '') break;
    const next = playToken(now, token.trim());
    if (next === null) return refused(now, at, token);
    now = next;
  }
  const { state, actions, pending } = now;
  const ending = script.endings.find(({ id }) => id === state.ending) ?? null;
  return { ok: true, state, actions, pending, ending, ...measured(now) };
}

const measured = ({ script, world, state }: Playing): Measured => ({
  outcomes: rawOutcomes(script, world, state, state.ending),
  competences: competencesOf(state, 'again'),
});

interface Playing extends Reached {
  readonly script: Script;
  readonly world: World;
}

function playToken(now: Playing, token: string): Playing | null {
  const turn = turnNow(now.script, now.state);
  if (!turn) return null;
  const desk = deskCode(now, token);
  if (desk !== undefined) return acted(now, { code: desk });
  if (turn.kind === 'choice') {
    const option = turn.options.find(({ id }) => id === token);
    return option ? acted(now, { code: option.code }) : null;
  }
  const block = turn.slots.flatMap(slotOptions).find(({ id }) => id === token);
  if (block) return { ...now, pending: now.pending + block.code };
  const sent = acted({ ...now, pending: '' }, { code: turn.send.code, response: now.pending });
  if (!sent || isSend(turn, token)) return sent;
  return now.pending === '' ? null : playToken(sent, token);
}

const isSend = (turn: Turn, token: string) =>
  turn.kind === 'compose' && (token === SEND || token === turn.send.id);

function acted(now: Playing, action: Action): Playing | null {
  try {
    const state = step(now.script, now.world, now.state, action);
    return { ...now, state, actions: [...now.actions, action] };
  } catch (error) {
    if (error instanceof RefusedAction) return null;
    throw error;
  }
}

function deskCode({ script, world, state }: Playing, token: string): Code | undefined {
  const key = deskKeyOf(token.replace(UNANSWERED, ''));
  return deskActions(script, world, state).find((action) => action.key === key)?.code;
}

function drawOfTokens(script: Script, tokens: readonly string[]): string {
  const failing = unanswered(tokens);
  return uncertain(script)
    .map(({ key }) => (failing.includes(key) ? '0' : '1'))
    .join('');
}

/** Keys of the calls that the author says nobody answers. */
function unanswered(tokens: readonly string[]): readonly string[] {
  return tokens
    .filter((token) => UNANSWERED.test(token))
    .flatMap((token) => deskKeyOf(token.replace(UNANSWERED, '')) ?? []);
}

function refused(now: Playing, at: number, token: string): RefusedScript {
  const { script, state, actions, pending } = now;
  const turn = turnNow(script, state);
  const why = !turn ? 'over' : turn.kind === 'compose' ? 'unfilled' : whyNot(turn, state, token.trim());
  return { ok: false, at, token, turn: state.turn, why, state, actions, pending, ...measured(now) };
}

function whyNot(turn: ChoiceTurn, state: ConversationState, token: string): RefusedScript['why'] {
  const option = turn.options.find(({ id }) => id === token);
  if (!option) return 'not-here';
  if (state.topics.includes(option.code)) return 'taken';
  const now = optionsNow(turn, state).find((each) => each.option === option);
  return now?.offered ? 'dead-end' : 'not-offered';
}
