/** Scripts as written: what the parser saw, each part with its place. Nothing here is looked up yet. */
import type { Place } from '../finding.js';
import type { CompetenceId, DeskKind, EndingQuality, Speaker } from '../vocabulary.js';

export interface Word<T extends string = string> {
  readonly value: T;
  readonly at: Place;
}

/** An id in braces, or the spot where `--fix` writes one. */
export interface IdNode {
  readonly value: string | null;
  readonly at: Place;
  /** Offset in the file where ` {#id}` goes. */
  readonly insertAt: number;
}

export interface TextNode {
  readonly text: string;
  readonly at: Place;
}

export type EffectNode =
  | {
      readonly kind: 'amount';
      readonly name: 'klanttevredenheid' | 'minuten' | 'wacht' | CompetenceId;
      readonly value: number;
      readonly at: Place;
    }
  | { readonly kind: 'stap' | 'leert'; readonly name: string; readonly at: Place }
  /** `neemt op 40%`, 0..1 */
  | { readonly kind: 'chance'; readonly value: number; readonly at: Place };

export type ConditionNode = { readonly not: boolean; readonly at: Place } & (
  | { readonly kind: 'opened'; readonly desk: DeskKind; readonly target: Word }
  | { readonly kind: 'knows'; readonly fact: Word }
  | { readonly kind: 'step'; readonly step: Word }
  | { readonly kind: 'below'; readonly outcome: 'klanttevredenheid' | 'minuten'; readonly value: number }
);

export interface RouteNode {
  readonly if: readonly ConditionNode[];
  readonly to: Word;
  readonly ending: boolean;
}

export interface OptionNode {
  readonly at: Place;
  readonly id: IdNode;
  readonly text: string;
  readonly offeredIf: readonly ConditionNode[];
  readonly effects: readonly EffectNode[];
  readonly conditional: readonly {
    readonly if: readonly ConditionNode[];
    readonly effects: readonly EffectNode[];
  }[];
  readonly feedback?: TextNode;
  readonly coach?: TextNode;
  readonly temptation?: TextNode;
  readonly good: boolean;
  readonly routes: readonly RouteNode[];
}

export interface SpokenNode {
  readonly at: Place;
  readonly speaker: Speaker;
  readonly mood?: string;
  readonly text: string;
  /** Only in a transcript, where lines of `JIJ` have one. */
  readonly id?: IdNode;
  readonly fine?: TextNode;
}

export interface DeskNode {
  readonly at: Place;
  readonly kind: DeskKind;
  readonly target: Word;
  readonly effects: readonly EffectNode[];
  readonly reply?: TextNode;
}

export interface SlotNode {
  readonly at: Place;
  readonly id: string;
  readonly label: string;
  readonly blocks: readonly OptionNode[];
  readonly empty?: OptionNode;
}

export interface TurnNode {
  readonly at: Place;
  readonly id: string;
  readonly lines: readonly SpokenNode[];
  readonly coach?: TextNode;
  readonly options: readonly OptionNode[];
  readonly slots: readonly SlotNode[];
  readonly send?: OptionNode;
}

export interface EndingNode {
  readonly at: Place;
  readonly id: string;
  readonly quality: EndingQuality;
  readonly followUps?: number;
  readonly lines: readonly SpokenNode[];
  readonly verdict?: TextNode;
  readonly later?: TextNode & { readonly when: string };
}

export type TrialStep =
  | { readonly kind: 'id'; readonly id: string; readonly at: Place }
  | {
      readonly kind: 'desk';
      readonly desk: DeskKind;
      readonly target: string;
      readonly answered: boolean;
      readonly at: Place;
    };

export type Comparison = '<' | '<=' | '>' | '>=' | '=';
export interface TrialCondition {
  readonly at: Place;
  readonly text: string;
  readonly name: string;
  readonly comparison: Comparison;
  readonly value: number;
  /** `proces 5/5`: of how many steps. */
  readonly of?: number;
}
export interface TrialNode {
  readonly at: Place;
  readonly name: string;
  readonly steps: readonly TrialStep[];
  readonly ending: Word;
  readonly conditions: readonly TrialCondition[];
}

export interface StepNode {
  readonly id: string;
  readonly at: Place;
  readonly text: string;
  readonly onlyIf: readonly ConditionNode[];
  readonly after?: string;
}

export interface ConversationBody {
  readonly desk: readonly DeskNode[];
  readonly turns: readonly TurnNode[];
  readonly endings: readonly EndingNode[];
  readonly trials: readonly TrialNode[];
}

/** Everything in a turn that has an id: options, or blocks, `leeg` and `verstuur`. */
export const optionsOf = (turn: TurnNode): OptionNode[] => [
  ...turn.options,
  ...turn.slots.flatMap((slot) => [...slot.blocks, ...(slot.empty ? [slot.empty] : [])]),
  ...(turn.send ? [turn.send] : []),
];
