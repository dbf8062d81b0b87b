/** What the server tells the page of the preview, and what its two frames tell each other. Types only. */
import type { Finding } from '../content/finding.js';
import type { Code, Module } from '../content/module.js';
import type { EndingQuality } from '../content/vocabulary.js';
import type { Action } from '../engine/action.js';

/** One module as it stands now: `GET stand.json`. */
export interface Standing {
  /** Grows with every change of any module. */
  readonly version: number;
  /** Grows when the code of the page itself was built anew. */
  readonly build: number;
  readonly modules: readonly ModuleLine[];
  /** The module asked for, or the first; null when there is none. */
  readonly chosen: ChosenModule | null;
  /** Of this module and of what it shares with the others, errors first. */
  readonly findings: readonly ShownFinding[];
}

export interface ModuleLine {
  readonly id: string;
  readonly title: string;
  readonly errors: number;
}

export interface ChosenModule extends ModuleLine {
  /** As it was when it last had no error; null when it never was whole since the start. */
  readonly module: Module | null;
  readonly conversations: readonly ConversationView[];
}

export interface ShownFinding extends Pick<
  Finding,
  'line' | 'column' | 'severity' | 'code' | 'message' | 'path'
> {
  /** Below the modules folder. */
  readonly file: string;
  /** Page that says what to do. */
  readonly help: string;
}

/** A conversation as a drawing, and in words. */
export interface ConversationView {
  readonly unit: Code;
  readonly width: number;
  readonly height: number;
  readonly places: readonly PlaceView[];
  readonly arrows: readonly ArrowView[];
}

export interface PlaceView {
  /** The author's id of the turn or the ending. */
  readonly id: string;
  /** `Beurt 4: zitten`. */
  readonly name: string;
  /** Null: a turn. */
  readonly quality: EndingQuality | null;
  readonly said: readonly { readonly speaker: string; readonly text: string }[];
  readonly choices: readonly ChoiceView[];
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly lines: readonly string[];
  };
}

export interface ChoiceView {
  /** The author's id. */
  readonly id: string;
  readonly code: Code;
  readonly text: string;
  /** The part of a letter that it fills. */
  readonly part?: string;
  /** When it is offered, in words; empty: always. */
  readonly when: string;
  readonly effects: readonly string[];
  readonly competences: readonly string[];
  readonly routes: readonly { readonly clause: string; readonly to: string; readonly name: string }[];
}

export interface ArrowView {
  readonly from: string;
  readonly to: string;
  /** Path data of the line. */
  readonly line: string;
  readonly label: string;
  readonly labelWidth: number;
  readonly at: { readonly x: number; readonly y: number };
  readonly conditional: boolean;
}

/** How to come to a turn: `GET weg.json`. */
export interface Way {
  readonly turn: string;
  /** As an author writes it. */
  readonly tokens: readonly string[];
  readonly actions: readonly Action[];
}

/** Board -> stage. */
export type ToStage =
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'open'; readonly unit: Code }
  | { readonly kind: 'restart'; readonly unit: Code }
  | { readonly kind: 'from'; readonly unit: Code; readonly way: Way };

/** Stage -> board. */
export type ToBoard = { readonly kind: 'ready' } | ({ readonly kind: 'at' } & Whereabouts);

/** Where the author is in the module. */
export interface Whereabouts {
  /** Of the unit on the screen; null on the overview. */
  readonly unit: Code | null;
  /** The turn or ending that a conversation has come to. */
  readonly place: string | null;
  /** Turns and endings passed, in order. */
  readonly trail: readonly string[];
  /** Codes of what is offered now; null where that is no matter of conditions. */
  readonly offered: readonly Code[] | null;
  /** The turn it was in before the change, when what was played no longer leads there. */
  readonly lost?: string;
}
