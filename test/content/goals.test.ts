import { describe, expect, it } from 'vitest';
import { formatCoverage, formatGoals } from '../../src/content/check/coverage.js';
import { loadContent } from '../../src/content/index.js';
import { CALL, findingsOf, modulesWith, swap, type Changes } from './workshop.js';

interface GoalLine {
  readonly id: string;
  readonly soort?: 'kennis' | 'vaardigheid';
  readonly groep?: string;
  readonly modules?: string;
}

const list = (goals: readonly GoalLine[], unfinished: readonly string[] = []): string =>
  [
    'groepen: { gesprekken: Gesprekken }',
    `in-aanbouw: [${unfinished.join(', ')}]`,
    'leerdoelen:',
    ...goals.map(
      ({ id, soort = 'vaardigheid', groep = 'gesprekken', modules = 'loket' }) =>
        `  - { id: ${id}, doel: Je doet het., competentie: hostmanship, soort: ${soort}, groep: ${groep}, modules: [${modules}] }`,
    ),
  ].join('\n');

/** The call practises `zaak-lezen` and `doorvragen`. */
const PRACTISED: readonly GoalLine[] = [{ id: 'zaak-lezen' }, { id: 'doorvragen' }];
const QUIZ = 'loket/weet-je.toets.yaml';
/** Lets so many items of the quiz ask for a goal. */
const asking = (count: number) => (text: string) => {
  let left = count;
  return text.replace(/^ {4}niveau:/gm, (line) =>
    left-- > 0 ? `    leerdoel: eerst-luisteren\n${line}` : line,
  );
};
const goalsIn = (
  goals: readonly GoalLine[],
  more: Changes = {},
  unfinished: readonly string[] = [],
): string[] => findingsOf({ 'leerdoelen.yaml': list([...PRACTISED, ...goals], unfinished), ...more });

describe('learning goals', () => {
  it('are free to name where there is no list of them', () => {
    expect(findingsOf({ 'leerdoelen.yaml': list(PRACTISED) })).toEqual([]);
    expect(findingsOf({})).toEqual([]);
  });

  it('must be in the list, in a call as in a quiz', () => {
    const call = goalsIn([], { [CALL]: swap('zaak-lezen', 'zaak-leezn') });
    expect(call.join('\n')).toContain(
      "Het leerdoel 'zaak-leezn' staat niet in leerdoelen.yaml. Bedoelde u 'zaak-lezen'?",
    );
    const [item] = goalsIn([], { [QUIZ]: asking(1) });
    expect(item).toMatch(
      /^loket\/weet-je\.toets\.yaml:\d+:\d+ error verwijzing Het leerdoel 'eerst-luisteren'/,
    );
  });

  it('leave a hole when a skill is practised nowhere', () => {
    expect(goalsIn([{ id: 'samenvatten' }])).toEqual([
      "leerdoelen.yaml:6:11 error leerdoel Geen enkel gesprek oefent 'samenvatten'. Zet het bij 'leerdoelen' in de kop van een gesprek (loket).",
    ]);
  });

  it('want two items for what one must know', () => {
    const known: GoalLine = { id: 'eerst-luisteren', soort: 'kennis' };
    const holes = (items: number): string[] => goalsIn([known], { [QUIZ]: asking(items) });
    expect(holes(0)[0]).toContain("Geen enkele toetsvraag gaat over 'eerst-luisteren'");
    expect(holes(1)[0]).toContain("Er gaat maar één toetsvraag over 'eerst-luisteren'");
    expect(holes(2)).toEqual([]);
  });

  it('wait for a module that is not there, not finished or not checked in this run', () => {
    const goal: GoalLine = { id: 'samenvatten', modules: 'loket, later' };
    expect(goalsIn([goal], {}, ['later'])).toEqual([]);
    expect(goalsIn([{ id: 'samenvatten' }], {}, ['loket'])).toEqual([]);
    const changes = {
      'leerdoelen.yaml': list([...PRACTISED, { id: 'samenvatten', modules: 'loket, tweede' }]),
      'tweede/module.yaml': 'schemaVersion: 2\n',
    };
    const holes = findingsOf(changes, { ids: ['loket'] }).filter((line) => line.includes(' leerdoel '));
    expect(holes).toEqual([]);
  });

  it('name modules and groups that exist, and each goal once', () => {
    const findings = goalsIn([
      { id: 'zaak-lezen' },
      { id: 'samenvatten', groep: 'gesprek', modules: 'lokket' },
    ]);
    expect(findings.join('\n')).toContain("Het leerdoel 'zaak-lezen' staat er twee keer.");
    expect(findings.join('\n')).toContain("De groep 'gesprek' bestaat niet. Bedoelde u 'gesprekken'?");
    expect(findings.join('\n')).toContain(
      "De module 'lokket' bestaat niet. Bedoelde u 'loket'? Moet hij nog komen? Zet hem dan bij 'in-aanbouw'.",
    );
  });

  it('are counted per competence and told one by one', () => {
    const goals = list([...PRACTISED, { id: 'samenvatten', modules: 'later' }], ['later']);
    const { coverage } = loadContent(modulesWith({ 'leerdoelen.yaml': goals }), [], { cache: null });
    expect(coverage.map(({ id, state, units }) => [id, state, units])).toEqual([
      ['zaak-lezen', 'covered', ['loket/de-es']],
      ['doorvragen', 'covered', ['loket/de-es']],
      ['samenvatten', 'later', []],
    ]);
    expect(formatCoverage(coverage)).toMatch(/hostmanship +2 +1 +0 +0 +0 +0/);
    expect(formatGoals(coverage)).toMatch(/samenvatten +vaardigheid +hostmanship +nog niet +komt in later/);
  });
});
