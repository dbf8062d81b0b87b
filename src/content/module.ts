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
import type { Conversation, Line } from './conversation.js';
import type { Code, UnitBase } from './unit.js';
import type { ChannelId, CompetenceId, Language } from './vocabulary.js';

export type * from './conversation.js';
export type { Code } from './unit.js';

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

export type Unit = Lesson | Conversation | FindMistake | Quiz | Test;
export type UnitKind = Unit['kind'];

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
