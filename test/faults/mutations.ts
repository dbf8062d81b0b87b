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

/** Puts it in, for as long as this process lives; gives the sending half to use. */
export function mutate(mutation: Mutation | undefined): SenderModule {
  switch (mutation) {
    case undefined:
      return sender;
    case 'no resend':
      Object.assign(Elements.prototype, { resend: () => true });
      return sender;
    case 'no retry': {
      const { settle } = Saving.prototype as unknown as { settle: Settle };
      const without: Settle = function (change, occasion, stored) {
        settle.call(this, change, occasion, stored);
        if (stored === 'stored') return;
        clearTimeout(this.timer as never);
        this.timer = undefined;
      };
      Object.assign(Saving.prototype, { settle: without, retry: () => undefined });
      return sender;
    }
    case 'random ids':
      return { ...sender, startSender: withRandomIds };
  }
}

function withRandomIds(options: sender.SenderOptions): sender.Sender {
  const made = sender.startSender(options);
  const inner = made as unknown as { makeStatements: (event: never) => readonly Statement[] };
  const { makeStatements } = inner;
  inner.makeStatements = (event) =>
    makeStatements(event).map((statement) => ({ ...statement, id: randomUUID() }));
  return made;
}
