import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.js';
import type { Conversation, FindMistake, Lesson, Quiz, Unit } from '../../src/content/module.js';
import { CALL, FIXTURES, modulesWith } from './workshop.js';

const { modules, findings } = loadContent(FIXTURES);
const [loket] = modules;
const unit = (id: string): Unit | undefined => loket?.units.find((each) => each.id === id);

describe('a desk that never answers', () => {
  it('leaves the figures of its conversation as they are', () => {
    const dir = modulesWith({
      [CALL]: (text) =>
        text
          .replace('neemt op 50%', 'neemt op nooit')
          .replace(/^ {2}alleen als weet spoed-kan\n/m, '')
          .replace('bellen vergunningen, a1, b1', 'a1, b1'),
    });
    const { summaries } = loadContent(dir, ['loket'], { cache: null });
    const call = summaries.find(({ unit }) => unit === 'de-es');
    expect(call?.bestPath.length).toBeGreaterThan(2);
    expect(call?.proof.draws[call.draw]).toBeDefined();
  });
});

describe('a module without faults', () => {
  it('is compiled without findings', () => {
    expect(findings).toEqual([]);
    expect(loket?.units.map((each) => each.kind)).toEqual([
      'conversation',
      'conversation',
      'lesson',
      'find-mistake',
      'quiz',
    ]);
  });

  it('gets a version that follows from its content and from nothing else', () => {
    const again = loadContent(modulesWith()).modules[0];
    const changed = loadContent(
      modulesWith({ [CALL]: (text) => text.replace('Dank u. Nou', 'Dank u wel. Nou') }),
    ).modules[0];
    expect(loket?.contentVersion).toMatch(/^[0-9a-f]{8}$/);
    expect(again?.contentVersion).toBe(loket?.contentVersion);
    expect(changed?.contentVersion).not.toBe(loket?.contentVersion);
  });

  it('takes along only what it uses of the municipality', () => {
    expect(loket?.world.customers.map((each) => each.id)).toEqual(['feenstra', 'okafor']);
    expect(loket?.world.cases.map((each) => each.id)).toEqual(['Z-3001']);
    expect(loket?.world.articles.map((each) => each.id)).toEqual(['boom-kappen']);
  });

  it('has a code of its own for each desk action, option, page and item', () => {
    const codes = [...Object.values(loket?.world.deskCodes ?? {}), ...loket!.units.flatMap(codesIn)];
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[0-9a-z]{2}$/.test(code))).toBe(true);
    expect(Object.keys(loket?.world.deskCodes ?? {})).toEqual([
      'klant:feenstra',
      'klant:okafor',
      'zaak:Z-3001',
      'artikel:boom-kappen',
      'bellen:vergunningen',
      'kanaal:balie',
      'kanaal:telefoon',
      'kanaal:e-mail',
      'notitie:feenstra',
      'notitie:okafor',
    ]);
  });

  it('reads Markdown to runs, and shows HTML as text', () => {
    const [article] = loket!.world.articles;
    expect(article?.answer).toEqual([
      {
        kind: 'paragraph',
        runs: [
          { text: 'Voor een ' },
          { text: 'dikke', strong: true },
          { text: ' boom is een vergunning nodig.' },
        ],
      },
    ]);
    expect(article?.procedure[0]).toMatchObject({ kind: 'list', ordered: false });
    expect(JSON.stringify(article?.ahead)).toContain('<b>Altijd</b>');
  });
});

