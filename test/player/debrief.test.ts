import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/content/module.js';
import { newSession, run, type Command, type Session } from '../../src/engine/session.js';
import { isLearningPoint } from '../../src/player/debrief/moments.js';
import { debriefOf, discussedRun } from '../../src/player/debrief/view-model.js';
import { email, fixture, passport } from './fixtures/module.js';

const ATTEMPT = '0123456789abcdef0123456789abcdef';
const play = (unit: Conversation, actions: readonly string[], attempt = ATTEMPT): Session => {
  const commands: Command[] = [
    { kind: 'start', unit: unit.code },
    ...actions.map((written): Command => {
      const [code = '', response] = written.split('=');
      return { kind: 'act', unit: unit.code, action: { code, ...(response !== undefined && { response }) } };
    }),
  ];
  return commands.reduce((session, command) => run(session, command).session, newSession(fixture, attempt));
};
const discuss = (unit: Conversation, ...actions: string[]) => debriefOf(play(unit, actions), unit)!;

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
    expect(decision.heard.map((line) => line.speaker)).toEqual(['BUREAU', 'KLANT']);
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
    expect(weak.facts[2]?.where).toBe('het artikel ‘Overlijden: wat regelt de gemeente?’');
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
