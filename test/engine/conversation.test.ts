import { describe, expect, it } from 'vitest';
import { COACH } from '../../src/engine/action.js';
import { slotsNow } from '../../src/engine/conversation/compose.js';
import { deskActions, drawOf } from '../../src/engine/conversation/desk.js';
import { outcomes, rawOutcomes } from '../../src/engine/conversation/outcomes.js';
import { playScript } from '../../src/engine/conversation/play-script.js';
import {
  conversation,
  optionsNow,
  startConversation,
  step,
  turnNow,
} from '../../src/engine/conversation/reduce.js';
import type { Script } from '../../src/engine/conversation/rules.js';
import { competencesOf, scoreOfRun } from '../../src/engine/conversation/score.js';
import { compose, deskAction, ending, option, script, turn, withProof } from './fixtures/conversation.js';
import { world } from './fixtures/world.js';

const parking = script(
  [
    turn(
      'opening',
      [
        option('a1', 'zaak', {
          effects: { klanttevredenheid: 2, minutes: 1, competences: { hostmanship: 2 } },
        }),
        option('a2', 'zaak', {
          effects: { klanttevredenheid: -4, minutes: 0.5, competences: { hostmanship: -2 } },
        }),
      ],
      { coach: 'Kijk eerst naar de mens.' },
    ),
    turn('zaak', [
      option('b1', '', {
        offeredIf: [{ kind: 'knows', fact: 'oproep' }],
        effects: { minutes: 1, competences: { proactief: 2 }, steps: ['uitleg'] },
        routes: [
          { if: [{ kind: 'step', step: 'gelezen' }], to: 'goed' },
          { if: [], to: 'matig' },
        ],
      }),
      option('b2', 'slecht', {
        effects: { minutes: 2, waitDays: 2, competences: { proactief: 0 } },
        conditional: [
          { if: [{ kind: 'opened', key: 'klant:wierda' }], effects: { competences: { hostmanship: 1 } } },
          {
            if: [{ kind: 'below', outcome: 'klanttevredenheid', value: 4 }],
            effects: { klanttevredenheid: -1 },
          },
        ],
      }),
    ]),
  ],
  {
    startSatisfaction: 3,
    steps: [
      { id: 'gelezen', text: 'De zaak lezen', onlyIf: [] },
      { id: 'uitleg', text: 'Uitleggen', onlyIf: [], after: 'gelezen' },
      { id: 'spoed', text: 'Haast maken', onlyIf: [{ kind: 'knows', fact: 'haast' }] },
    ],
    desk: [
      deskAction('zaak:Z-2041', 'z1', {
        effects: { minutes: 1, facts: ['oproep'], steps: ['gelezen'] },
        reply: 'Er ligt een oproep.',
      }),
      deskAction('bellen:loket', 'l1', { effects: { minutes: 3, facts: ['haast'] }, chance: 0.4 }),
    ],
  },
);

const play = (unit: Script, tokens: string) => {
  const played = playScript(unit, world, tokens.split(', '));
  if (!played.ok) throw new Error(`${played.token}: ${played.why}`);
  return played;
};

