/** The paths behind the figures of a proof: how each ending is reached, and what is best, worst and balanced. All can be replayed. */
import { rawOutcomes, type RawOutcomes, scaledOutcomes } from '../../engine/conversation/outcomes.js';
import { LEAST_DECISIONS } from '../../engine/conversation/score.js';
import type { Conversation, DrawProof, Ending, World } from '../module.js';
import {
  COMPETENCES,
  type CompetenceId,
  type EndingQuality,
  type OutcomeId,
  OUTCOMES,
} from '../vocabulary.js';
import { type Along, bestAlong, edgesOf } from './along.js';
import { type Edge, explore, type Node, pathTo } from './explore.js';
import { walk, withLateDesk } from './late-desk.js';
import { orderOf } from './order.js';
import type { Path } from './problem.js';
import { startTotals, sufficientPath, type Totals, totalsAlong } from './sufficient.js';

export interface Way {
  /** Of an outcome as the engine gives it (minutes, euro, 0..10, 0..1); of a competence, and of balance, a share (0..1). */
  readonly value: number;
  readonly path: Path;
  readonly ending: string;
}

export interface BestAndWorst {
  readonly best: Way;
  /** No pointless visits to the desk are in it. */
  readonly worst: Way;
}

/** Of one draw of chance. */
export interface Routes {
  /** One bit per uncertain call, '1' = answered. */
  readonly draw: string;
  readonly states: number;
  /** All endings, with a shortest path; null when chance keeps it out of reach. */
  readonly endings: readonly {
    readonly id: string;
    readonly quality: EndingQuality;
    readonly path: Path | null;
  }[];
  /** The best mean of competences: a score of 100. */
  readonly best: Way;
  /** All four outcomes sufficient, and the lowest of them as high as can be between worst and best; null when there is none. */
  readonly balanced: Way | null;
  readonly outcomes: Readonly<Record<OutcomeId, BestAndWorst>>;
  /** Those that count. */
  readonly competences: Readonly<Partial<Record<CompetenceId, BestAndWorst>>>;
}

/** One for each draw, those in which most is answered first. `unit` is one whose proof has been given. */
export function routesOf(unit: Conversation, world: World): readonly Routes[] {
  const draws = Object.entries(unit.proof.draws).sort(([one], [other]) => (one < other ? 1 : -1));
  return draws.flatMap(([draw, proof]) => {
    const { nodes } = explore(unit, world, draw);
    const ordered = orderOf(nodes);
    const [start] = nodes;
    return start && 'order' in ordered
      ? [new Drawn(unit, world, { draw, proof, start, order: ordered.order }).routes()]
      : [];
  });
}

interface Ordered {
  readonly draw: string;
  readonly proof: DrawProof;
  readonly start: Node;
  readonly order: readonly Node[];
}

/** What a path has come to in one competence. */
interface Shown {
  readonly max: number;
  readonly lost: number;
  /** Decisions that showed it, counted up to as many as are needed. */
  readonly met: number;
}

class Drawn {
  constructor(
    private readonly unit: Conversation,
    private readonly world: World,
    private readonly drawn: Ordered,
  ) {}

  routes(): Routes {
    const { unit, drawn } = this;
    const { competences } = unit.proof;
    return {
      draw: drawn.draw,
      states: drawn.order.length,
      endings: unit.endings.map((ending) => ({
        id: ending.id,
        quality: ending.quality,
        path: this.pathToEnding(ending),
      })),
      best: this.way(walk(drawn.start, drawn.proof.bestPath) ?? [], drawn.proof.bestMean),
      balanced: this.balanced(),
      outcomes: {
        klanttevredenheid: this.outcome('klanttevredenheid'),
        doorlooptijd: this.outcome('doorlooptijd'),
        kosten: this.outcome('kosten'),
        proces: this.outcome('proces'),
      },
      competences: Object.fromEntries(competences.map((id) => [id, this.competence(id)])),
    };
  }

  private pathToEnding(ending: Ending): Path | null {
    const ends = this.drawn.order.filter((node) => node.ending === ending).map(pathTo);
    return ends.reduce<Path | null>(
      (short, path) => (short && short.length <= path.length ? short : path),
      null,
    );
  }

