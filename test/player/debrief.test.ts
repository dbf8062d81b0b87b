import { describe, expect, it } from 'vitest';
import type { Consequence, Conversation, Effects, Module, Option, Turn } from '../../src/content/module.js';
import { newSession, run, type Command, type Session } from '../../src/engine/session.js';
import { isLearningPoint } from '../../src/player/debrief/moments.js';
import { rulesOf } from '../../src/player/debrief/named-rules.js';
import { debriefOf, discussedRun } from '../../src/player/debrief/view-model.js';
import { deskAction, ending, option, script, turn, withProof } from '../engine/fixtures/conversation.js';
import { email, fixture, passport } from './fixtures/module.js';

const ATTEMPT = '0123456789abcdef0123456789abcdef';
const ZERO = { klanttevredenheid: 0, doorlooptijd: 0, kosten: 0, proces: 0 };
const NO_RANGE = { best: ZERO, worst: ZERO };
const told = (text: string, more: Partial<Consequence>): Consequence => ({
  if: [],
  text,
  effects: {},
  ...more,
});
const play = (unit: Conversation, actions: readonly string[], attempt = ATTEMPT): Session => {
  const commands: Command[] = [
    { kind: 'start', unit: unit.code },
    ...actions.map((written): Command => {
      const [code = '', response] = written.split('=');
      return { kind: 'act', unit: unit.code, action: { code, ...(response !== undefined && { response }) } };
    }),
  ];
  return commands.reduce((session, command) => run(session, command).session, newSession(withLater, attempt));
};
const discuss = (unit: Conversation, ...actions: string[]) => debriefOf(play(unit, actions), unit)!;

/** Calls, writes three days later, and meets what was not written down; nobody answers the first call. */
const later: Conversation = withProof(
  script(
    [
      turn('bellen', [
        option('a1', 'later', {
          code: 'a1',
          effects: { competences: { hostmanship: 1 } },
          reply: { speaker: 'KLANT', text: 'Goed.', mood: 'rustig' },
        }),
        option('a2', 'later', { code: 'a2' }),
      ]),
      {
        ...turn('later', [option('b1', 'goed', { code: 'b1' }), option('b2', 'slecht', { code: 'b2' })]),
        contact: { channel: 'e-mail', moment: 'vrijdag', between: 'Het regende.', waitDays: 2 },
        consequences: [told('Zij belde al.', { effects: { klanttevredenheid: -1, minutes: 3 } })],
      },
    ],
    {
      code: 'zz',
      desk: [{ ...deskAction('bellen:vergunningen', 'v1', { effects: { minutes: 2 } }), secondCall: true }],
      endings: [
        { ...ending('goed'), consequences: [told('Zij schreef een brief.', { followUps: 1 })] },
        ending('slecht', 'slecht'),
      ],
    },
  ),
  { draws: { '': { ...NO_RANGE, bestMean: 1, bestPath: ['v1', 'v1', 'a1', 'b1'] } } },
);
const withLater: Module = { ...fixture, units: [...fixture.units, later] };

