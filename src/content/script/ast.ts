/** Scripts as written: what the parser saw, each part with its place. Nothing here is looked up yet. */
import type { Place } from '../finding.js';
import type {
  ChannelId,
  CompetenceId,
  ComposeForm,
  DeskKind,
  EndingQuality,
  Speaker,
  TestedOutcome,
} from '../vocabulary.js';

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
  /** `neemt op 40%`, `altijd` and `nooit`, 0..1; `second`: not the first time, always the second. */
  | { readonly kind: 'chance'; readonly value: number; readonly second?: true; readonly at: Place }
  /** `vervolg 1 contact`, only of a consequence at an ending */
  | { readonly kind: 'follow-ups'; readonly value: number; readonly at: Place };

export type ConditionNode = { readonly not: boolean; readonly at: Place } & (
  | { readonly kind: 'opened'; readonly desk: DeskKind; readonly target: Word }
  | { readonly kind: 'knows'; readonly fact: Word }
  | { readonly kind: 'step'; readonly step: Word }
  | { readonly kind: 'below'; readonly outcome: TestedOutcome; readonly value: number }
);

export interface RouteNode {
  readonly if: readonly ConditionNode[];
  readonly to: Word;
  /** `-> beurt`, `-> EINDE einde`, or out of a fragment: `-> UIT uitgang`. */
  readonly kind: 'turn' | 'ending' | 'exit';
}

/** `fragment nagaan`, with where each of its exits leads here: the first line of an exit whose conditions hold. */
export interface FragmentUseNode {
  readonly at: Place;
  readonly name: Word;
  readonly exits: readonly { readonly name: Word; readonly to: RouteNode }[];
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
  /** `REGEL: eerst-de-mens` */
  readonly rule?: TextNode;
  readonly good: boolean;
  /** `onderwerp`: can be taken once. */
  readonly topic?: Place;
  /** `ZEGT (opgelucht): tekst` */
  readonly reply?: TextNode & { readonly mood?: string };
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

/** `CONTACT (telefoon): vrijdag 27 november` */
export interface ContactNode {
  readonly at: Place;
  readonly channel: ChannelId;
  readonly moment: TextNode;
  readonly between?: TextNode;
  readonly effects: readonly EffectNode[];
}

/** `GEVOLG (niet stap notitie): tekst` */
export interface ConsequenceNode {
  readonly at: Place;
  readonly if: readonly ConditionNode[];
  readonly text: TextNode;
  readonly effects: readonly EffectNode[];
}

/** `herhaal max 2 -> beurt` or `onderwerpen -> beurt`, with what stands below it. */
export type AgainNode = {
  readonly at: Place;
  readonly to: RouteNode;
  readonly lines: readonly SpokenNode[];
  readonly consequences: readonly ConsequenceNode[];
} & ({ readonly kind: 'repeat'; readonly max: number } | { readonly kind: 'topics' });

export interface TurnNode {
  readonly at: Place;
  readonly id: string;
  readonly contact?: ContactNode;
  readonly consequences: readonly ConsequenceNode[];
  readonly again?: AgainNode;
  /** In place of options; gone once the fragment is woven in. */
  readonly fragment?: FragmentUseNode;
  /** `notitie` or `brief`: what is written here. */
  readonly form?: Word<ComposeForm>;
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
  readonly consequences: readonly ConsequenceNode[];
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

/** Every way out of a turn, its own sending on included. */
export const routesOf = (turn: TurnNode): RouteNode[] => [
  ...turn.options.flatMap((option) => option.routes),
  ...(turn.send?.routes ?? []),
  ...(turn.again ? [turn.again.to] : []),
  ...(turn.fragment?.exits.map(({ to }) => to) ?? []),
];

/** Every condition of a conversation's turns and endings, in the order of the script. */
export const conditionsOf = ({
  turns,
  endings,
}: Pick<ConversationBody, 'turns' | 'endings'>): ConditionNode[] => [
  ...turns.flatMap((turn) => [
    ...[...turn.consequences, ...(turn.again?.consequences ?? [])].flatMap((each) => each.if),
    ...optionsOf(turn).flatMap((option) => [
      ...option.offeredIf,
      ...[...option.conditional, ...option.routes].flatMap((each) => each.if),
    ]),
  ]),
  ...endings.flatMap((ending) => ending.consequences.flatMap((each) => each.if)),
];

/** Everything in a turn that has an id: options, or blocks, `leeg` and `verstuur`. */
export const optionsOf = (turn: TurnNode): OptionNode[] => [
  ...turn.options,
  ...turn.slots.flatMap((slot) => [...slot.blocks, ...(slot.empty ? [slot.empty] : [])]),
  ...(turn.send ? [turn.send] : []),
];
