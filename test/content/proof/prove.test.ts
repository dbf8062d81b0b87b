import { describe, expect, it } from 'vitest';
import { explore } from '../../../src/content/proof/explore.js';
import { LIMITS, type ProofProblem } from '../../../src/content/proof/problem.js';
import { prove } from '../../../src/content/proof/prove.js';
import type { Option, Turn } from '../../../src/content/module.js';
import { playScript } from '../../../src/engine/conversation/play-script.js';
import type { Script } from '../../../src/engine/conversation/rules.js';
import { compose, deskAction, ending, option, script, turn } from '../../engine/fixtures/conversation.js';
import { longScript } from '../../engine/fixtures/long-script.js';
import { randomScript } from '../../engine/fixtures/random-script.js';
import { world } from '../../engine/fixtures/world.js';

const points = (hostmanship: number, klanttevredenheid = hostmanship): Partial<Option> => ({
  effects: { klanttevredenheid, minutes: 1, competences: { hostmanship } },
  temptation: 'omdat',
});
const knows = (fact: string) => ({ kind: 'knows' as const, fact });

/** Three turns; the best answer of the second must be looked up. */
const sound = script(
  [
    turn('t', [option('a1', 'u', points(2)), option('a2', 'u', points(0))]),
    turn('u', [
      option('b1', 'v', { ...points(2), offeredIf: [knows('oproep')] }),
      option('b2', 'v', points(0)),
      option('b3', 'slecht', points(-2)),
    ]),
    turn('v', [option('c1', 'goed', points(2)), option('c2', 'matig', points(0))]),
  ],
  { desk: [deskAction('zaak:Z-2041', 'z1', { effects: { minutes: 1, facts: ['oproep'] } })] },
);

const problemsOf = <K extends ProofProblem['kind']>(unit: Script, kind: K) =>
  prove(unit, world).problems.filter(
    (problem): problem is ProofProblem & { kind: K } => problem.kind === kind,
  );

describe('the proof of a sound conversation', () => {
  const { proof, problems } = prove(sound, world);

  it('finds nothing wrong', () => expect(problems).toEqual([]));

  it('knows what is best and what is worst', () => {
    expect(proof?.draws['']).toMatchObject({
      best: { klanttevredenheid: 10, doorlooptijd: 2, kosten: 7.6, proces: 1 },
      worst: { klanttevredenheid: 3, doorlooptijd: 4, kosten: 3 * 1.2 + 4 + 24, proces: 1 },
      bestMean: 1,
    });
    expect(proof?.competences).toEqual(['hostmanship']);
  });

  it('shows the best path with the look-up where it is needed', () => {
    expect(proof?.draws['']?.bestPath).toEqual(['a1', 'z1', 'b1', 'c1']);
  });
});

describe('chance', () => {
  const call = deskAction('bellen:loket', 'l1', { effects: { minutes: 2, facts: ['oproep'] }, chance: 0.5 });
  const { proof } = prove({ ...sound, desk: [call] }, world);

  it('has its own best for each draw', () => {
    expect(proof?.draws['1']?.bestPath).toEqual(['a1', 'l1', 'b1', 'c1']);
    expect(proof?.draws['0']?.bestPath).toEqual(['a1', 'b2', 'c1']);
    expect(proof?.draws['0']?.bestMean).toBeCloseTo(6 / 8);
  });
});

describe('an e-mail', () => {
  const slot = (id: string, letter: string) => ({
    id,
    label: id,
    blocks: [option(`${letter}1`, '', points(1)), option(`${letter}2`, '', points(-1))],
    empty: option(`${letter}3`, '', { ...points(-2), text: '' }),
  });
  const mail = script(
    [
      compose('brief', [slot('aanhef', 'b'), slot('slot', 'c')], {
        code: 's1',
        effects: { minutes: 2 },
        routes: [
          { if: [{ kind: 'below', outcome: 'klanttevredenheid', value: 5 }], to: 'slecht' },
          { if: [], to: 'goed' },
        ],
      }),
    ],
    { endings: [ending('goed'), ending('slecht', 'slecht', 2)] },
  );

  it('is proved block by block and sent at the end', () => {
    const { proof } = prove(mail, world);
    expect(proof?.draws['']?.bestPath).toEqual(['b1', 'c1', 's1']);
    expect(proof?.draws['']?.worst.klanttevredenheid).toBe(1);
  });
});

