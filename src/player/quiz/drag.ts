/** Dragging with a mouse, a pen or a finger: an extra beside buttons and lists that do the same (WCAG 2.5.7). */

export interface Drag {
  /** What moves along with the pointer. */
  readonly moves: HTMLElement;
  /** Where it may be dropped. */
  readonly targets: readonly HTMLElement[];
  readonly drop: (target: HTMLElement) => void;
}

/** Begins at a `pointerdown` on the handle. Let go outside every target, or interrupted, nothing happens (WCAG 2.5.2). */
export function startDrag(down: PointerEvent, { moves, targets, drop }: Drag): void {
  const handle = down.currentTarget;
  if (!(handle instanceof HTMLElement) || down.button !== 0) return;
  // Else the press would select text.
  down.preventDefault();
  handle.setPointerCapture(down.pointerId);
  let over: HTMLElement | undefined;
  const mark = (target: HTMLElement | undefined): void => {
    over?.removeAttribute('data-over');
    target?.setAttribute('data-over', '');
    over = target;
  };
  const follow = (event: PointerEvent): void => {
    moves.setAttribute('data-dragged', '');
    moves.style.setProperty(
      'translate',
      `${event.clientX - down.clientX}px ${event.clientY - down.clientY}px`,
    );
    mark(targets.find((target) => target !== moves && holds(target, event)));
  };
  const end = (event: PointerEvent): void => {
    const target = event.type === 'pointerup' ? over : undefined;
    mark(undefined);
    moves.removeAttribute('data-dragged');
    moves.style.removeProperty('translate');
    handle.removeEventListener('pointermove', follow);
    for (const type of ENDS) handle.removeEventListener(type, end);
    if (target) drop(target);
  };
  handle.addEventListener('pointermove', follow);
  for (const type of ENDS) handle.addEventListener(type, end);
}

const ENDS = ['pointerup', 'pointercancel', 'lostpointercapture'] as const;

function holds(element: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
