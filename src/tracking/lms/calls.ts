/** The eight functions of a SCORM API under one spelling, guarded: an LMS that throws counts as one that refuses. */
import type { ScormEdition } from '../config.js';
import type { ApiObject } from './find-api.js';

export interface ScormCalls {
  initialize(): boolean;
  get(element: string): string;
  /** Does it answer at all, or is no session open? */
  answers(element: string): boolean;
  set(element: string, value: string): Accepted;
  commit(): boolean;
  finish(): boolean;
}
/** `unsupported`: this LMS does not have the element at all, so do not offer it again. */
export type Accepted = 'yes' | 'no' | 'unsupported';

const NAMES = {
  scorm12: {
    initialize: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    finish: 'LMSFinish',
    lastError: 'LMSGetLastError',
  },
  scorm2004: {
    initialize: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    finish: 'Terminate',
    lastError: 'GetLastError',
  },
} as const;
/** 401 not implemented, in both editions; 201 is how Moodle 1.2 answers for an element it does not know. */
const UNSUPPORTED = { scorm12: ['401', '201'], scorm2004: ['401'] } as const;

export function scormCalls(edition: ScormEdition, api: ApiObject): ScormCalls {
  const names = NAMES[edition];
  const call = (name: string, ...given: readonly string[]): unknown => {
    try {
      const found = api[name];
      // As a method: many an LMS's functions use `this`.
      return typeof found === 'function' ? Reflect.apply(found, api, given) : undefined;
    } catch {
      return undefined;
    }
  };
  const isTrue = (answer: unknown): boolean => String(answer).toLowerCase() === 'true';
  const lastError = (): string => text(call(names.lastError)) || '0';
  return {
    // The argument must be "" exactly; Moodle refuses a call without it.
    initialize: () => isTrue(call(names.initialize, '')),
    get: (element) => text(call(names.get, element)),
    answers: (element) => text(call(names.get, element)) !== '' && lastError() === '0',
    set: (element, value) => {
      const answer = call(names.set, element, value);
      if (isTrue(answer)) return 'yes';
      if (answer === undefined) return 'no';
      const error = lastError();
      // Some LMSs answer false although it worked; then they report no error.
      if (error === '0') return 'yes';
      return UNSUPPORTED[edition].some((code) => code === error) ? 'unsupported' : 'no';
    },
    commit: () => isTrue(call(names.commit, '')),
    finish: () => isTrue(call(names.finish, '')),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
