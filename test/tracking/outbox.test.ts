import { expect, it } from 'vitest';
import { decodeJournal, encodeJournal } from '../../src/engine/journal.js';
import { memoryEvents } from '../../src/tracking/xapi/event-store.js';
import { Outbox } from '../../src/tracking/xapi/outbox.js';
import { Learner, readLesson } from './learner.js';
import { StrictLms } from './strict-lms.js';

it('an attempt that never arrived waits while another one is opened, and is told once it arrives', async () => {
  const store = memoryEvents();
  const { session } = await Learner.visits(new StrictLms('scorm12')).then(async (learner) => {
    await learner.does(...readLesson);
    return learner;
  });
  const { journal } = session;
  const other = decodeJournal(encodeJournal({ ...journal, attempt: 'b'.repeat(32), units: {} }));
  const [unit = ''] = Object.keys(journal.units);
  const first = new Outbox(store, journal.attempt, 'visit 1');
  first.add([{ kind: 'acted', unit, run: 1, mode: 'scored', actions: '' }], 1);
  const between = new Outbox(store, other.attempt, 'visit 2');
  await between.load(other);
  expect(between.waiting(10)).toEqual([]);
  const later = new Outbox(store, journal.attempt, 'visit 3');
  await later.load(journal);
  expect(later.waiting(10).map(({ visit, released }) => [visit, released])).toEqual([['visit 1', true]]);
});