describe('a conversation', () => {
  it('opens with the customer, and offers only what its conditions allow', () => {
    const state = startConversation(parking, world, '1');
    expect(state.log).toMatchObject([{ kind: 'line', turn: 'opening', line: { speaker: 'KLANT' } }]);
    const after = step(parking, world, state, { code: 'a1' });
    const now = turnNow(parking, after);
    expect(
      now?.kind === 'choice' && optionsNow(now, after).map(({ option, offered }) => [option.id, offered]),
    ).toEqual([
      ['b1', false],
      ['b2', true],
    ]);
    expect(() => step(parking, world, after, { code: 'b1' })).toThrow('not offered');
    expect(() => step(parking, world, after, { code: 'a1' })).toThrow('no option');
  });

  it('unlocks a better answer by what the desk teaches, and says what changed', () => {
    const { state, ending: reached, outcomes: raw } = play(parking, 'a1, zaak Z-2041, b1');
    expect(reached?.id).toBe('goed');
    expect(state.log.find((entry) => entry.kind === 'desk')).toEqual({
      kind: 'desk',
      turn: 'zaak',
      key: 'zaak:Z-2041',
      answered: true,
      reply: 'Er ligt een oproep.',
      change: { minutes: 1, kosten: 1.2, steps: ['gelezen'], facts: ['oproep'] },
    });
    expect(raw.proces).toMatchObject({ done: 2, apply: 2, value: 1 });
    expect(raw.kosten).toEqual({ value: 3 * 1.2 + 4, followUps: 0 });
  });

  it('keeps klanttevredenheid between 0 and 10 after each effect', () => {
    const { state } = play(parking, 'a2, b2');
    expect(state.klanttevredenheid).toBe(0);
    expect(state.decisions[0]?.change.klanttevredenheid).toBe(-3);
  });

  it('charges a desk action once; doing it again is free and shows again', () => {
    const { state } = play(parking, 'klant dijkstra, klant dijkstra, zaak Z-2041, zaak Z-2041');
    expect(state.minutes).toBe(2);
    expect(state.log.filter((entry) => entry.kind === 'desk')).toHaveLength(4);
    expect(
      deskActions(parking, world, state)
        .filter((action) => action.done)
        .map((action) => action.key),
    ).toEqual(['zaak:Z-2041', 'klant:dijkstra']);
  });

  it('lets every record, article, phone, channel and note of the desk work, listed or not', () => {
    const tokens = 'klant wierda, artikel kaart, bellen loket, kanaal balie, notitie Z-2041, zaak Z-2041';
    expect(play(parking, tokens).state.minutes).toBe(1 + 2 + 3 + 0.5 + 2 + 1);
  });

  it('charges the back office for a call that was answered, and only minutes for one that was not', () => {
    expect(play(parking, 'bellen loket').state).toMatchObject({
      draw: '1',
      otherCost: 6,
      facts: ['haast'],
    });
    expect(play(parking, 'bellen loket (geen gehoor)').state).toMatchObject({
      draw: '0',
      minutes: 3,
      otherCost: 0,
      facts: [],
    });
  });

  it('draws the same chance for the same run, and as often as the script says', () => {
    expect(drawOf(parking, 'x/aa/1')).toBe(drawOf(parking, 'x/aa/1'));
    const draws = Array.from({ length: 2000 }, (_, at) => drawOf(parking, `attempt/aa/${at}`));
    const answered = draws.filter((draw) => draw === '1').length / draws.length;
    expect(answered).toBeGreaterThan(0.36);
    expect(answered).toBeLessThan(0.44);
  });

  it('lets a desk that the script does not list answer as often as the norms say, the same in the whole run', () => {
    const unit = withProof(script([turn('t', [option('a1', 'goed')])]));
    const call = (seed: string) => {
      const context = { world, seed, mode: 'scored' as const };
      const once = conversation.apply(unit, conversation.start(unit, context), { code: 'l1' }, context);
      const twice = conversation.apply(unit, once, { code: 'l1' }, context);
      const [first, second] = twice.log.filter((entry) => entry.kind === 'desk');
      expect(second?.kind === 'desk' && second.answered).toBe(first?.kind === 'desk' && first.answered);
      return { state: twice, answered: first?.kind === 'desk' && first.answered };
    };
    const runs = Array.from({ length: 400 }, (_, at) => call(`attempt/aa/${at}`));
    const answered = runs.filter((run) => run.answered);
    expect(answered.length / runs.length).toBeGreaterThan(0.42);
    expect(answered.length / runs.length).toBeLessThan(0.58);
    for (const { state, answered } of runs) {
      expect(state).toMatchObject({ minutes: 3, otherCost: answered ? 6 : 0, opened: ['bellen:loket'] });
    }
  });

  it('plays an unlisted call as the author says', () => {
    const unit = script([turn('t', [option('a1', 'goed')])]);
    expect(play(unit, 'bellen loket').state).toMatchObject({ minutes: 3, otherCost: 6 });
    expect(play(unit, 'bellen loket (geen gehoor)').state).toMatchObject({ minutes: 3, otherCost: 0 });
  });

  it('counts a step only after the step it must follow, and only when it applies', () => {
    const early = script(
      [turn('t', [option('a1', 'u', { effects: { steps: ['uitleg'] } })]), turn('u', [option('b1', 'goed')])],
      {
        steps: parking.steps,
        desk: parking.desk,
      },
    );
    expect(play(early, 'a1, zaak Z-2041, b1').outcomes.proces).toMatchObject({ done: 1, apply: 2 });
    expect(play(early, 'zaak Z-2041, a1, bellen loket, b1').outcomes.proces).toMatchObject({
      done: 2,
      apply: 3,
    });
  });

  it('counts a step that is done again after the step it must follow', () => {
    const again = script(
      [
        turn('t', [option('a1', 'u', { effects: { steps: ['uitleg'] } })]),
        turn('u', [option('b1', 'v', { effects: { steps: ['gelezen'] } })]),
        turn('v', [option('c1', 'goed', { effects: { steps: ['uitleg'] } })]),
      ],
      { steps: parking.steps },
    );
    expect(play(again, 'a1, b1, c1').outcomes.proces).toMatchObject({ done: 2, apply: 2 });
  });

  it('refuses everything after an ending', () => {
    const { state } = play(parking, 'a2, b2');
    expect(() => step(parking, world, state, { code: 'k1' })).toThrow('over');
  });
});

