/** Where an author is in each module, kept for when this tab loads the page again. */
import type { Screen } from '../../player/events.js';

export interface Kept {
  readonly journal: string;
  readonly screen: Screen;
}

const key = (module: string): string => `zeventerpen:voorbeeld:${module}`;

export function keep(module: string, kept: Kept): void {
  sessionStorage.setItem(key(module), JSON.stringify(kept));
}

export function recall(module: string): Kept | undefined {
  const stored = sessionStorage.getItem(key(module));
  return stored === null ? undefined : (JSON.parse(stored) as Kept);
}

export function forget(module: string): void {
  sessionStorage.removeItem(key(module));
}