describe('what is wrong with a conversation', () => {
  it('names turns, endings and options that nobody reaches', () => {
    const unit = script(
      [
        turn('t', [
          option('a1', 'goed'),
          option('a2', 'matig', { offeredIf: [knows('oproep')] }),
          option('a3', 'v', { offeredIf: [knows('oproep'), { ...knows('oproep'), not: true }] }),
        ]),
        turn('v', [option('b1', 'slecht')]),
      ],
      { desk: [deskAction('zaak:Z-2041', 'z1', { effects: { facts: ['oproep'] } })] },
    );
    expect(problemsOf(unit, 'turn-unreachable')).toMatchObject([{ turn: 'v' }]);
    expect(problemsOf(unit, 'ending-unreachable')).toMatchObject([{ ending: 'slecht' }]);
    expect(problemsOf(unit, 'option-never-offered')).toMatchObject([{ turn: 't', option: 'a3' }]);
  });

  it('shows the way to a dead end', () => {
    const unit = script([
      turn('t', [option('a1', 'u'), option('a2', 'goed')]),
      turn('u', [
        option('b1', '', { routes: [{ if: [{ kind: 'opened', key: 'klant:wierda' }], to: 'goed' }] }),
      ]),
    ]);
    const { proof } = prove(unit, world);
    expect(proof).toBeNull();
    expect(problemsOf(unit, 'dead-end')).toMatchObject([{ turn: 'u', option: 'b1', path: ['a1', 'b1'] }]);
    const empty = script([turn('t', [option('a1', 'goed', { offeredIf: [knows('niets')] })])]);
    expect(problemsOf(empty, 'dead-end')).toMatchObject([{ turn: 't', path: [] }]);
  });

  it('shows the round of a conversation that can go on for ever', () => {
    const unit = script([
      turn('t', [option('a1', 'u'), option('a2', 'goed')]),
      turn('u', [option('b1', 'v'), option('b2', 'goed')]),
      turn('v', [option('c1', 'u'), option('c2', 'goed')]),
    ]);
    expect(prove(unit, world).proof).toBeNull();
    expect(problemsOf(unit, 'loop')).toMatchObject([
      { turn: 'u', path: ['a1', 'b1', 'c1'], round: ['b1', 'c1'] },
    ]);
  });

  it('allows a way back that can be taken only once', () => {
    const once = { kind: 'step' as const, step: 'gevraagd' };
    const unit = script(
      [
        turn('t', [option('a1', 'u')]),
        turn('u', [
          option('b1', 't', { offeredIf: [{ ...once, not: true }], effects: { steps: ['gevraagd'] } }),
          option('b2', 'goed'),
        ]),
      ],
      { endings: [ending('goed')] },
    );
    expect(problemsOf(unit, 'loop')).toEqual([]);
    expect(prove(unit, world).proof).not.toBeNull();
  });

  it('says what falls short when no path has all four outcomes sufficient', () => {
    const unit = { ...sound, startSatisfaction: 0, steps: [{ id: 'nooit', text: '', onlyIf: [] }] };
    expect(problemsOf(unit, 'not-sufficient')).toMatchObject([
      {
        path: ['a1', 'zaak Z-2041', 'b1', 'c1'],
        misses: [{ measure: 'proces', value: 0, norm: 0.8 }],
      },
    ]);
  });

  it('names a competence that no choice tells apart, and a conversation without any that counts', () => {
    const same = (id: string) => option(id, 'goed', { effects: { competences: { backoffice: 1 } } });
    const unit = script([turn('t', [same('a1'), same('a2')])]);
    expect(problemsOf(unit, 'no-evidence')).toMatchObject([
      { competence: 'backoffice', turn: 't', option: 'a1' },
    ]);
    expect(problemsOf(unit, 'no-competence-counts')).toHaveLength(1);
  });

  it('refuses more facts and steps than can be proved, and names them', () => {
    const facts = Array.from({ length: 9 }, (_, at) => knows(`f${at}`));
    const many = script([turn('t', [option('a1', 'goed'), option('a2', 'goed', { offeredIf: facts })])]);
    expect(prove(many, world)).toMatchObject({ proof: null, problems: [{ kind: 'too-many-facts', max: 8 }] });
    const steps = Array.from({ length: 7 }, (_, at) => ({ id: `s${at}`, text: '', onlyIf: [] }));
    expect(prove({ ...sound, steps }, world)).toMatchObject({
      proof: null,
      problems: [{ kind: 'too-many-steps' }],
    });
  });

  it('refuses a third outcome in conditions, and names the three', () => {
    const below = (outcome: 'klanttevredenheid' | 'minuten' | 'werkdagen') => ({
      kind: 'below' as const,
      outcome,
      value: 2,
    });
    const asking = (...outcomes: Parameters<typeof below>[0][]) =>
      script([
        turn('t', [
          option('a1', 'goed'),
          ...outcomes.map((outcome, at) => option(`b${at}`, 'goed', { offeredIf: [below(outcome)] })),
        ]),
      ]);
    expect(problemsOf(asking('minuten', 'werkdagen'), 'too-many-outcomes')).toEqual([]);
    expect(prove(asking('minuten', 'werkdagen', 'klanttevredenheid'), world)).toEqual({
      proof: null,
      problems: [
        {
          severity: 'error',
          kind: 'too-many-outcomes',
          outcomes: ['minuten', 'werkdagen', 'klanttevredenheid'],
          max: 2,
        },
      ],
    });
  });

  it('refuses more states than can be proved, and names what multiplies them', () => {
    const facts = Array.from({ length: 8 }, (_, at) => `f${at}`);
    const steps = Array.from({ length: 6 }, (_, at) => `s${at}`);
    const desk = [
      ...facts.map((fact, at) => deskAction(`zaak:Z-20${at}`, `z${at}`, { effects: { facts: [fact] } })),
      ...steps.map((step, at) => deskAction(`notitie:Z-20${at}`, `n${at}`, { effects: { steps: [step] } })),
    ];
    const tested = facts.map((fact, at) => option(`b${at}`, 'goed', { offeredIf: [knows(fact)] }));
    const set = steps.map((step, at) =>
      option(`c${at}`, 'goed', { offeredIf: [{ kind: 'step' as const, step }] }),
    );
    const unit = script([turn('laatste', [option('d1', 'goed'), ...tested, ...set])], {
      desk,
      steps: steps.map((id) => ({ id, text: '', onlyIf: [] })),
      endings: [ending('goed')],
    });
    const wide = { ...world, deskCodes: Object.fromEntries(desk.map(({ key, code }) => [key, code])) };
    // Two to the eighth by facts, and by steps two to the sixth.
    expect(prove(unit, wide, 2_000)).toEqual({
      proof: null,
      problems: [{ severity: 'error', kind: 'too-many-states', max: 2_000, drop: [...facts, ...steps] }],
    });
    expect(LIMITS.states).toBe(200_000);
  });

  it('has an answer to a conversation without turns', () => {
    expect(prove(script([]), world).proof).toBeNull();
  });
});