describe('the coach', () => {
  it('speaks once a turn when asked, and halves what that turn earns in the scored run', () => {
    const asked = step(parking, world, startConversation(parking, world, '1'), { code: COACH });
    expect(asked.log.at(-1)).toEqual({ kind: 'coach', turn: 'opening', text: 'Kijk eerst naar de mens.' });
    expect(() => step(parking, world, asked, { code: COACH })).toThrow('already');
    const after = step(parking, world, asked, { code: 'a1' });
    expect(competencesOf(after, 'scored').hostmanship).toMatchObject({ got: 2, max: 4 });
    expect(competencesOf(after, 'again').hostmanship).toMatchObject({ got: 4, max: 4 });
    expect(() => step(parking, world, after, { code: COACH })).toThrow('nothing to say');
  });

  it('speaks unasked in a practice call, at each turn and after each choice, and costs nothing', () => {
    const practice = { ...parking, coached: true };
    const start = startConversation(practice, world, '1');
    expect(start.log.map((entry) => entry.kind)).toEqual(['line', 'coach']);
    const after = step(practice, world, start, { code: 'a1' });
    expect(after.log.slice(2)).toMatchObject([
      { kind: 'said' },
      { kind: 'coach', text: 'Over a1' },
      { kind: 'line', turn: 'zaak' },
    ]);
    expect(after.decisions[0]?.coached).toBe(false);
    expect(() => step(practice, world, start, { code: COACH })).toThrow('unasked');
  });
});

describe('evidence', () => {
  it('measures a choice against all options written there, offered or not', () => {
    const { state } = play(parking, 'a1, b2');
    expect(state.decisions[1]?.evidence).toEqual({ proactief: { got: 0, max: 2 } });
    expect(state.decisions[0]?.evidence).toEqual({ hostmanship: { got: 4, max: 4 } });
  });

  it('counts the conditional effects that hold', () => {
    const { state } = play(parking, 'a1, klant wierda, b2');
    expect(state.decisions[1]?.evidence.hostmanship).toEqual({ got: 1, max: 1 });
  });

  it('scores 0 for a competence on a route that met it fewer than twice', () => {
    const unit = withProof(parking, {
      competences: ['hostmanship', 'proactief'],
      draws: { '1': { best: zero, worst: zero, bestMean: 0.5, bestPath: [] } },
    });
    expect(scoreOfRun(unit, play(parking, 'a1, klant wierda, b2').state, 'scored')).toBe(100);
    expect(scoreOfRun(unit, play(parking, 'a1, b2').state, 'scored')).toBe(0);
    expect(scoreOfRun(unit, play(parking, 'a1').state, 'scored')).toBeNull();
  });
});

