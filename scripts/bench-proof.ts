/** What proofs ask: how control states, time and memory grow with the length of a script, and what all content takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../src/content/index.js';
import { prove } from '../src/content/proof/prove.js';
import { FACTS, largeScript } from '../test/engine/fixtures/large-script.js';
import { world } from '../test/engine/fixtures/world.js';
import type { Figure } from './figure.js';

const SIZES = [50, 200, 1000, 5000] as const;
/** A shortest script has room for few facts, so a turn of a long one may cost twice as much, however long: that is linear. Time may grow faster. */
const BUDGET = { statesPerTurn: 2, timePerTurn: 4 } as const;

export function proofFigures(modulesDir: string): readonly Figure[] {
  return [...growth(), ...content(modulesDir)];
}

function growth(): readonly Figure[] {
  // The first run pays for compiling the code.
  measure(SIZES[0]);
  const [small, ...larger] = SIZES.map(measure);
  if (!small) return [];
  return [small, ...larger].flatMap((run): Figure[] => {
    const of = `proof of ${run.turns} turns, ${FACTS} facts`;
    const isSmall = run === small;
    const ratio = (one: number, other: number, budget: number): Partial<Figure> & { value: number } => ({
      value: one / other,
      ...(!isSmall && { budget }),
    });
    return [
      { name: `${of}: control states`, value: run.states, unit: '' },
      { name: `${of}: states per turn`, value: run.states / run.turns, unit: '' },
      {
        name: `${of}: states per turn / 50 turns`,
        unit: 'x',
        ...ratio(run.states / run.turns, small.states / small.turns, BUDGET.statesPerTurn),
      },
      {
        name: `${of}: time per turn / 50 turns`,
        unit: 'x',
        ...ratio(run.ms / run.turns, small.ms / small.turns, BUDGET.timePerTurn),
      },
      { name: `${of}: time`, value: run.ms, unit: 'ms' },
      { name: `${of}: memory`, value: run.bytes / 1e6, unit: 'MB' },
    ];
  });
}

interface Run {
  readonly turns: number;
  readonly states: number;
  readonly ms: number;
  /** More heap in use right after than right before: at least what it needed at its end. */
  readonly bytes: number;
}

function measure(turns: number): Run {
  const script = largeScript(turns);
  const before = process.memoryUsage().heapUsed;
  const { value: ms, result } = spent(() => prove(script, world));
  const { proof, problems } = result;
  if (!proof || problems.length > 0)
    throw new Error(`The script of ${turns} turns is not sound: ${JSON.stringify(problems[0])}`);
  const bytes = Math.max(0, process.memoryUsage().heapUsed - before);
  return { turns, states: proof.states, ms, bytes };
}

/** All modules, twice: nothing kept, and every proof kept; and of that proving alone. The design asks for less than 2 s of it. */
function content(modulesDir: string): readonly Figure[] {
  const work = mkdtempSync(join(tmpdir(), 'zeventerpen-proofs-'));
  const check = (cache: string | null): Figure => {
    const { value } = spent(() => loadContent(modulesDir, [], { cache }));
    const name = `all content: checked and proved, ${cache ? 'proofs kept' : 'nothing kept'}`;
    return { name, value, unit: 'ms' };
  };
  const proved = (): readonly Figure[] => {
    const { playables } = loadContent(modulesDir, [], { cache: work });
    const { value, result } = spent(() =>
      playables.map(({ unit, world }) => prove(unit, world).proof?.states),
    );
    const states = result.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    return [
      { name: `all content: proved, ${playables.length} simulations`, value, unit: 'ms' },
      { name: 'all content: control states', value: states, unit: '' },
    ];
  };
  try {
    check(work);
    return [...proved(), check(null), check(work)];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Milliseconds of computing, so that another process does not count. */
function spent<T>(work: () => T): { readonly value: number; readonly result: T } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { value: (user + system) / 1000, result };
}
