import type { Conversation } from '../../content/module.js';
import { RefusedAction } from '../action.js';
import type { Reducer } from '../reducer.js';
import type { ConversationState } from './state.js';
export const conversation: Reducer<Conversation, ConversationState> = {
  start: (unit) => ({
    draw: '',
    turn: unit.turns[0]?.id ?? null,
    ending: null,
    log: [],
    facts: [],
    steps: [],
    opened: [],
    klanttevredenheid: unit.startSatisfaction,
    minutes: 0,
    waitDays: 0,
    backofficeCost: 0,
    decisions: [],
    coached: [],
  }),
  apply: () => {
    throw new RefusedAction('not yet');
  },
  isFinished: (_unit, state) => state.ending !== null,
  score: () => null,
  evidence: () => ({}),
};
