import { LitElement } from 'lit';
import { afterPaint } from '../../after-paint.js';

/**
 * An element beside what the learner looks at: when no more than some properties of it changed, it is drawn in the frame after
 * that of the rest, so that an answer waits for nothing else. `updateComplete` waits for it, as for any update.
 */
export abstract class FollowingElement extends LitElement {
  /** Their change may wait for the next frame. */
  static readonly following: readonly PropertyKey[] = [];
  /** The first time may wait too. */
  static readonly followsFirst: boolean = false;
  // Without a value: Lit asks for an update before a field of this class is set.
  private isUrgent?: boolean;

  override requestUpdate(...asked: Parameters<LitElement['requestUpdate']>): void {
    const { following } = this.constructor as typeof FollowingElement;
    const [name] = asked;
    if (name === undefined || !following.includes(name)) this.isUrgent = true;
    super.requestUpdate(...asked);
  }

  protected override async scheduleUpdate(): Promise<void> {
    const { followsFirst } = this.constructor as typeof FollowingElement;
    const waits = this.hasUpdated ? this.isUrgent !== true : followsFirst;
    if (waits) await new Promise<void>((painted) => afterPaint(window, 1)(painted));
    this.isUrgent = false;
    await super.scheduleUpdate();
  }
}