describe('advice', () => {
  it('asks for a temptation where an option is never better than another', () => {
    const unit = script(
      [
        turn('t', [option('a1', 'u', points(2)), option('a2', 'u', points(0))]),
        turn('u', [
          option('b1', 'goed', points(2)),
          option('b2', 'slecht', { ...points(-2), temptation: undefined! }),
        ]),
      ],
      { endings: [ending('goed'), ending('slecht', 'slecht')] },
    );
    expect(problemsOf(unit, 'dominated')).toMatchObject([
      { turn: 'u', option: 'b2', by: 'b1', path: ['a1', 'b2'] },
    ]);
  });

  it('notices a best path that needs nothing from the desk', () => {
    expect(problemsOf({ ...sound, desk: [] }, 'best-without-desk')).toMatchObject([
      { path: ['a1', 'b2', 'c1'] },
    ]);
  });

  it('notices a competence that stays weak on the best path', () => {
    const mixed = (id: string, to: string, hostmanship: number, proactief: number) =>
      option(id, to, { effects: { competences: { hostmanship, proactief } }, temptation: 'omdat' });
    const unit = script(
      [
        turn('t', [mixed('a1', 'u', 3, 0), mixed('a2', 'u', 0, 1), mixed('a3', 'u', 0, 0)]),
        turn('u', [mixed('b1', 'goed', 3, 1), mixed('b2', 'goed', 0, 2), mixed('b3', 'goed', 0, 0)]),
      ],
      { endings: [ending('goed')] },
    );
    expect(problemsOf(unit, 'weak-on-best')).toMatchObject([
      { competence: 'proactief', share: expect.closeTo(1 / 3) as number, path: ['a1', 'b1'] },
    ]);
  });
});

describe('paths', () => {
  it('can be played again by whoever reads them', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const unit = randomScript(seed);
      for (const problem of prove(unit, world).problems) {
        if (!('path' in problem)) continue;
        const played = playScript(unit, world, problem.path);
        const isStuck = problem.kind === 'dead-end' && !played.ok && played.why === 'dead-end';
        expect(played.ok || isStuck, `${seed} ${problem.kind} ${problem.path.join(', ')}`).toBe(true);
      }
    }
  });
});

