/** Faults put into our own code, to see that the runs notice them. */
import { randomUUID } from 'node:crypto';
import type { Statement } from '@xapi/xapi';
import { Elements } from '../../src/tracking/lms/elements.js';
import { Saving } from '../../src/tracking/saving.js';
import * as sender from '../../src/tracking/xapi/sender.js';

export const MUTATIONS = ['no resend', 'no retry', 'random ids'] as const;
export type Mutation = (typeof MUTATIONS)[number];

type SenderModule = typeof sender;
type Settle = (this: { timer: unknown }, change: number, occasion: string, stored: string) => void;

interface Mutated {
  /** The sending half to use. */
  readonly sender: SenderModule;
  readonly restore: () => void;
}

/** Puts it in, until it is restored. */
export function mutate(mutation: Mutation | undefined): Mutated {
  switch (mutation) {
    case undefined:
      return { sender, restore: () => undefined };
    case 'no resend':
      return { sender, restore: replace(Elements.prototype, { resend: () => true }) };
    case 'no retry': {
      const { settle } = Saving.prototype as unknown as { settle: Settle };
      const without: Settle = function (change, occasion, stored) {
        settle.call(this, change, occasion, stored);
        if (stored === 'stored') return;
        clearTimeout(this.timer as never);
        this.timer = undefined;
      };
      return { sender, restore: replace(Saving.prototype, { settle: without, retry: () => undefined }) };
    }
    case 'random ids':
      return { sender: { ...sender, startSender: withRandomIds }, restore: () => undefined };
  }
}

function replace(prototype: object, methods: Readonly<Record<string, unknown>>): () => void {
  const before = Object.fromEntries(
    Object.keys(methods).map((name) => [name, Reflect.get(prototype, name) as unknown]),
  );
  Object.assign(prototype, methods);
  return () => void Object.assign(prototype, before);
}

function withRandomIds(options: sender.SenderOptions): sender.Sender {
  const made = sender.startSender(options);
  const inner = made as unknown as { makeStatements: (event: never) => readonly Statement[] };
  const { makeStatements } = inner;
  inner.makeStatements = (event) =>
    makeStatements(event).map((statement) => ({ ...statement, id: randomUUID() }));
  return made;
}
