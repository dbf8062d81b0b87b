/** What a conversation looks like after a number of actions. Derived by replay; never stored. */
import type { Code, DeskAction, Effects, Line, Option } from '../../content/module.js';
import type { ChannelId, CompetenceId } from '../../content/vocabulary.js';

export interface ConversationState {
  /** Bits of chance, fixed at the start by the seed: one per desk action with a chance, '1' = answered. Key into `Proof.draws`. */
  readonly draw: string;
  /** Keys of the calls that the script does not list and that nobody answers in this run; fixed at the start by the seed. */
  readonly silent: readonly string[];
  /** Id of the running turn; null once an ending is reached. */
  readonly turn: string | null;
  readonly ending: string | null;
  /** Channel of the running contact: a conversation may be several contacts. */
  readonly channel: ChannelId;
  /** Day and time of the running contact, as the script says it. */
  readonly moment: string;
  /** Channels of all contacts so far, in order; the last one is running. */
  readonly contacts: readonly ChannelId[];
  readonly log: readonly LogEntry[];
  readonly facts: readonly string[];
  /** Steps done, in order. */
  readonly steps: readonly string[];
  /** Keys (`klant:wierda`) of the desk actions done. */
  readonly opened: readonly string[];
  /** Keys of the calls that were tried once and that are answered the second time. */
  readonly tried: readonly string[];
  /** How often a turn was come to; only turns to which the conversation may come back, and no further than matters. */
  readonly visits: Readonly<Record<string, number>>;
  /** Codes of the topics taken. */
  readonly topics: readonly Code[];
  /** 0..10 */
  readonly klanttevredenheid: number;
  readonly minutes: number;
  readonly waitDays: number;
  /** Euro beside the employee's minutes and the first contact's channel: back-office minutes, channels of later contacts. */
  readonly otherCost: number;
  /** Extra contacts that consequences caused, beside those of the ending. */
  readonly followUps: number;
  readonly decisions: readonly Decision[];
  /** Turns at which the coach was asked. */
  readonly coached: readonly string[];
  /** What is picked for the letter of this compose turn, not sent yet: slot id -> code of the block. Empty in other turns. */
  readonly draft: Readonly<Record<string, Code>>;
}

/** What one action changed, for chips, announcer and xAPI. Only what changed is there. */
export interface Change {
  readonly klanttevredenheid?: number;
  readonly minutes?: number;
  readonly waitDays?: number;
  /** Euro. */
  readonly kosten?: number;
  /** Steps newly done. */
  readonly steps?: readonly string[];
  /** Facts newly learnt. */
  readonly facts?: readonly string[];
  /** Extra contacts caused. */
  readonly followUps?: number;
}

export type LogEntry =
  | { readonly kind: 'line'; readonly turn: string; readonly line: Line }
  /** A later contact begins: the divide between two contacts. */
  | {
      readonly kind: 'contact';
      readonly turn: string;
      readonly channel: ChannelId;
      readonly moment: string;
      /** What happened in between. */
      readonly between?: string;
      readonly change: Change;
    }
  /** Something done or left undone earlier tells now. `turn` may be an ending: then it is what came of it later. */
  | { readonly kind: 'consequence'; readonly turn: string; readonly text: string; readonly change: Change }
  | { readonly kind: 'said'; readonly turn: string; readonly text: string; readonly change: Change }
  | {
      readonly kind: 'sent';
      readonly turn: string;
      readonly parts: readonly { readonly label: string; readonly text: string }[];
      readonly change: Change;
    }
  | {
      readonly kind: 'desk';
      readonly turn: string;
      readonly key: string;
      /** Was the phone answered? True for all that is not a call. */
      readonly answered: boolean;
      /** What the script says is seen or heard; absent: the world's default answer. */
      readonly reply?: string;
      readonly change: Change;
    }
  | { readonly kind: 'coach'; readonly turn: string; readonly text: string };

/** One decision: an option chosen, or a slot filled. */
export interface Decision {
  readonly turn: string;
  readonly slot?: string;
  readonly chosen: Option;
  /** All options written there, and whether each was offered. */
  readonly options: readonly { readonly option: Option; readonly offered: boolean }[];
  /** Per competence: points got above the lowest, and what could be got. */
  readonly evidence: Readonly<Partial<Record<CompetenceId, { readonly got: number; readonly max: number }>>>;
  readonly change: Change;
  readonly coached: boolean;
}

/** An action of the desk as the learner may take it now. */
export interface OfferedDeskAction {
  readonly key: string;
  readonly code: Code;
  readonly done: boolean;
  /** What the script says of it, if it lists it. */
  readonly listed?: DeskAction;
  readonly effects: Effects;
}
