/** A thread of `playedInThreads`: is asked for one employee at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { demoTeller, type Demo } from './statements.js';

const demo = workerData as Demo;
const tell = demoTeller(demo);

parentPort?.on('message', (place: number) => {
  const employee = demo.people[place];
  parentPort?.postMessage(employee ? tell(employee).map((statement) => JSON.stringify(statement)) : []);
});
