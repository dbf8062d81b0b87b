/** Work that the learner does not wait for, once the screen shows what he does wait for. */

/** What we need of the page to know that. */
export interface Paints {
  /** Absent: nothing is painted here, so nothing is waited for. */
  requestAnimationFrame?(callback: () => void): unknown;
  readonly document?: { readonly visibilityState: string };
}

/** Does the work once, later or at once; whoever cannot wait does it himself, and lets this call come to nothing. */
export type AfterPaint = (work: () => void) => void;

/** A browser paints no frame that is out of sight, and says nothing of it. Milliseconds. */
export const PAINT_PATIENCE_MS = 500;

/** After so many frames; at once in a page that is hidden, as it may never be painted again. */
export function afterPaint(page: Paints, frames: number): AfterPaint {
  return (work) => {
    if (page.requestAnimationFrame === undefined || page.document?.visibilityState === 'hidden') {
      work();
      return;
    }
    let isDone = false;
    const once = (): void => {
      if (isDone) return;
      isDone = true;
      clearTimeout(late);
      work();
    };
    const late = setTimeout(once, PAINT_PATIENCE_MS);
    // A callback runs before its frame is painted, a task that it leaves runs after.
    const next = (left: number): void =>
      void page.requestAnimationFrame?.(() => (left > 1 ? next(left - 1) : setTimeout(once)));
    next(frames);
  };
}
