import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/content/module.js';
import { COACH } from '../../src/engine/action.js';
import { newSession, run, type Command, type Session } from '../../src/engine/session.js';
import { newsSince } from '../../src/player/conversation/news.js';
import { talkOf } from '../../src/player/conversation/talk.js';
import { option, script, turn, withProof } from '../engine/fixtures/conversation.js';
import { fixture, passport } from './fixtures/module.js';

const coached: Conversation = {
  ...passport,
  coached: true,
  turns: passport.turns.map((one) =>
    one.kind === 'choice'
      ? { ...one, options: one.options.map((offered) => ({ ...offered, coach: 'Eerst de mens.' })) }
      : one,
  ),
};
/** Another call follows, a week later, in which something tells. */
const later: Conversation = withProof(
  script([
    turn('bellen', [option('a', 'later', { code: 'a1', effects: { minutes: 1 } })]),
    {
      ...turn('later', [option('b', 'goed', { code: 'b1' })]),
      lines: [
        { speaker: 'COLLEGA', text: 'Ik loop even mee.' },
        { speaker: 'KLANT', mood: 'blij', text: 'Daar ben ik weer.' },
      ],
      contact: { channel: 'telefoon', moment: 'vrijdag, 9.00 uur', between: 'Het regende.' },
      consequences: [{ if: [], text: 'Zij belde al.', effects: {} }],
    },
  ]),
  { draws: {} },
);

/** What is heard of the last of these actions. */
function heard(unit: Conversation, ...codes: readonly string[]): string | undefined {
  const units = [...fixture.units.filter(({ code }) => code !== unit.code), unit];
  const commands: readonly Command[] = [
    { kind: 'start', unit: unit.code },
    ...codes.map((code): Command => ({ kind: 'act', unit: unit.code, action: { code } })),
  ];
  const sessions = commands.reduce<readonly Session[]>(
    (all, command) => [...all, run(all.at(-1)!, command).session],
    [newSession({ ...fixture, units }, '0123456789abcdef0123456789abcdef')],
  );
  return newsSince(talkOf(sessions.at(-2)!, unit)!, talkOf(sessions.at(-1)!, unit)!)?.replaceAll(
    '\u00a0',
    ' ',
  );
}

describe('what is heard of an action, beside what has the focus', () => {
  it('is what a choice changed: not the choice, which was just read, nor the answer, which has the focus', () => {
    expect(heard(passport, 'a1')).toBe(
      'Grietje Wierda kijkt verdrietig. Klanttevredenheid 2 omhoog, 1 minuut erbij, € 0,90 erbij.',
    );
  });

  it('is what a coach beside the learner says of the choice, and for the next one', () => {
    expect(heard(coached, 'a1')).toMatch(
      /€ 0,90 erbij\. Coach: Eerst de mens\. Coach: Weet je al wat er met het paspoort mag\?$/,
    );
  });

  it('is nothing when the coach was asked: what it says has the focus', () => {
    expect(heard(passport, COACH)).toBeUndefined();
  });

  it('is what was done at the desk and what is heard in answer, as the focus stays at the desk', () => {
    expect(heard(passport, 'k3')).toBe(
      'Je las ‘Overlijden: wat regelt de gemeente?’. 2 minuten erbij, € 1,80 erbij, je weet nu: Een nabestaande mag het ongeldige paspoort houden.',
    );
    expect(heard(passport, 'k4')).toMatch(/^Je belde Burgerzaken\. .* Burgerzaken: ‘De parkeerkaart/);
  });

  it('is that the contact is over, as nothing is left to choose', () => {
    expect(heard(passport, 'a3')).toMatch(/De klant gaat weg bij de balie\.$/);
    expect(heard(passport, 'a1')).not.toContain('gaat weg');
  });

  it('is all that lies between two contacts', () => {
    expect(heard(later, 'a1')).toBe(
      'Grietje Wierda kijkt blij. 1 minuut erbij, € 0,90 erbij. Telefoon, vrijdag, 9.00 uur. Het regende. Zij belde al. Collega: Ik loop even mee.',
    );
  });
});