describe('a conversation script', () => {
  const call = unit('de-es') as Conversation;

  it('keeps texts exactly, joined where they went on', () => {
    const [opening, danger] = call.turns;
    expect(opening?.lines[1]).toEqual({
      speaker: 'KLANT',
      mood: 'geïrriteerd',
      text: "'k Bel over die es: mag-ie nou weg? #12 in de rij was ik!",
    });
    expect(danger?.kind === 'choice' && danger.options[0]).toMatchObject({
      id: 'b1',
      text: 'Dat is schrikken. Ik laat er vandaag iemand naar kijken.',
    });
    expect(call.desk[3]?.reply).toBe("Vergunningen: 'Is er gevaar? Dan komt er vandaag nog iemand.'");
  });

  it('reads effects, conditions and ways', () => {
    const [opening, , decision] = call.turns;
    expect(opening).toMatchObject({ kind: 'choice', coach: 'Vraag door.' });
    expect(opening?.kind === 'choice' && opening.options[0]?.effects).toEqual({
      klanttevredenheid: 1,
      minutes: 1,
      competences: { hostmanship: 2, 'klachten-voorkomen': 1 },
      steps: ['gevaar'],
    });
    expect(opening?.kind === 'choice' && opening.options[2]).toMatchObject({
      offeredIf: [{ kind: 'knows', fact: 'bijna-klaar' }],
      conditional: [
        {
          if: [
            { kind: 'opened', key: 'klant:feenstra' },
            { kind: 'step', step: 'gevaar', not: true },
          ],
          effects: { competences: { portalen: 1 } },
        },
      ],
    });
    expect(decision?.kind === 'choice' && decision.options[1]?.routes).toEqual([
      { if: [{ kind: 'below', outcome: 'klanttevredenheid', value: 6, not: true }], to: 'rust' },
      { if: [], to: 'afwachten' },
    ]);
    expect(call.startSatisfaction).toBe(4.5);
    expect(call.steps[2]).toEqual({
      id: 'notitie',
      text: 'Vastleggen voor de behandelaar',
      onlyIf: [{ kind: 'step', step: 'gevaar' }],
      after: 'gevaar',
    });
  });

  it('gives desk actions their chance, and the usual minutes where the script is silent', () => {
    expect(call.desk.map(({ key, chance, effects }) => [key, chance, effects.minutes])).toEqual([
      ['klant:feenstra', 1, 0.5],
      ['zaak:Z-3001', 1, 1],
      ['artikel:boom-kappen', 1, 2],
      ['bellen:vergunningen', 0.5, 3],
      ['kanaal:e-mail', 1, 0.5],
    ]);
  });

  it('counts follow-up contacts by the ending, or as it says itself', () => {
    expect(call.endings.map(({ id, followUps }) => [id, followUps])).toEqual([
      ['rust', 0],
      ['afwachten', 3],
    ]);
  });

  it('reads a message to compose', () => {
    const [turn] = (unit('antwoord') as Conversation).turns;
    expect(turn).toMatchObject({
      kind: 'compose',
      slots: [
        {
          id: 'aanhef',
          label: 'Aanhef',
          blocks: [{ id: 'a1' }, { id: 'a2' }],
          empty: { id: 'a3', text: '' },
        },
        { id: 'belofte', blocks: [{ id: 'b1' }, { id: 'b2' }, { id: 'b3' }] },
        { id: 'slot' },
      ],
      send: { id: 'z1', effects: { minutes: 4 } },
    });
  });
});

describe('the other kinds', () => {
  it('reads a lesson', () => {
    const lesson = unit('kijken') as Lesson;
    expect(lesson.pages.map((page) => [page.title, page.blocks.map((block) => block.kind)])).toEqual([
      ['Je bureau', ['text', 'spots', 'text', 'question']],
      ['Vroeger', ['spots', 'spots']],
    ]);
    expect(lesson.pages[0]?.blocks[1]).toMatchObject({
      layout: 'desk',
      spots: [{ id: 'klant', label: 'Klantportaal' }, {}],
    });
    expect(lesson.pages[1]?.blocks[1]).toMatchObject({ layout: 'cards', spots: [{ label: 'Eén keer' }] });
  });

  it('reads a transcript with its mistakes', () => {
    const find = unit('luister') as FindMistake;
    expect(find.mistakes).toMatchObject([
      { competence: 'hostmanship', why: [{ good: true }, { good: false }] },
    ]);
    expect(find.mistakes[0]?.line).toBe(find.lines[1]?.code);
    expect(find.lines[3]?.fine).toBe('Een nodige vraag.');
    expect(find.lines[0]?.code).toBeUndefined();
  });

  it('reads a quiz', () => {
    expect((unit('weet-je') as Quiz).items.map((item) => [item.id, item.soort])).toEqual([
      ['eerst', 'enkel'],
      ['waarheen', 'koppelen'],
    ]);
  });
});

/** Codes that may stand in a journal, once each. */
function codesIn(each: Unit): string[] {
  switch (each.kind) {
    case 'conversation':
      return [
        each.code,
        ...each.turns.flatMap((turn) =>
          turn.kind === 'choice'
            ? turn.options.map((option) => option.code)
            : [
                turn.send.code,
                ...turn.slots.flatMap((slot) =>
                  [...slot.blocks, ...(slot.empty ? [slot.empty] : [])].map(({ code }) => code),
                ),
              ],
        ),
      ];
    case 'lesson':
      return [
        each.code,
        ...each.pages.flatMap((page) => [
          page.code,
          ...page.blocks.flatMap((block) => {
            if (block.kind === 'text') return [];
            if (block.kind === 'spots') return block.spots.map(({ code }) => code);
            return [block.code, ...block.options.map(({ code }) => code)];
          }),
        ]),
      ];
    case 'find-mistake':
      return [
        each.code,
        ...each.lines.flatMap(({ code }) => code ?? []),
        ...each.mistakes.flatMap(({ why, better }) => [...why, ...better].map(({ code }) => code)),
      ];
    case 'quiz':
      return [each.code, ...each.items.map(({ code }) => code)];
    case 'test':
      return [each.code, each.handIn, ...[...each.forms.A, ...each.forms.B].map(({ code }) => code)];
  }
}
