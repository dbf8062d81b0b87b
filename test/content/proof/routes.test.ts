/** The paths behind a proof: each reaches what it says, and none is better or worse. */
import { describe, expect, it } from 'vitest';
import { formatRoutes } from '../../../src/content/check/routes-text.js';
import { loadContent } from '../../../src/content/index.js';
import type { Conversation, World } from '../../../src/content/module.js';
import { prove } from '../../../src/content/proof/prove.js';
import { type Routes, routesOf, type Way } from '../../../src/content/proof/routes.js';
import { readPath, replay } from '../../../src/content/replay/replay.js';
import { type CompetenceId, OUTCOMES } from '../../../src/content/vocabulary.js';
import { playScript } from '../../../src/engine/conversation/play-script.js';
import { withProof } from '../../engine/fixtures/conversation.js';
import { randomScript } from '../../engine/fixtures/random-script.js';
import { world } from '../../engine/fixtures/world.js';
import { FIXTURES } from '../workshop.js';
import { walkAll } from './brute-force.js';

const SIZE = { turns: 3, options: 3, desk: 3, facts: 2, steps: 2 };

/** Random conversations that can be proved, and walked whole by playing. */
const cases = Array.from({ length: 160 }, (_, seed) => {
  const script = randomScript(seed, SIZE);
  const { proof } = prove(script, world);
  return proof ? { seed, unit: withProof(script, proof) } : null;
}).filter((each) => each !== null);

function play(unit: Conversation, around: World, way: Way) {
  const played = playScript(unit, around, way.path);
  expect(played.ok && played.ending?.id, way.path.join(', ')).toBe(way.ending);
  return played;
}

function measures(unit: Conversation, around: World, routes: Routes): void {
  for (const outcome of OUTCOMES) {
    for (const side of ['best', 'worst'] as const) {
      const way = routes.outcomes[outcome][side];
      expect(way.value).toBeCloseTo(unit.proof.draws[routes.draw]![side][outcome], 9);
      const raw = play(unit, around, way).outcomes[outcome];
      expect(typeof raw === 'number' ? raw : raw.value).toBeCloseTo(way.value, 9);
    }
  }
  for (const competence of unit.proof.competences) {
    const { best, worst } = routes.competences[competence]!;
    for (const way of [best, worst])
      expect(play(unit, around, way).competences[competence]?.share ?? 0).toBeCloseTo(way.value, 9);
  }
  play(unit, around, routes.best);
  if (routes.balanced) play(unit, around, routes.balanced);
}

describe('the paths of 100 random conversations', () => {
  it('are those of as many', () => expect(cases.length).toBeGreaterThan(100));

  it.each(cases.map((each) => [each.seed, each.unit] as const))('conversation %i', (_, unit) => {
    for (const routes of routesOf(unit, world)) {
      measures(unit, world, routes);
      const walked = walkAll(unit, world, routes.draw, 2000);
      if (!walked) continue;
      const reached = new Set(walked.ends.map(({ ending }) => ending));
      expect(routes.endings.filter(({ path }) => path).map(({ id }) => id)).toEqual(
        unit.endings.map(({ id }) => id).filter((id) => reached.has(id)),
      );
      const shares = (competence: CompetenceId, plain: boolean) =>
        walked.ends
          .filter((end) => !plain || end.plain)
          .map(({ competences }) => competences[competence]?.share ?? 0);
      for (const competence of unit.proof.competences) {
        const { best, worst } = routes.competences[competence]!;
        expect(best.value).toBeCloseTo(Math.max(...shares(competence, false)), 9);
        expect(worst.value).toBeCloseTo(Math.min(...shares(competence, true)), 9);
      }
    }
  });
});

describe('the paths of a real conversation, for its author', () => {
  const { modules, playables } = loadContent(FIXTURES, ['loket'], { cache: null });
  const [loket] = modules;
  const unit = loket?.units.find((each) => each.kind === 'conversation' && each.id === 'de-es');
  if (!loket || unit?.kind !== 'conversation') throw new Error('the fixtures do not compile');
  const text = formatRoutes({ module: 'loket', unit, routes: routesOf(unit, loket.world) });

  it('stand apart for each way that chance can fall, with every ending, outcome and competence', () => {
    expect(text).toMatch(/^loket\/de-es: \d+ toestanden, 2 eindes\n\nAls bellen vergunningen neemt op/);
    expect(text).toMatch(/\n\nAls bellen vergunningen geeft geen gehoor/);
    expect(text).toMatch(/Zo kom je bij elk einde:\n {2}rust \(goed\): .+\n {2}afwachten \(slecht\): /);
    expect(text).toMatch(/kosten:\n {2}best [\d,]+ euro, einde \S+: .+\n {2}slechtst [\d,]+ euro/);
    expect(text).toMatch(/Evenwichtige weg .+:\n {2}laagste \d+%, einde rust: /);
    for (const id of unit.proof.competences) expect(text).toContain(`\n${id}:\n  best `);
  });

  it('can be pasted behind --replay', () => {
    const playable = playables.find((each) => each.unit.id === unit.id)!;
    const paths = [...text.matchAll(/^ {2}(?:.+?, einde (\S+)|(\S+) \(\S+\)): (.+)$/gm)];
    expect(paths.length).toBeGreaterThan(20);
    for (const [, of, ending = of, path = ''] of paths) {
      const { ok, text: told } = replay(playable, readPath(path));
      expect(ok, path).toBe(true);
      expect(told).toContain(`EINDE ${ending} (`);
    }
  });
});
