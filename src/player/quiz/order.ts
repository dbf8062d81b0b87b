import type { QuizItem, Unit } from '../../content/module.js';
import { optionsOf } from '../../engine/item-share.js';
import { runSeed, shuffled } from '../../engine/random.js';
import type { Session } from '../../engine/session.js';
import { latestRun } from '../act.js';

/** The order in which the options of an item are shown: fixed by the run; an ordering item never begins solved. */
export function shownOrder(session: Session, unit: Unit, item: QuizItem): readonly string[] {
  const letters = optionsOf(item).map((option) => option.id);
  const run = latestRun(session, unit) ?? { number: 1, mode: 'scored' as const, actions: [] };
  const order = shuffled(`${runSeed(session.journal.attempt, unit.code, run)}/${item.code}`, letters);
  const solved = item.soort === 'volgorde' && order.join() === letters.join();
  return solved ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