describe('the debrief of a conversation', () => {
  const weak = discuss(passport, 'k2', '!', 'a2', 'b3', 'c3', 'd2');

  it('is there only when the conversation has ended', () => {
    const session = play(passport, ['k2', 'a1']);
    expect(discussedRun(session, passport)).toBeUndefined();
    expect(debriefOf(session, passport)).toBeUndefined();
  });

  it('shows how the customer came and went', () => {
    expect(weak.faces).toEqual({ begin: 'aarzelend', end: 'neutraal' });
    expect(weak.ending?.id).toBe('netjes');
  });

  it('puts each outcome between the worst and the best, and judges it by the norms', () => {
    expect(weak.outcomes.map((row) => row.id)).toEqual([
      'klanttevredenheid',
      'doorlooptijd',
      'kosten',
      'proces',
    ]);
    for (const row of weak.outcomes) expect(row.share).toBeGreaterThanOrEqual(0);
    const process = weak.outcomes[3]!;
    expect(process).toMatchObject({ value: '2 van 4', verdict: '2 stappen missen', isSufficient: false });
  });

  it('sets the norm on the same line, on the side that its verdict says', () => {
    for (const { share, normShare, isSufficient, norm } of weak.outcomes) {
      expect(norm).toMatch(/^(minstens|hooguit) /);
      expect(share >= normShare).toBe(isSufficient);
    }
  });

  it('tells every moment in order and keeps where each began in the run', () => {
    expect(weak.moments.map((moment) => [moment.kind, moment.from])).toEqual([
      ['desk', 0],
      ['coach', 1],
      ['decision', 2],
      ['decision', 3],
      ['decision', 4],
      ['decision', 5],
    ]);
  });

  it('names what would have been stronger, why, and which fact would have unlocked it', () => {
    const [first, second] = weak.moments.filter(isLearningPoint);
    expect(first?.stronger?.text).toContain('Gecondoleerd');
    expect(first?.temptation).toBe('nagaan wie je spreekt is je werk.');
    expect(second?.stronger?.needs).toEqual(['Een nabestaande mag het ongeldige paspoort houden']);
  });

  it('keeps what the customer said with the choice that answers it, also when the desk came in between', () => {
    const decision = weak.moments[2]!;
    expect(decision.heard.map((each) => each.kind === 'line' && each.line.speaker)).toEqual([
      'BUREAU',
      'KLANT',
    ]);
    expect(decision.heard).toBe(weak.moments[0]!.heard);
  });

  it('sets the route taken beside the best one, in words', () => {
    expect(weak.routes.best[0]).toMatchObject({ kind: 'desk', isShared: true });
    expect(weak.routes.taken.at(-1)?.text).toContain('algemene nummer');
    expect(weak.routes.best.filter((step) => step.isShared)).toHaveLength(1);
  });

  it('says of a call that the script does not list whether it was answered, everywhere the same', () => {
    const heard = Array.from({ length: 12 }, (_, at) => {
      const attempt = at.toString(16).padStart(32, '0');
      const view = debriefOf(play(passport, ['k8', 'a3'], attempt), passport)!;
      const moment = view.moments[0]!;
      expect(moment.kind === 'desk' && moment.did).toBe(view.routes.taken[0]?.text);
      expect(moment.kind === 'desk' && moment.reply === undefined).toBe(
        view.routes.taken[0]?.text.includes('nam niemand op'),
      );
      return moment.kind === 'desk' && moment.reply;
    });
    expect(new Set(heard)).toEqual(new Set([undefined, 'Daar gaan wij niet over.']));
  });

  it('sorts the facts of the desk: used, found, left lying', () => {
    const standings = Object.fromEntries(weak.facts.map((fact) => [fact.label, fact.standing]));
    expect(standings['Het afschrift van de akte ligt al klaar']).toBe('found');
    expect(standings['Mevrouw Wierda woont nu alleen']).toBe('missed');
    const lying = weak.facts.find(({ where }) => where?.startsWith('het artikel'));
    expect(lying?.where).toBe('het artikel ‘Overlijden: wat regelt de gemeente?’');
    // What there is to learn stands first.
    const order = weak.facts.map(({ standing }) => ['missed', 'found', 'used'].indexOf(standing));
    expect(order).toEqual(order.toSorted());
  });

  it('says what is sufficient beside each outcome', () => {
    expect(weak.outcomes.map(({ norm }) => norm)).toEqual([
      'minstens 6',
      expect.stringMatching(/^hooguit \d+ min \+ \d+ werkdag/),
      expect.stringMatching(/^hooguit €/),
      'minstens 4 van 4',
    ]);
  });

  it('takes along what this learner did well, what would have been stronger, and what was left', () => {
    const said = weak.moments.flatMap((moment) => (moment.kind === 'decision' ? [moment] : []));
    expect(weak.takeAways.length).toBeGreaterThanOrEqual(2);
    expect(weak.takeAways.length).toBeLessThanOrEqual(3);
    const worst = said.find(({ quality }) => quality === 'weak')!;
    const texts = weak.takeAways.map(({ text }) => text).join(' ');
    expect(texts).toContain(worst.stronger!.text);
    const other = discuss(passport, 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1');
    expect(other.takeAways.map(({ head }) => head)).toEqual(
      Array.from({ length: 3 }, () => 'Blijf dit doen.'),
    );
    expect(other.takeAways.map(({ text }) => text).join(' ')).not.toBe(texts);
  });

  it('sums up what the coach was asked, and that it halves that turn in the first run only', () => {
    expect(weak.advice).toMatchObject({ said: [expect.any(String)], isHalved: true });
    const first = play(passport, ['k2', 'a3']);
    const again = ['!', 'a3'].reduce(
      (session, code) => run(session, { kind: 'act', unit: passport.code, action: { code } }).session,
      run(first, { kind: 'start', unit: passport.code }).session,
    );
    expect(debriefOf(again, passport)!.advice).toMatchObject({ said: [expect.any(String)], isHalved: false });
    expect(discuss(passport, 'k2', 'a3').advice.said).toEqual([]);
  });

  it('tells what happened later on the best route, when this run ended elsewhere', () => {
    expect(discuss(passport, 'k2', 'a3').better?.quality).toBe('goed');
    expect(discuss(passport, 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1').better).toBeUndefined();
    // A letter on the best route goes out as a whole.
    expect(discuss(email, 'e2').better).toBeDefined();
  });

  it('names the rule of the town that a choice is about, as its author says or its feedback names it', () => {
    const rule = { id: 'beloofd', naam: 'De belofte telt', uitleg: 'Beloof wat je doet.' };
    expect(rulesOf([{ feedback: 'Vaag. Regel: belofte telt.' }], [rule])).toEqual([rule]);
    expect(rulesOf([{ feedback: 'Een belofte zonder dag.' }], [rule])).toEqual([]);
    expect(rulesOf([{ feedback: 'Een belofte zonder dag.', rule: 'beloofd' }], [rule])).toEqual([rule]);
  });

  it('has no learning points on the best route, and gives it a 100', () => {
    const best = discuss(passport, 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1');
    expect(best.score).toBe(100);
    expect(best.moments.filter(isLearningPoint)).toEqual([]);
    expect(best.practise).toBeUndefined();
    expect(best.routes.taken.every((step) => step.isShared)).toBe(true);
  });

  it('discusses a letter part by part', () => {
    const letter = discuss(email, 'e1', 'f9=f2f5f7');
    const parts = letter.moments.filter((moment) => moment.kind === 'decision').slice(1);
    expect(parts.map((part) => part.label)).toEqual(['Aanhef', 'Erkenning', 'Belofte']);
    expect(parts[1]).toMatchObject({ said: '', quality: 'weak' });
    expect(letter.routes.taken.map((step) => step.text)).toContain('Erkenning: leeg');
  });

  it('discusses the latest run, and the best one while another goes on', () => {
    const session = play(passport, ['k2', 'a3']);
    const again = run(session, { kind: 'start', unit: passport.code }).session;
    expect(discussedRun(again, passport)?.number).toBe(1);
  });
});

describe('the debrief of a conversation that goes on later', () => {
  const view = discuss(later, 'v1', 'v1', 'a2', 'b1');
  const decision = (nth: number) => view.moments.filter(({ kind }) => kind === 'decision')[nth]!;

  it('tells of the new contact and of what came of earlier choices, before the choice that met them', () => {
    expect(decision(1).heard).toMatchObject([
      {
        kind: 'contact',
        channel: 'e-mail',
        title: 'E-mail, vrijdag',
        between: 'Het regende.',
        change: { waitDays: 2 },
      },
      { kind: 'consequence', text: 'Zij belde al.', change: { klanttevredenheid: -1, minutes: 3 } },
      { kind: 'line', line: { text: 'Hier is later' } },
    ]);
    expect(decision(1).from).toBe(3);
  });

  it('keeps what was said to a choice at once with what came next', () => {
    const { moments } = discuss(later, 'a1', 'b1');
    expect(moments[1]!.heard.map(({ kind }) => kind)).toEqual(['line', 'contact', 'consequence', 'line']);
    expect(moments[1]!.heard[0]).toMatchObject({ line: { text: 'Goed.' } });
  });

  it('tells what came of it after the end', () => {
    expect(view.told).toMatchObject([{ text: 'Zij schreef een brief.', change: { followUps: 1 } }]);
  });

  it('knows that nobody answered the first of two calls', () => {
    const [first, second] = view.routes.taken.map(({ text }) => text);
    expect(first).not.toBe(second);
    expect(view.routes.best.map(({ text }) => text).slice(0, 2)).toEqual([first, second]);
  });
});

describe('the debrief of topics in any order', () => {
  const topic = (code: string, more: Partial<Option> = {}) =>
    option(code, 'vragen', { code, topic: true, ...more });
  const skill = (hostmanship: number): Effects => ({ competences: { hostmanship } });
  const discussTopics = (second: Partial<Option>, ...actions: string[]) => {
    const topics: Turn = {
      ...turn('vragen', [
        topic('t1', { effects: skill(1) }),
        topic('t2', second),
        option('t3', 'slecht', { code: 't3' }),
      ]),
      again: { kind: 'topics', to: 'klaar', lines: [] },
    };
    const unit = withProof(
      script(
        [
          topics,
          turn('klaar', [
            option('u1', 'goed', { code: 'u1', effects: skill(1) }),
            option('u2', 'slecht', { code: 'u2' }),
          ]),
        ],
        { code: 'tt' },
      ),
      { competences: ['hostmanship'], draws: { '': { ...NO_RANGE, bestMean: 1, bestPath: [] } } },
    );
    const session = actions.reduce(
      (one, code) => run(one, { kind: 'act', unit: 'tt', action: { code } }).session,
      run(newSession({ ...fixture, units: [unit] }, ATTEMPT), { kind: 'start', unit: 'tt' }).session,
    );
    return debriefOf(session, unit)!
      .moments.filter(isLearningPoint)
      .map((point) => point.stronger?.text);
  };

  it('calls no topic stronger that came next, when the other order brings no more', () => {
    // The second pleases more, but it counts the same wherever it stands.
    expect(discussTopics({ effects: { ...skill(1), klanttevredenheid: 1 } }, 't1', 't2', 'u1')).toEqual([]);
  });

  it('does so when it had brought more', () => {
    expect(discussTopics({ effects: skill(3) }, 't1', 't2', 'u1')).toEqual(['Tekst t2']);
  });

  it('still names a topic that was never dealt with', () => {
    expect(discussTopics({ effects: { ...skill(1), klanttevredenheid: 1 } }, 't1', 't3')).toContain(
      'Tekst t2',
    );
  });
});
