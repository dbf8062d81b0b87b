/** What there is to tell about saving as its status changes; pure. */
import type { SaveStatus } from './status.js';
import { t } from './texts/texts.js';

/** How saving goes: well, badly (and how), or well again. */
export type Trouble =
  { readonly kind: 'none' | 'relief' } | { readonly kind: 'trouble'; readonly text: string };

export class SavingNews {
  private status: SaveStatus = 'saved';
  /** It failed and works again: told only once everything is stored, and shown until the next screen. */
  private relief: 'none' | 'awaited' | 'now' = 'none';

  statusIs(status: SaveStatus): void {
    this.status = status;
    if (this.isTroubled) this.relief = 'awaited';
    else if (this.relief === 'awaited' && status === 'saved') this.relief = 'now';
  }

  nextScreen(): void {
    if (this.relief === 'now') this.relief = 'none';
  }

  /** May nothing be done here now? */
  get isStopped(): boolean {
    return this.status === 'read-only' || this.status === 'ended';
  }

  /** The status in a sentence. */
  get text(): string {
    return this.status === 'read-only' ? t.saving.readOnly : t.saving[this.status];
  }

  get trouble(): Trouble {
    if (this.isTroubled) return { kind: 'trouble', text: this.text };
    return { kind: this.relief === 'now' ? 'relief' : 'none' };
  }

  /** What the announcer says of a change; null: nothing, all is as it should be. */
  get spoken(): string | null {
    if (this.isTroubled) return this.text;
    return this.relief === 'now' ? t.saving.again : null;
  }

  private get isTroubled(): boolean {
    return this.status !== 'saved' && this.status !== 'saving';
  }
}