  private balanced(): Way | null {
    const lowest = ({ node, value }: Along<Totals>): number => {
      const shares = scaledOutcomes(this.raw(node, value), this.drawn.proof);
      return Math.min(...OUTCOMES.map((outcome) => shares[outcome]));
    };
    const found = sufficientPath(this.unit, this.world, this.drawn.order, lowest);
    return found && this.wayOf(found, lowest(found));
  }

  private outcome(outcome: OutcomeId): BestAndWorst {
    const value = (along: Along<Totals>) => valueOf(this.raw(along.node, along.value), outcome);
    const rate = this.world.norms['tarief-per-minuut'];
    // More is better in satisfaction and process, less in time and cost.
    const good = outcome === 'klanttevredenheid' || outcome === 'proces' ? 1 : -1;
    const find = (sign: 1 | -1): Way => {
      const found = bestAlong(
        this.drawn.order,
        {
          start: startTotals(this.unit),
          step: (totals, edge) => (sign === good || edge.useful ? totalsAlong(totals, edge) : null),
          beats: (one, other) => isAhead(outcome, one, other) && sign * gapOf(outcome, one, other, rate) >= 0,
        },
        (along) => sign * value(along),
      );
      return this.wayOf(found, found ? value(found) : 0);
    };
    return good === 1 ? { best: find(1), worst: find(-1) } : { best: find(-1), worst: find(1) };
  }

  private competence(id: CompetenceId): BestAndWorst {
    const column = COMPETENCES.indexOf(id);
    const find = (sign: 1 | -1): Way => {
      const found = bestAlong<Shown>(
        this.drawn.order,
        {
          start: { max: 0, lost: 0, met: 0 },
          step: (shown, edge) => (sign === 1 || edge.useful ? shownAlong(shown, edge, column) : null),
          beats: (one, other) =>
            one.max === other.max && one.met === other.met && sign * (other.lost - one.lost) >= 0,
        },
        (along) => sign * shareOf(along.value),
      );
      return this.wayOf(found, found ? shareOf(found.value) : 0);
    };
    return { best: find(1), worst: find(-1) };
  }

  private raw(node: Node, totals: Totals): RawOutcomes {
    return rawOutcomes(this.unit, this.world, { ...node.situation, ...totals }, node.ending?.id ?? null);
  }

  private wayOf<T>(along: Along<T> | null, value: number): Way {
    const edges = along ? edgesOf(along) : [];
    return this.way(withLateDesk(this.unit, this.drawn.start, edges), value);
  }

  private way(edges: readonly Edge[], value: number): Way {
    const path = edges.map((edge) => edge.move.token);
    return { value, path, ending: edges.at(-1)?.to.ending?.id ?? '' };
  }
}

/** May one of them be the better one at all? Waiting days count by a table, so paths that waited as long are compared. */
const isAhead = (outcome: OutcomeId, one: Totals, other: Totals): boolean =>
  outcome !== 'doorlooptijd' || one.waitDays === other.waitDays;

function gapOf(outcome: OutcomeId, one: Totals, other: Totals, rate: number): number {
  switch (outcome) {
    case 'klanttevredenheid':
      return one.klanttevredenheid - other.klanttevredenheid;
    case 'doorlooptijd':
      return one.minutes - other.minutes;
    case 'kosten':
      return (one.minutes - other.minutes) * rate + one.otherCost - other.otherCost;
    case 'proces':
      return 0;
  }
}

function valueOf(raw: RawOutcomes, outcome: OutcomeId): number {
  const found = raw[outcome];
  return typeof found === 'number' ? found : found.value;
}

function shownAlong({ max, lost, met }: Shown, { move }: Edge, column: number): Shown {
  const points = move.max[column] ?? 0;
  return {
    max: max + points,
    lost: lost + (move.lost[column] ?? 0),
    met: Math.min(LEAST_DECISIONS, met + Math.sign(points)),
  };
}

const shareOf = ({ max, lost, met }: Shown): number =>
  met < LEAST_DECISIONS || max === 0 ? 0 : 1 - lost / max;
