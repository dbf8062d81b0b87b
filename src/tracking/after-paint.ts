/** Work that blocks the page waits until the screen shows what the learner did. */

/** What we need of the page to know that. */
export interface Paints {
  /** Absent: nothing is painted here, so nothing is waited for. */
  requestAnimationFrame?(callback: () => void): unknown;
  readonly document: { readonly visibilityState: string };
}

/** Does the work once, later or at once; whoever cannot wait does it himself, and lets this call come to nothing. */
export type AfterPaint = (work: () => void) => void;

/** A browser paints no frame that is out of sight, and says nothing of it. Milliseconds. */
export const PAINT_PATIENCE_MS = 500;

/** At once in a page that is hidden: it may never be painted again. */
export function afterPaint(page: Paints): AfterPaint {
  return (work) => {
    if (page.requestAnimationFrame === undefined || page.document.visibilityState === 'hidden') {
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
    // A callback runs before its frame is painted, a task that it leaves runs after; and the second frame has what the first left.
    page.requestAnimationFrame(() => page.requestAnimationFrame?.(() => setTimeout(once)));
  };
}