describe('size', () => {
  it('is some dozens of states a turn, however many ways go through 20 turns', () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const states = prove(longScript(seed), world).proof?.states ?? 0;
      expect(states, String(seed)).toBeGreaterThan(20);
      expect(states, String(seed)).toBeLessThan(20 * 60);
    }
  });

  const looked = (key: string, code: string, fact: string) =>
    deskAction(key, code, { effects: { minutes: 1, facts: [fact] } });
  /** How many situations there are in each turn. */
  const situations = (unit: Script): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { turn: at } of explore(unit, world, '').nodes)
      if (at) counts[at.id] = (counts[at.id] ?? 0) + 1;
    return counts;
  };
  const asks = (id: string, to: string, ...facts: string[]) =>
    turn(id, [
      option(`${id}0`, to),
      ...facts.map((fact, at) => option(`${id}${at + 1}`, to, { offeredIf: [knows(fact)] })),
    ]);

  it('does not count a desk action that no condition, step or text names', () => {
    const plain = deskAction('artikel:rijbewijs', 'r1', { effects: { minutes: 2 } });
    const more = { ...sound, desk: [...sound.desk, plain] };
    expect(prove(more, world).proof?.states).toBe(prove(sound, world).proof?.states);
  });

  it('counts what was looked up, and not in which order', () => {
    const keys = Object.entries(world.deskCodes).slice(0, 3);
    const desk = keys.map(([key, code], at) => looked(key, code, `f${at}`));
    expect(desk).toHaveLength(3);
    const unit = script([asks('t', 'goed', 'f0', 'f1', 'f2')], { desk, endings: [ending('goed')] });
    // Eight sets of three facts; there are sixteen ways to look up some of them.
    expect(situations(unit)).toEqual({ t: 8 });
  });

  it('drops a fact as soon as nothing further on asks for it', () => {
    const [[key, code] = ['', '']] = Object.entries(world.deskCodes);
    const unit = script([asks('t', 'u', 'f0'), asks('u', 'goed')], {
      desk: [looked(key, code, 'f0')],
      endings: [ending('goed')],
    });
    expect(situations(unit)).toEqual({ t: 2, u: 1 });
  });

  it('goes round only as often as the turn allows, and then by the way out', () => {
    const round = (max: number) =>
      script(
        [
          {
            ...turn('t', [option('a1', 't'), option('a2', 'goed')]),
            again: { kind: 'repeat', max, to: 'slecht', lines: [] },
          },
        ],
        { endings: [ending('goed'), ending('slecht', 'slecht')] },
      );
    expect(problemsOf(round(2), 'loop')).toEqual([]);
    expect(problemsOf(round(2), 'ending-unreachable')).toEqual([]);
    expect(situations(round(2))).toEqual({ t: 3 });
    expect(situations(round(4))).toEqual({ t: 5 });
  });

  it('runs contacts one behind the other, and measures them by the norms of both', () => {
    const contact = { channel: 'telefoon' as const, moment: 'vrijdag' };
    const slow = (id: string, to: string) =>
      option(id, to, { effects: { minutes: world.norms.voldoende.minuten.telefoon, klanttevredenheid: 4 } });
    const twice = (more: Partial<Turn>) =>
      script([turn('t', [slow('a1', 'u')]), { ...turn('u', [slow('b1', 'goed')]), ...more } as Turn], {
        endings: [ending('goed')],
      });
    expect(problemsOf(twice({}), 'not-sufficient')).toMatchObject([
      { misses: [{ measure: 'minuten' }, { measure: 'kosten' }] },
    ]);
    expect(problemsOf(twice({ contact }), 'not-sufficient')).toEqual([]);
  });

  it('does not tell apart what is safely above or below all that is tested', () => {
    const small = (id: string, to: string) => option(id, to, points(1));
    const tested = [{ kind: 'below' as const, outcome: 'klanttevredenheid' as const, value: 2 }];
    const steps = ['t', 'u', 'v'];
    const turns = steps.map((id, at) => {
      const to = steps[at + 1] ?? 'w';
      return turn(id, [
        small(`${id}1`, to),
        option(`${id}2`, to, points(0)),
        option(`${id}3`, to, points(-1)),
      ]);
    });
    const last = turn('w', [
      option('w1', 'goed', {
        routes: [
          { if: tested, to: 'slecht' },
          { if: [], to: 'goed' },
        ],
      }),
    ]);
    const unit = script([...turns, last], {
      startSatisfaction: 4,
      endings: [ending('goed'), ending('slecht', 'slecht')],
    });
    // At every turn whether one can still come below 2, and from where; at the last one only whether one did. Two endings.
    expect(prove(unit, world).proof?.states).toBe(1 + 2 + 2 + 2 + 2);
  });
});
