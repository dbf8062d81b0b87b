/** A thread of `playedInThreads`: is asked for one employee at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { statementText } from '../statement-text.js';
import { linesOf } from './lines.js';
import { demoTeller, type Demo } from './statements.js';

const demo = workerData as Demo;
const tell = demoTeller(demo);

parentPort?.on('message', (place: number) => {
  const employee = demo.people[place];
  const groups = linesOf(employee ? tell(employee).map(statementText) : []);
  parentPort?.postMessage(
    groups,
    groups.map(({ bytes }) => bytes.buffer),
  );
});
