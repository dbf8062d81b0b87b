/** A process that plays the runs it is told to, one after the other. */
import { readFileSync } from 'node:fs';
import type { Module } from '../../src/content/module.js';
import { mutate } from './mutations.js';
import type { Task } from './pool.js';
import { playRun } from './run.js';
import type { Server } from './server.js';

const [file = '', address = ''] = process.argv.slice(2);
const modules = JSON.parse(readFileSync(file, 'utf8')) as Module[];
const server = JSON.parse(address) as Server;
// What the page tells developers is no result of a run.
console.warn = () => undefined;

process.on('message', ({ seed, mutation }: Task) => {
  const { sender, restore } = mutate(mutation);
  void playRun({ seed, modules, server, sender }).then((outcome) => {
    restore();
    process.send?.(outcome);
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
