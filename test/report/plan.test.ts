import { describe, expect, it } from 'vitest';
import type { CompetenceId } from '../../src/content/vocabulary.js';
import type { ModuleAxis, ScoreCell } from '../../src/report/edition/edition.js';
import { namesOf } from '../../src/report/edition/names.js';
import { planCells } from '../../src/report/edition/score-cells.js';
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
    const [plan] = planCells([score], [], modules, evidence);
    const step = plan?.shown ? plan.steps.find(({ competence }) => competence === 'kanaalverleiding') : null;
    expect(step?.modules.map(({ module }) => module)).toEqual(['kanalen', 'welkom']);
  });

  const advice = (percent: number | null) => {
    const completed = percent === null ? null : { percent, bound: 'about' as const };
    const figure = { mean: 60, low: 55, high: 65, behind: false, rank: 1 };
    const step = {
      ...figure,
      competence: 'hostmanship' as const,
      modules: [{ module: 'hostmanship', completed }],
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

  it('says nothing where no module practises the competence', () => {
    const figure = { mean: 60, low: 55, high: 65, behind: false, rank: 1 };
    expect(deedFor({ ...figure, competence: 'proactief', modules: [] }, namesOf(EXAMPLE))).toBeNull();
  });
});
