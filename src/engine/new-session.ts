import type { Module } from '../content/module.js';
import type { Session } from './session.js';

/** A session in which nothing was done yet. `attempt`: 32 random hex characters. */
export function newSession(module: Module, attempt: string): Session {
  return { module, journal: { content: module.contentVersion, attempt, units: {} } };
}
