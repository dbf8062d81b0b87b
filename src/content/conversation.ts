/** A compiled conversation: what the script parser makes, and what proof, engine and player read. Types only. */
import type { Code, UnitBase } from './unit.js';
import type {
  ChannelId,
  CompetenceId,
  ComposeForm,
  DeskKind,
  DrawingId,
  EndingQuality,
  OutcomeId,
  Speaker,
  TestedOutcome,
} from './vocabulary.js';

export interface Conversation extends UnitBase {
  readonly kind: 'conversation';
  readonly channel: ChannelId;
  readonly customer: string;
  readonly moment: string;
  /** What the customer asks, and what is behind it (shown in the debrief). */
  readonly question: string;
  readonly behindQuestion: string;
  /** True: the coach gives its line at every turn, unasked (practice call). */
  readonly coached: boolean;
  readonly goals: readonly string[];
  readonly startSatisfaction: number;
  readonly steps: readonly Step[];
  /** Label of each fact, for the debrief ('Je ontdekte: ...'). */
  readonly facts: Readonly<Record<string, string>>;
  /** Only the desk actions that the script lists; others cost the norms' minutes and do nothing. */
  readonly desk: readonly DeskAction[];
  /** Customers, cases and articles on this desk, beside those listed. */
  readonly turns: readonly Turn[];
  readonly endings: readonly Ending[];
  readonly takeaways: readonly string[];
  /** Subject of a mail or letter; absent: the question. */
  readonly subject?: string;
  readonly pictures?: readonly Picture[];
  readonly report?: Report;
  readonly proof: Proof;
}

/** A photo that the customer sends, or a thing that lies on the counter. */
export interface Picture {
  readonly drawing: DrawingId;
  readonly alt: string;
  /** Id of the turn whose lines it goes with. */
  readonly turn: string;
}

/** A report that fills itself: a field is empty until its fact is known. */
export interface Report {
  /** Writing the note into this case sends the report. */
  readonly caseId: string;
  readonly fields: readonly { readonly label: string; readonly value: string; readonly fact?: string }[];
}

export interface Step {
  readonly id: string;
  readonly text: string;
  /** The step applies only when these hold at the end. */
  readonly onlyIf: readonly Condition[];
  /** It counts only when done after that step. */
  readonly after?: string;
}

export interface DeskAction {
  /** Key in `World.deskCodes`: `klant:wierda`. */
  readonly key: string;
  readonly code: Code;
  readonly kind: DeskKind;
  readonly target: string;
  readonly effects: Effects;
  /** `neemt op 40%`: chance that the desk answers (0..1); 1 = always. Not answered: minutes only. */
  readonly chance: number;
  /** Nobody answers the first call; the second one is answered, always. */
  readonly secondCall?: true;
  /** What is seen or heard, in place of the default answer. */
  readonly reply?: string;
}

export interface Effects {
  readonly klanttevredenheid?: number;
  readonly minutes?: number;
  /** Working days the customer waits more. */
  readonly waitDays?: number;
  readonly competences?: Readonly<Partial<Record<CompetenceId, number>>>;
  readonly steps?: readonly string[];
  readonly facts?: readonly string[];
}

export type Condition = { readonly not?: true } & (
  | { readonly kind: 'opened'; readonly key: string }
  | { readonly kind: 'knows'; readonly fact: string }
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'below'; readonly outcome: TestedOutcome; readonly value: number }
);

export interface Line {
  readonly speaker: Speaker;
  /** Mood word as written; the player maps it to a face. */
  readonly mood?: string;
  readonly text: string;
}

