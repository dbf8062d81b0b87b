/** What lies open on the desk, and what its panels need of it. */
import type { BackofficeDesk } from '../../content/schema/municipality.js';
import type { Talk } from '../conversation/talk.js';
import { deskKey } from '../conversation/words.js';

export type DeskTab = 'customer' | 'knowledge' | 'cases' | 'actions';

/** What lies open on each tab. */
export interface Looking {
  readonly customer: string;
  readonly article: string | undefined;
  readonly caseId: string | undefined;
  readonly query: string;
  readonly noteFor: string | undefined;
  /** The three answers of the note; undefined until something was typed. */
  readonly note: readonly string[] | undefined;
  /** What the customer named of who they are, ticked off; undefined: the list is folded. Never stored. */
  readonly identity: readonly string[] | undefined;
  /** Article whose answer was asked for at a turn where it fits nothing. */
  readonly kept: string | undefined;
}

/** What the panels need of their desk. */
export interface Desk {
  readonly talk: Talk;
  readonly looking: Looking;
  /** Lays something open, doing its desk action when it was never opened; its heading takes the focus. */
  readonly open: (key: string) => void;
  /** Back to the list; what was open takes the focus there. */
  readonly close: (key: string) => void;
  /** Types or picks: the focus stays where it is. */
  readonly set: (change: Partial<Looking>) => void;
  readonly isDone: (key: string) => boolean;
  /** True while there is a running turn: after the ending the desk only shows what was opened. */
  readonly isOpen: boolean;
  readonly go: (tab: DeskTab, change: Partial<Looking>) => void;
  readonly handOver: (bureau: BackofficeDesk) => void;
  readonly useAnswer: (key: string) => void;
}

/** What to lay open for the key of a desk action. */
export function lookingAt(key: string): Partial<Looking> {
  const { kind, target } = deskKey(key);
  switch (kind) {
    case 'klant':
      return { customer: target, identity: undefined };
    case 'zaak':
      return { caseId: target };
    case 'artikel':
      return { article: target };
    case 'bellen':
    case 'kanaal':
    case 'notitie':
      return {};
  }
}

export const NOTHING: Looking = {
  customer: '',
  article: undefined,
  caseId: undefined,
  query: '',
  noteFor: undefined,
  note: undefined,
  identity: undefined,
  kept: undefined,
};
