import { describe, expect, it } from 'vitest';
import { prove } from '../../src/content/proof/prove.js';
import { playScript } from '../../src/engine/conversation/play-script.js';
import { optionsNow, turnNow } from '../../src/engine/conversation/reduce.js';
import type { ChoiceTurn, Turn, World } from '../../src/content/module.js';
import type { Script } from '../../src/engine/conversation/rules.js';
import { deskAction, ending, option, script, turn } from './fixtures/conversation.js';
import { world } from './fixtures/world.js';

const channels: World['channels'] = world.channels.map((each) =>
  each.id === 'balie' ? { ...each, id: 'e-mail', kosten: 3 } : each,
);
const town: World = { ...world, channels };
const play = (unit: Script, ...tokens: string[]) => playScript(unit, town, tokens);
const said = (unit: Script, ...tokens: string[]) =>
  play(unit, ...tokens).state.log.flatMap((entry) => (entry.kind === 'line' ? [entry.line.text] : []));

describe('a turn that may be come back to twice', () => {
  const line = (text: string) => ({ speaker: 'KLANT' as const, text });
  const asking: Turn = {
    ...turn('vraag', [option('a1', 'vraag', { effects: { minutes: 1 } }), option('a2', 'klaar')]),
    lines: [line('De eerste keer')],
    again: { kind: 'repeat', max: 2, to: 'zat', lines: [line('Nog een keer')] },
  };
  const unit = script([asking, turn('zat', [option('b1', 'klaar')])], { endings: [ending('klaar')] });

  it('says its first lines once and its others on each return, then sends on', () => {
    expect(said(unit, 'a1', 'a1', 'a1')).toEqual([
      'De eerste keer',
      'Nog een keer',
      'Nog een keer',
      'Hier is zat',
    ]);
    expect(play(unit, 'a1', 'a1', 'a1').state).toMatchObject({ turn: 'zat', minutes: 3 });
  });

  it('can be left before it is used up, and offers the same choices each time', () => {
    expect(play(unit, 'a1', 'a2')).toMatchObject({ ok: true, ending: { id: 'klaar' } });
    expect(play(unit, 'a1', 'a1', 'a1', 'a1')).toMatchObject({ ok: false, at: 3, turn: 'zat' });
  });

  it('is finite to the proof, which counts every return', () => {
    // Three visits of the turn, the turn it sends on to, and the ending.
    expect(prove(unit, world).proof?.states).toBe(5);
  });
});

describe('topics in any order', () => {
  const topics: ChoiceTurn = {
    kind: 'choice',
    id: 'vragen',
    lines: [],
    options: [
      option('a1', 'vragen', { topic: true, effects: { competences: { hostmanship: 1 } } }),
      option('a2', 'uitleg', { topic: true, effects: { competences: { hostmanship: 2 } } }),
      option('a3', 'klaar'),
    ],
    again: { kind: 'topics', to: 'slot', lines: [] },
  };
  const unit = script(
    [topics, turn('uitleg', [option('b1', 'vragen')]), turn('slot', [option('c1', 'klaar')])],
    { endings: [ending('klaar')] },
  );
  const offered = (...tokens: string[]) => {
    const { state } = play(unit, ...tokens);
    const now = turnNow(unit, state);
    return now?.kind === 'choice' ? optionsNow(now, state).map((each) => each.option.id) : [];
  };

  it('are each taken once, and then the conversation goes on', () => {
    expect(offered()).toEqual(['a1', 'a2', 'a3']);
    expect(offered('a1')).toEqual(['a2', 'a3']);
    expect(play(unit, 'a1', 'a1')).toMatchObject({ ok: false, at: 1, why: 'taken' });
    for (const path of [
      ['a1', 'a2', 'b1'],
      ['a2', 'b1', 'a1'],
    ])
      expect(play(unit, ...path).state.turn).toBe('slot');
  });

  it('may be left early by a choice that is no topic', () => {
    expect(play(unit, 'a2', 'b1', 'a3')).toMatchObject({ ok: true, ending: { id: 'klaar' } });
  });

  it('are judged against what still stands there', () => {
    const { decisions } = play(unit, 'a2', 'b1', 'a1').state;
    expect(decisions.map(({ evidence }) => evidence.hostmanship)).toEqual([
      { got: 2, max: 2 },
      undefined,
      { got: 1, max: 1 },
    ]);
  });
});