/** A turn offers either options, or (an e-mail, a case note) slots to fill and one way to send. */
export type Turn = ChoiceTurn | ComposeTurn;
interface TurnBase {
  readonly id: string;
  readonly lines: readonly Line[];
  /** Who comes to this turn is in a new contact. */
  readonly contact?: Contact;
  /** What was done or left undone earlier and tells now, on coming here. */
  readonly consequences?: readonly Consequence[];
  /** Only where the conversation may come back; `lines`, `contact` and `consequences` above are for the first time. */
  readonly again?: Again;
}
/** A later contact of the same conversation: the desk and what is known go on, the channel and the day change. */
export interface Contact {
  readonly channel: ChannelId;
  readonly moment: string;
  /** What happened in between. */
  readonly between?: string;
  /** Working days that the customer waited for it. */
  readonly waitDays?: number;
}
/** Acts on coming to a turn or an ending, if its conditions hold by then. */
export interface Consequence {
  readonly if: readonly Condition[];
  /** What the learner sees of it. */
  readonly text: string;
  readonly effects: Effects;
  /** Extra contacts that it causes; only at an ending. */
  readonly followUps?: number;
}
/** Coming back to a turn: at most so often, or until every topic was taken. Then the conversation goes on at `to`. */
export type Again = {
  readonly to: string;
  /** Said on each return. */
  readonly lines: readonly Line[];
  readonly consequences?: readonly Consequence[];
} & ({ readonly kind: 'repeat'; readonly max: number } | { readonly kind: 'topics' });
export interface ChoiceTurn extends TurnBase {
  readonly kind: 'choice';
  readonly coach?: string;
  readonly options: readonly Option[];
}
export interface ComposeTurn extends TurnBase {
  readonly kind: 'compose';
  readonly coach?: string;
  /** What is written; absent: a message. */
  readonly form?: ComposeForm;
  readonly slots: readonly Slot[];
  readonly send: Send;
}

export interface Option {
  readonly code: Code;
  /** The author's id (`a1`), unique in its script. */
  readonly id: string;
  readonly text: string;
  readonly offeredIf: readonly Condition[];
  readonly effects: Effects;
  readonly conditional: readonly { readonly if: readonly Condition[]; readonly effects: Effects }[];
  readonly feedback: string;
  /** What the coach says right after this choice, in a coached conversation; absent: the feedback. */
  readonly coach?: string;
  /** Why a good colleague would pick this weaker one. */
  readonly temptation?: string;
  /** Id of the conversation rule that this choice keeps or breaks. */
  readonly rule?: string;
  /** What the customer says to it at once, before the next turn. */
  readonly reply?: Line;
  /** A topic of a turn with topics: can be taken once. */
  readonly topic?: true;
  /** First route whose conditions hold; the last one has none. Empty for a block of a slot. */
  readonly routes: readonly Route[];
}
export interface Route {
  readonly if: readonly Condition[];
  /** Id of a turn or an ending. */
  readonly to: string;
}
export interface Slot {
  readonly id: string;
  readonly label: string;
  readonly blocks: readonly Option[];
  /** What leaving it empty does; absent = must be filled. Its text is ''. */
  readonly empty?: Option;
}
export interface Send {
  readonly code: Code;
  /** The author's id, for `# Proeven`. */
  readonly id?: string;
  readonly effects: Effects;
  readonly routes: readonly Route[];
}

export interface Ending {
  readonly id: string;
  readonly quality: EndingQuality;
  readonly lines: readonly Line[];
  /** 'Three weeks later'. */
  readonly later: { readonly when: string; readonly text: string };
  readonly followUps: number;
  readonly consequences?: readonly Consequence[];
  /** One sentence for the debrief's head. */
  readonly verdict: string;
}

/** What the checker proved; nothing of it is written by hand. Keyed by draw: one bit per desk action with a chance, in script order. */
export interface Proof {
  readonly states: number;
  readonly draws: Readonly<Record<string, DrawProof>>;
  /** Competences that count in the unit's score. */
  readonly competences: readonly CompetenceId[];
}
export interface DrawProof {
  readonly best: Readonly<Record<OutcomeId, number>>;
  readonly worst: Readonly<Record<OutcomeId, number>>;
  /** Mean of the competences on the best single path (0..1): a unit score of 100. */
  readonly bestMean: number;
  /** That path: codes of desk actions and options in order; blocks of a compose turn one by one, then its send code. */
  readonly bestPath: readonly Code[];
}
