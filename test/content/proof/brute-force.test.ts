import { describe, expect, it } from 'vitest';
import { prove } from '../../../src/content/proof/prove.js';
import { sufficientFor } from '../../../src/engine/conversation/outcomes.js';
import { competencesOf, meanOf } from '../../../src/engine/conversation/score.js';
import { startConversation, step, turnNow } from '../../../src/engine/conversation/reduce.js';
import type { Script } from '../../../src/engine/conversation/rules.js';
import type { Code } from '../../../src/content/module.js';
import { COMPETENCES } from '../../../src/content/vocabulary.js';
import { randomScript } from '../../engine/fixtures/random-script.js';
import { world } from '../../engine/fixtures/world.js';
import { draws, type End, walkAll, type Walked } from './brute-force.js';

const SIZE = { turns: 3, options: 3, desk: 3, facts: 2, steps: 2 };

/** The first 200 random conversations that end and can be walked whole. */
function walkable(): { seed: number; script: Script; walked: Map<string, Walked> }[] {
  const found: ReturnType<typeof walkable> = [];
  for (let seed = 0; found.length < 200 && seed < 2000; seed += 1) {
    const script = randomScript(seed, SIZE);
    const walked = new Map<string, Walked>();
    for (const draw of draws(script)) {
      const all = walkAll(script, world, draw, 3000);
      if (all) walked.set(draw, all);
    }
    if (walked.size === draws(script).length) found.push({ seed, script, walked });
  }
  return found;
}

const cases = walkable();
const numbers = (ends: readonly End[], of: (end: End) => number) => ends.map(of);

describe('the proof agrees with playing every way through 200 random conversations', () => {
  it('has as many as that', () => expect(cases).toHaveLength(200));

  it.each(cases.map((each) => [each.seed, each] as const))('conversation %i', (_, { script, walked }) => {
    const { proof, problems } = prove(script, world);
    const all = [...walked.values()];
    const kinds = (kind: string) => problems.flatMap((each) => (each.kind === kind ? [each] : []));
    const unreachable = script.turns.filter(({ id }) => !all.some(({ turns }) => turns.has(id)));
    expect(kinds('turn-unreachable')).toMatchObject(unreachable.map(({ id }) => ({ turn: id })));
    const silent = script.endings.filter(
      ({ id }) => !all.some(({ ends }) => ends.some((end) => end.ending === id)),
    );
    expect(kinds('ending-unreachable')).toMatchObject(silent.map(({ id }) => ({ ending: id })));
    if (!proof) {
      expect(kinds('dead-end').length).toBeGreaterThan(0);
      return;
    }
    expect(proof.competences).toEqual(counting(script, all));
    let stuck = false;
    for (const [draw, { ends }] of walked) {
      const drawn = proof.draws[draw]!;
      const plain = ends.filter((end) => end.plain);
      expect(drawn.best).toEqual({
        klanttevredenheid: Math.max(...numbers(ends, ({ outcomes }) => outcomes.klanttevredenheid)),
        doorlooptijd: Math.min(...numbers(ends, ({ outcomes }) => outcomes.doorlooptijd.value)),
        kosten: Math.min(...numbers(ends, ({ outcomes }) => outcomes.kosten.value)),
        proces: Math.max(...numbers(ends, ({ outcomes }) => outcomes.proces.value)),
      });
      expect(drawn.worst).toEqual({
        klanttevredenheid: Math.min(...numbers(plain, ({ outcomes }) => outcomes.klanttevredenheid)),
        doorlooptijd: Math.max(...numbers(plain, ({ outcomes }) => outcomes.doorlooptijd.value)),
        kosten: Math.max(...numbers(plain, ({ outcomes }) => outcomes.kosten.value)),
        proces: Math.min(...numbers(plain, ({ outcomes }) => outcomes.proces.value)),
      });
      const means = numbers(ends, ({ competences }) => meanOf(proof.competences, competences) ?? 0);
      expect(drawn.bestMean).toBeCloseTo(Math.max(...means), 9);
      expect(meanOfPath(script, draw, drawn.bestPath, proof.competences)).toBeCloseTo(drawn.bestMean, 9);
      stuck ||= !ends.some(isSufficient);
    }
    expect(kinds('not-sufficient').length > 0).toBe(stuck);
    for (const problem of kinds('option-never-offered')) {
      expect(all.some(({ offered }) => offered.has('option' in problem ? (problem.option ?? '') : ''))).toBe(
        false,
      );
    }
  });
});

function counting(script: Script, all: readonly Walked[]) {
  const isBad = (id: string) => script.endings.find((ending) => ending.id === id)?.quality === 'slecht';
  return COMPETENCES.filter((competence) =>
    all.every(({ ends }) => {
      const passed = ends.filter(({ ending }) => !isBad(ending));
      return (passed.length > 0 ? passed : ends).every(
        ({ competences }) => (competences[competence]?.decisions ?? 0) >= 2,
      );
    }),
  );
}

function isSufficient({ outcomes, contacts }: End): boolean {
  const { voldoende } = world.norms;
  const most = sufficientFor(world.norms, contacts);
  return (
    outcomes.klanttevredenheid >= voldoende.klanttevredenheid &&
    outcomes.proces.value >= voldoende.proces &&
    outcomes.doorlooptijd.minutes <= most.minutes &&
    outcomes.doorlooptijd.waitDays <= most.waitDays &&
    outcomes.kosten.value <= most.kosten
  );
}

/** Plays the codes of a best path: the blocks of a compose turn one by one, then its send code. */
function meanOfPath(
  script: Script,
  draw: string,
  path: readonly Code[],
  competences: Parameters<typeof meanOf>[0],
) {
  let state = startConversation(script, world, draw);
  let blocks = '';
  for (const code of path) {
    const turn = turnNow(script, state);
    const isBlock =
      turn?.kind === 'compose' && code !== turn.send.code && !Object.values(world.deskCodes).includes(code);
    if (isBlock) {
      blocks += code;
      continue;
    }
    const isSend = turn?.kind === 'compose' && code === turn.send.code;
    state = step(script, world, state, isSend ? { code, response: blocks } : { code });
    if (isSend) blocks = '';
  }
  expect(state.ending).not.toBeNull();
  return meanOf(competences, competencesOf(state, 'again')) ?? 0;
}
