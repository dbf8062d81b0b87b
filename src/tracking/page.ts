/** What tracking needs of the page; tests bring their own. */
import type { Paints } from '../after-paint.js';
import type { Place } from './lms/find-api.js';
import type { ChannelMaker, Locks } from './local/one-tab.js';

export interface Page extends Place, Paints {
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  readonly navigator: { readonly onLine: boolean; readonly locks?: Locks };
  readonly BroadcastChannel?: ChannelMaker;
  readonly document: { readonly visibilityState: string } & Listens;
  addEventListener(type: string, listener: (event: Event) => void): void;
}
interface Listens {
  addEventListener(type: string, listener: (event: Event) => void): void;
}
