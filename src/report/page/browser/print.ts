/** What happens when the report goes to paper: what is folded unfolds, and folds again after. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Unfolds what `selector` finds in an element, for as long as paper is drawn. Both events, as browsers differ in which they give. */
export class UnfoldsOnPaper implements ReactiveController {
  private readonly paper = matchMedia('print');
  private shut: HTMLDetailsElement[] = [];

  constructor(
    private readonly host: Host,
    private readonly selector: string,
    private readonly wanted: () => boolean = () => true,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.unfold);
    window.addEventListener('afterprint', this.fold);
    this.paper.addEventListener('change', this.follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.unfold);
    window.removeEventListener('afterprint', this.fold);
    this.paper.removeEventListener('change', this.follow);
  }

  private readonly follow = ({ matches }: MediaQueryListEvent): void => {
    if (matches) this.unfold();
    else this.fold();
  };

  private readonly unfold = (): void => {
    if (!this.wanted()) return;
    for (const details of this.host.renderRoot.querySelectorAll<HTMLDetailsElement>(this.selector)) {
      if (details.open) continue;
      details.open = true;
      this.shut.push(details);
    }
  };

  private readonly fold = (): void => {
    for (const details of this.shut) details.open = false;
    this.shut = [];
  };
}

let withTables = false;

/** Are the tables behind the charts wanted on paper? */
export const printsTables = (): boolean => withTables;

/** Prints the report; `tables`: with the tables behind the charts. */
export function printReport(tables: boolean): void {
  withTables = tables;
  window.addEventListener('afterprint', () => (withTables = false), { once: true });
  window.print();
}
