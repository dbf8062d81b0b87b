/**
 * The compiled module: what the build puts into `module.json` and what engine, player and tracking read.
 * Types only. Leaves come from the schemas; the rest is what the script parser makes.
 */
import type {
  BackofficeDesk,
  CaseFile,
  ChannelInfo,
  ConversationRule,
  ArticleHead,
  Customer,
  Municipality,
  Norms,
} from './schema/municipality.js';
import type { Term } from './schema/glossary.js';
import type { Item } from './schema/items.js';
import type {
  ChannelId,
  CompetenceId,
  ComposeForm,
  DeskKind,
  DrawingId,
  EndingQuality,
  Language,
  OutcomeId,
  Speaker,
  TestedOutcome,
} from './vocabulary.js';

/** Permanent code, two characters [0-9a-z], unique in its module and never given out again. */
export type Code = string;

export interface Module {
  readonly schemaVersion: 1;
  readonly id: string;
  /** Hash of everything below: a journal made with another one is replayed as far as its codes hold. */
  readonly contentVersion: string;
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly audience: string;
  readonly position: number;
  readonly passMark?: number;
  readonly units: readonly Unit[];
  /** Of a part that is a package by itself: the module it comes from. */
  readonly partOf?: string;
  /** Absent: the module is one package. */
  readonly packages?: readonly PackagePart[];
  readonly rules: readonly ConversationRule[];
  /** Words of the trade that this module uses. */
  readonly terms: readonly Term[];
  readonly world: World;
}

/** Some units of a module, uploaded by themselves. */
export interface PackagePart {
  /** Ending of the package's name. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly passMark?: number;
  /** Ids of units. */
  readonly units: readonly string[];
}

/** The part of the municipality that this module uses. */
export interface World {
  readonly name: string;
  readonly competences: Municipality['competenties'];
  readonly outcomes: Municipality['uitkomsten'];
  readonly norms: Norms;
  readonly channels: readonly ChannelInfo[];
  readonly desks: readonly BackofficeDesk[];
  readonly customers: readonly Customer[];
  readonly cases: readonly CaseFile[];
  readonly articles: readonly Article[];
  /** Code of every desk action that this module's desk offers, keyed `kind:target` (`artikel:rijbewijs`). */
  readonly deskCodes: Readonly<Record<string, Code>>;
}

export interface Article extends Omit<ArticleHead, 'te-controleren'> {
  readonly id: string;
  /** What to tell the customer. */
  readonly answer: RichText;
  readonly procedure: RichText;
  readonly ahead: RichText;
}

/** Text as blocks of runs; no HTML anywhere, so escaping is by construction. */
export type RichText = readonly Block[];
export type Block =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] };
export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly em?: true;
}

interface UnitBase {
  readonly id: string;
  readonly code: Code;
  readonly title: string;
  readonly card: string;
  readonly minutes: number;
  readonly weight: number;
  readonly required: boolean;
}

export type Unit = Lesson | Conversation | FindMistake | Quiz | Test;
export type UnitKind = Unit['kind'];

// ---------------------------------------------------------------- conversation

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

// ---------------------------------------------------------------- lesson

export interface Lesson extends UnitBase {
  readonly kind: 'lesson';
  readonly pages: readonly LessonPage[];
}
export interface LessonPage {
  readonly code: Code;
  readonly title: string;
  readonly blocks: readonly LessonBlock[];
}
export type LessonBlock =
  | { readonly kind: 'text'; readonly text: RichText }
  | {
      readonly kind: 'question';
      readonly code: Code;
      readonly question: string;
      readonly options: readonly LessonOption[];
    }
  /** Things to open one by one; the page is done when all were seen. `spot` names a place of the desk to point at. */
  | {
      readonly kind: 'spots';
      readonly layout: 'desk' | 'timeline' | 'cards';
      readonly spots: readonly Spot[];
    };
export interface LessonOption {
  readonly code: Code;
  readonly text: string;
  readonly good: boolean;
  readonly feedback: string;
}
export interface Spot {
  readonly code: Code;
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

// ---------------------------------------------------------------- find the mistake

export interface FindMistake extends UnitBase {
  readonly kind: 'find-mistake';
  readonly channel: ChannelId;
  readonly customer: string;
  readonly intro: string;
  readonly lines: readonly TranscriptLine[];
  readonly mistakes: readonly Mistake[];
}
/** Only the employee's lines (`JIJ`) carry a code: those can be marked. */
export interface TranscriptLine extends Line {
  readonly code?: Code;
  readonly id?: string;
  /** For a marked line that is no mistake: why it is fine. */
  readonly fine?: string;
}
export interface Mistake {
  /** Code of the transcript line. */
  readonly line: Code;
  readonly competence: CompetenceId;
  readonly why: readonly MistakeOption[];
  readonly better: readonly MistakeOption[];
}
export interface MistakeOption {
  readonly code: Code;
  readonly text: string;
  readonly good: boolean;
  readonly feedback: string;
}

// ---------------------------------------------------------------- quiz

export interface Quiz extends UnitBase {
  readonly kind: 'quiz';
  readonly intro: string;
  readonly items: readonly QuizItem[];
}
export type QuizItem = Item & { readonly code: Code };

// ---------------------------------------------------------------- test

/** A knowledge test: each learner gets one of two equivalent forms, the other one at the other moment. */
export interface Test extends UnitBase {
  readonly kind: 'test';
  readonly intro: string;
  /** `baseline`: before the course, gives no answers away. `final`: after it, explains every item. */
  readonly moment: 'baseline' | 'final';
  /** Hands the answers in. */
  readonly handIn: Code;
  /** Both in the order of the blueprint: what stands at the same place is alike in competence, kind and level. */
  readonly forms: { readonly A: readonly QuizItem[]; readonly B: readonly QuizItem[] };
  /** Title of the module that practises a competence. */
  readonly practice: Readonly<Partial<Record<CompetenceId, string>>>;
}
