import { describe, expect, it } from 'vitest';
import type { CompetenceId } from '../../src/content/vocabulary.js';
import type { ModuleAxis, OutcomesCell, ScoreCell } from '../../src/report/edition/edition.js';
import { namesOf } from '../../src/report/edition/names.js';
import { planCells } from '../../src/report/edition/plan-cells.js';
import { deedFor } from '../../src/report/page/view/plan.js';
import { EXAMPLE } from './example-edition.js';

const axis = (id: string, practises: ModuleAxis['practises']): ModuleAxis => ({
  ...{ id, label: id, units: [], versions: [] },
  practises,
});

describe('the training plan', () => {
  it('names the module first that practises a competence most, not the one in which it comes first', () => {
    const score = EXAMPLE.score.find((cell) => cell.shown && cell.group === 'whole') as ScoreCell;
    const modules = [
      axis('welkom', ['kanaalverleiding']),
      axis('kanalen', ['kanaalsturing', 'kanaalverleiding']),
    ];
    const evidence = new Map<string, ReadonlyMap<CompetenceId, number>>([
      ['welkom', new Map([['kanaalverleiding', 3]])],
      [
        'kanalen',
        new Map([
          ['kanaalsturing', 18],
          ['kanaalverleiding', 12],
        ]),
      ],
    ]);
    const [plan] = planCells([score], { funnel: [], outcomes: [], modules, evidence });
    const step = plan?.shown ? plan.steps.find(({ competence }) => competence === 'kanaalverleiding') : null;
    expect(step?.modules.map(({ module }) => module)).toEqual(['kanalen', 'welkom']);
  });

  it('names the conversation in which the group itself lost most of a competence, over all months', () => {
    const score = EXAMPLE.score.find((cell) => cell.shown && cell.group === 'whole') as ScoreCell;
    const [example] = EXAMPLE.outcomeScores;
    if (!example?.shown) throw new Error('the example shows outcomes');
    const ran = (unit: string, mean: number, place: object = {}): OutcomesCell => ({
      ...{ ...example, ...place, unit, n: 40 },
      competences: [{ competence: 'kanaalverleiding', mean, low: mean, high: mean }],
    });
    const outcomes = [
      ran('goed', 80),
      ran('moeilijk', 45),
      ran('elders', 10, { group: 'team:Contactcentrum' }),
      ran('toen', 10, { period: '2026-q4' }),
    ];
    const [plan] = planCells([score], { funnel: [], outcomes, modules: [], evidence: new Map() });
    const steps = plan?.shown ? plan.steps : [];
    expect(steps.find(({ competence }) => competence === 'kanaalverleiding')?.again).toEqual({
      ...{ module: 'hostmanship', unit: 'moeilijk', n: 40, lost: 55 },
    });
    expect(steps.filter(({ again }) => again !== null)).toHaveLength(1);
  });

  const advice = (percent: number | null) => {
    const completed = percent === null ? null : { percent, bound: 'about' as const };
    const figure = { mean: 60, low: 55, high: 65, behind: false, rank: 1 };
    const step = {
      ...figure,
      competence: 'hostmanship' as const,
      modules: [{ module: 'hostmanship', completed }],
      again: null,
    };
    return deedFor(step, namesOf(EXAMPLE));
  };

  it('sends people to a module that many did not do, and no longer to one that nearly all did', () => {
    expect(advice(40)?.kind).toBe('play');
    expect(advice(40)?.text).toContain('40\u00a0% heeft hem af');
    expect(advice(95)?.kind).toBe('talk');
    expect(advice(95)?.text).toContain('Bespreek samen');
    expect(advice(null)).toMatchObject({ kind: 'play' });
  });

  const bare = {
    ...{ mean: 60, low: 55, high: 65, behind: false, rank: 1 },
    ...{ competence: 'proactief' as const, modules: [], again: null },
  };

  it('says nothing where no module practises the competence', () => {
    expect(deedFor(bare, namesOf(EXAMPLE))).toBeNull();
  });

  it('asks for a conversation once more with the points that were lost in it, but not where it went well', () => {
    const deed = (percent: number, lost: number) =>
      deedFor(
        {
          ...bare,
          modules: [{ module: 'hostmanship', completed: { percent, bound: 'about' } }],
          again: { module: 'hostmanship', unit: 'weduwe', n: 40, lost },
        },
        namesOf(EXAMPLE),
      );
    const again =
      'het gesprek ‘De weduwe aan de balie’ opnieuw: daarin gingen 48 van de 100 punten verloren.';
    expect(deed(95, 48)?.text).toContain(`Doe samen ${again}`);
    expect(deed(40, 48)?.text).toContain(`Doe ook ${again}`);
    expect(deed(40, 48)?.short).toContain('Opnieuw: ‘De weduwe aan de balie’ (48 van 100 verloren)');
    expect(deed(95, 9)?.text).toContain('Bespreek samen');
  });
});