const zero = { klanttevredenheid: 0, doorlooptijd: 0, kosten: 0, proces: 0 };

describe('outcomes', () => {
  it('turns waiting days into minutes by the table of the norms, also beyond its end', () => {
    const waiting = (waitDays: number) =>
      rawOutcomes(parking, world, { ...startConversation(parking, world, ''), waitDays, minutes: 4 }, null)
        .doorlooptijd.value;
    expect([0, 1, 2, 5, 6, 8].map(waiting)).toEqual([4, 7, 9, 19, 23, 31]);
  });

  it('charges follow-up contacts of the ending', () => {
    const { outcomes: raw } = play(parking, 'a1, b2');
    expect(raw.kosten).toEqual({ value: 3 * 1.2 + 4 + 2 * 12, followUps: 2 });
  });

  it('scales each between the worst and the best of the same draw', () => {
    const unit = withProof(parking, {
      draws: {
        '1': {
          best: { klanttevredenheid: 9, doorlooptijd: 2, kosten: 5, proces: 1 },
          worst: { klanttevredenheid: 1, doorlooptijd: 12, kosten: 55, proces: 1 },
          bestMean: 1,
          bestPath: [],
        },
      },
    });
    const { state } = play(parking, 'a1, b2');
    expect(outcomes(unit, world, state).scaled).toEqual({
      klanttevredenheid: 0.5,
      doorlooptijd: 0.4,
      kosten: (31.6 - 55) / (5 - 55),
      proces: 1,
    });
  });
});

