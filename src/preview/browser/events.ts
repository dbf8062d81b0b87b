/** The events by which the parts of the board speak to it. */

/** Look at this turn or ending. */
export class ZtPlaceEvent extends Event {
  constructor(readonly place: string) {
    super('zt-place', { bubbles: true, composed: true });
  }
}

/** Play from this turn. */
export class ZtPlayFromEvent extends Event {
  constructor(readonly place: string) {
    super('zt-play-from', { bubbles: true, composed: true });
  }
}

/** Let the checker write what it can write itself. */
export class ZtFixEvent extends Event {
  constructor() {
    super('zt-fix', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'zt-place': ZtPlaceEvent;
    'zt-play-from': ZtPlayFromEvent;
    'zt-fix': ZtFixEvent;
  }
}
