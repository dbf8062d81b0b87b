import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/engine/conversation/state.js';
import { dayOf, hourAfter, logItems, picturesNow } from '../../src/player/conversation/log-view.js';
import { passport } from './fixtures/conversations.js';

const line = (turn: string, speaker: 'KLANT' | 'BUREAU', text = 'x'): LogEntry => ({
  kind: 'line',
  turn,
  line: { speaker, text },
});
const said = (minutes: number): LogEntry => ({
  kind: 'said',
  turn: 'opening',
  text: 'x',
  change: { minutes },
});
const contact = (channel: 'telefoon' | 'chat'): LogEntry => ({
  kind: 'contact',
  turn: 'later',
  channel,
  moment: 'donderdag 26 november, 9.00 uur',
  change: {},
});
const picture = { drawing: 'paspoort', alt: 'Een paspoort.', turn: 'opening' } as const;
const unit = { ...passport, pictures: [picture] };

describe('the log', () => {
  it('tells the hour by the simulated minutes of its contact', () => {
    const items = logItems(unit, [line('opening', 'KLANT'), said(12.5), line('envelop', 'KLANT')]);
    expect(items.map((item) => item.time)).toEqual(['9.20', '9.32', '9.32']);
    expect(items.map((item) => item.minutes)).toEqual([0, 12.5, 12.5]);
  });

  it('names no hour where the script names none, and passes midnight', () => {
    expect(hourAfter('een doordeweekse dag', 3)).toBeUndefined();
    expect(hourAfter('vrijdag, 23.50 uur', 15)).toBe('0.05');
    expect(dayOf('vrijdag 4 december, 23.50 uur')).toBe('vrijdag 4 december');
  });

  it('goes on in the channel of the next contact, with a clock of its own', () => {
    const items = logItems(unit, [
      line('opening', 'KLANT'),
      said(5),
      contact('telefoon'),
      line('later', 'KLANT'),
    ]);
    expect(items.map((item) => item.channel)).toEqual(['balie', 'balie', 'telefoon', 'telefoon']);
    expect(items.at(-1)).toMatchObject({ time: '9.00', minutes: 0, opens: true });
  });

  it('shows a picture once, with the words of the customer', () => {
    const items = logItems(unit, [
      line('opening', 'BUREAU'),
      line('opening', 'KLANT'),
      line('opening', 'KLANT'),
    ]);
    expect(items.map((item) => item.pictures.length)).toEqual([0, 1, 0]);
    expect(picturesNow(items)).toEqual([picture]);
  });

  it('shows a picture where the customer says nothing', () => {
    const items = logItems(unit, [line('opening', 'BUREAU')]);
    expect(items[0]?.pictures).toEqual([picture]);
  });

  it('shows nothing over the telephone, and takes things away with the contact', () => {
    expect(logItems({ ...unit, channel: 'telefoon' }, [line('opening', 'KLANT')])[0]?.pictures).toEqual([]);
    expect(picturesNow(logItems(unit, [line('opening', 'KLANT'), contact('chat')]))).toEqual([]);
  });
});
