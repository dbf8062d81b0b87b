import type { Code } from '../content/module.js';

/**
 * One thing the learner did, in permanent codes. What a code means depends on the unit's kind:
 * - conversation: an option; a desk action; the send code of a compose turn with the codes of its blocks
 *   (slot order, without separators; an empty slot may be left out) as response; before that, a block picked for its slot,
 *   which changes the draft and nothing else; `COACH` to ask the coach;
 * - lesson: a page left, a spot opened, an option chosen;
 * - find-mistake: a line marked, a reason, better words;
 * - quiz: an item, with the response: option letters (`b`, `acd`, ordering `cab`), ratings (`4132`), groups (`pqp`), a number
 *   (`12.5`);
 * - test: the same, any number of times, which changes the draft and nothing else; then the code that hands all in.
 */
export interface Action {
  readonly code: Code;
  readonly response?: string;
}

/** Reserved code: the learner asked the coach at this turn. */
export const COACH = '!';
/** Reserved code: the learner saw the debrief (or the results) of a finished run. */
export const SEEN = '~';

/** An action that is not possible now. Its message is for developers; the state it was tried on stands. */
export class RefusedAction extends Error {
  override readonly name = 'RefusedAction';
}