describe('an e-mail composed from blocks', () => {
  const mail = script([
    compose(
      'antwoord',
      [
        {
          id: 'aanhef',
          label: 'Aanhef',
          blocks: [
            option('b1', '', { effects: { klanttevredenheid: 1, competences: { hostmanship: 1 } } }),
            option('b2', '', { effects: { steps: ['koel'], competences: { hostmanship: -1 } } }),
          ],
        },
        {
          id: 'excuus',
          label: 'Erkenning',
          blocks: [
            option('c1', '', { offeredIf: [{ kind: 'step', step: 'koel', not: true }] }),
            option('c2', ''),
          ],
          empty: option('c3', '', {
            text: '',
            effects: { klanttevredenheid: -2, competences: { hostmanship: -2 } },
          }),
        },
      ],
      {
        code: 's1',
        id: 's1',
        effects: { minutes: 4 },
        routes: [
          { if: [{ kind: 'step', step: 'koel' }], to: 'slecht' },
          { if: [], to: 'goed' },
        ],
      },
    ),
  ]);

  it('is one decision a slot and one action of sending', () => {
    const start = startConversation(mail, world, '');
    const sent = step(mail, world, start, { code: 's1', response: 'b1c2' });
    expect(sent.ending).toBe('goed');
    expect(sent.decisions.map(({ slot, chosen }) => [slot, chosen.id])).toEqual([
      ['aanhef', 'b1'],
      ['excuus', 'c2'],
    ]);
    expect(sent.log.at(-2)).toEqual({
      kind: 'sent',
      turn: 'antwoord',
      parts: [
        { label: 'Aanhef', text: 'Tekst b1' },
        { label: 'Erkenning', text: 'Tekst c2' },
      ],
      change: { klanttevredenheid: 1, minutes: 4, kosten: 4.8 },
    });
  });

  it('leaves a slot empty when it may be, and says what must be filled', () => {
    const start = startConversation(mail, world, '');
    expect(step(mail, world, start, { code: 's1', response: 'b1' }).decisions[1]?.chosen.id).toBe('c3');
    expect(step(mail, world, start, { code: 's1', response: 'b1c3' }).klanttevredenheid).toBe(4);
    expect(() => step(mail, world, start, { code: 's1', response: 'c1' })).toThrow('must be filled');
    expect(() => step(mail, world, start, { code: 's1', response: 'c1b1' })).toThrow('must be filled');
    expect(() => step(mail, world, start, { code: 's1', response: 'b1c1x' })).toThrow('does not fit');
  });

  it('lets a slot see what the slots before it did', () => {
    const start = startConversation(mail, world, '');
    expect(() => step(mail, world, start, { code: 's1', response: 'b2c1' })).toThrow('not offered');
    expect(step(mail, world, start, { code: 's1', response: 'b2c2' }).ending).toBe('slecht');
    const now = mail.turns[0];
    const slots = now?.kind === 'compose' ? slotsNow(now, start, { aanhef: 'b2' }, []) : [];
    expect(slots[1]?.blocks.map(({ offered }) => offered)).toEqual([false, true]);
  });

  it('remembers what is picked for a slot until it is sent, and nothing else changes', () => {
    const start = startConversation(mail, world, '');
    const one = step(mail, world, start, { code: 'c2' });
    const two = step(mail, world, one, { code: 'b1' });
    expect(two).toEqual({ ...start, draft: { aanhef: 'b1', excuus: 'c2' } });
    expect(step(mail, world, two, { code: 'c3' }).draft).toEqual({ aanhef: 'b1', excuus: 'c3' });
    const sent = step(mail, world, two, { code: 's1', response: 'b1c2' });
    expect(sent).toEqual(step(mail, world, start, { code: 's1', response: 'b1c2' }));
    expect(sent.draft).toEqual({});
  });

  it('refuses a pick that is not possible, and lets one go that an earlier slot takes away', () => {
    const start = startConversation(mail, world, '');
    const cold = step(mail, world, start, { code: 'b2' });
    expect(() => step(mail, world, cold, { code: 'c1' })).toThrow('not offered');
    expect(() => step(mail, world, cold, { code: 'c2', response: 'c2' })).toThrow('no option');
    expect(() => step(mail, world, cold, { code: 'a1' })).toThrow('no option');
    expect(() => step(parking, world, startConversation(parking, world, '1'), { code: 'b1' })).toThrow(
      'no option',
    );
    const kind = step(mail, world, step(mail, world, start, { code: 'b1' }), { code: 'c1' });
    expect(step(mail, world, kind, { code: 'b2' }).draft).toEqual({ aanhef: 'b2' });
  });

  it('keeps the draft while the learner is at the desk', () => {
    const picked = step(mail, world, startConversation(mail, world, ''), { code: 'b1' });
    expect(step(mail, world, picked, { code: 'k1' }).draft).toEqual({ aanhef: 'b1' });
  });

  it('plays by the ids of its blocks, with or without the sending', () => {
    expect(play(mail, 'b1, c2, s1').ending?.id).toBe('goed');
    expect(play(mail, 'b2, c3, verstuur').ending?.id).toBe('slecht');
    expect(play(mail, 'b1, klant wierda, c2').ending?.id).toBe('goed');
  });
});

describe('a transcript that does not play', () => {
  const why = (tokens: string) => {
    const played = playScript(parking, world, tokens.split(', '));
    return played.ok ? null : [played.at, played.token, played.turn, played.why];
  };
  it('says at which token, in which turn, and why', () => {
    expect(why('a1, b1')).toEqual([1, 'b1', 'zaak', 'not-offered']);
    expect(why('a1, a2')).toEqual([1, 'a2', 'zaak', 'not-here']);
    expect(why('a2, b2, a1')).toEqual([2, 'a1', null, 'over']);
    expect(why('zaak Z-9999')).toEqual([0, 'zaak Z-9999', 'opening', 'not-here']);
  });
});

describe('an ending', () => {
  it('lets the customer have the last word', () => {
    const unit = script([turn('t', [option('a1', 'klaar')])], { endings: [ending('klaar')] });
    const { state } = play(unit, 'a1');
    expect(state).toMatchObject({ turn: null, ending: 'klaar' });
    expect(state.log.at(-1)).toMatchObject({ kind: 'line', turn: 'klaar', line: { text: 'Einde klaar' } });
  });
});