describe('a later contact', () => {
  const mail: Turn = {
    ...turn('mail', [option('b1', 'klaar')]),
    contact: { channel: 'e-mail', moment: 'woensdag', between: 'Twee dagen', waitDays: 2 },
  };
  const unit = script([turn('bellen', [option('a1', 'mail')]), mail], {
    moment: 'maandag',
    endings: [ending('klaar')],
  });

  it('changes channel and moment, costs its channel and lets the customer wait', () => {
    const before = play(unit).state;
    const after = play(unit, 'a1');
    expect(before).toMatchObject({ channel: 'telefoon', moment: 'maandag', contacts: ['telefoon'] });
    expect(after.state).toMatchObject({
      channel: 'e-mail',
      moment: 'woensdag',
      contacts: ['telefoon', 'e-mail'],
      waitDays: 2,
    });
    expect(after.outcomes.kosten.value - play(unit).outcomes.kosten.value).toBeCloseTo(3);
  });

  it('shows the divide before what is said', () => {
    const kinds = play(unit, 'a1').state.log.map(({ kind }) => kind);
    expect(kinds).toEqual(['line', 'said', 'contact', 'line']);
    expect(play(unit, 'a1').state.log[2]).toMatchObject({ between: 'Twee dagen', change: { waitDays: 2 } });
  });

  it('brings its own norm, so that two contacts may take twice as long', () => {
    const { norms } = world;
    const slow = (minutes: number) =>
      script([turn('bellen', [option('a1', 'mail', { effects: { minutes, klanttevredenheid: 4 } })]), mail], {
        endings: [ending('klaar')],
      });
    const kinds = (minutes: number) => prove(slow(minutes), world).problems.map(({ kind }) => kind);
    const most = norms.voldoende.minuten.telefoon + norms.voldoende.minuten['e-mail'];
    expect(kinds(Math.min(most, 15))).not.toContain('not-sufficient');
    expect(kinds(most + 0.5)).toContain('not-sufficient');
  });
});

describe('a consequence', () => {
  const told = { if: [{ kind: 'step' as const, step: 's1', not: true as const }], text: 'Hij belt weer' };
  const unit = script(
    [
      turn('begin', [option('a1', 'later', { effects: { steps: ['s1'] } }), option('a2', 'later')]),
      {
        ...turn('later', [option('b1', 'klaar')]),
        consequences: [{ ...told, effects: { klanttevredenheid: -2, minutes: 3 } }],
      },
    ],
    {
      steps: [{ id: 's1', text: '', onlyIf: [] }],
      endings: [
        { ...ending('klaar'), consequences: [{ ...told, effects: { klanttevredenheid: -1 }, followUps: 2 }] },
      ],
    },
  );

  it('acts on arrival when its condition holds, and is shown with what it changed', () => {
    const { state } = play(unit, 'a2');
    expect(state).toMatchObject({ klanttevredenheid: 3, minutes: 3 });
    expect(state.log).toContainEqual(
      expect.objectContaining({ kind: 'consequence', turn: 'later', text: 'Hij belt weer' }),
    );
    expect(play(unit, 'a1').state).toMatchObject({ klanttevredenheid: 5, minutes: 0 });
  });

  it('at an ending comes after the goodbye, and its extra contacts are paid for', () => {
    const late = play(unit, 'a2', 'b1');
    expect(late.state.log.slice(-2).map(({ kind }) => kind)).toEqual(['line', 'consequence']);
    expect(late.outcomes).toMatchObject({ klanttevredenheid: 2, kosten: { followUps: 2 } });
    expect(play(unit, 'a1', 'b1').outcomes.kosten.followUps).toBe(0);
  });
});

describe('a call that is answered the second time', () => {
  const unit = script(
    [
      turn('begin', [
        option('a1', 'klaar'),
        option('a2', 'klaar', { offeredIf: [{ kind: 'knows', fact: 'f' }] }),
      ]),
    ],
    {
      desk: [deskAction('bellen:loket', 'l1', { effects: { minutes: 2, facts: ['f'] }, secondCall: true })],
      endings: [ending('klaar')],
    },
  );

  it('costs its minutes twice and teaches once', () => {
    expect(play(unit, 'bellen loket (geen gehoor)').state).toMatchObject({
      minutes: 2,
      facts: [],
      opened: [],
    });
    expect(play(unit, 'bellen loket (geen gehoor)', 'bellen loket').state).toMatchObject({
      minutes: 4,
      facts: ['f'],
      opened: ['bellen:loket'],
    });
  });

  it('is no chance: the proof needs no draw to find the way past it', () => {
    const { proof, problems } = prove(unit, world);
    expect(Object.keys(proof?.draws ?? {})).toEqual(['']);
    expect(problems.map(({ kind }) => kind)).not.toContain('option-never-offered');
  });
});
