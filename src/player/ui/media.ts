import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Redraws its host when a media query begins or ends to match. */
export class Media implements ReactiveController {
  private readonly list: MediaQueryList;

  constructor(
    private readonly host: ReactiveControllerHost,
    query: string,
  ) {
    this.list = matchMedia(query);
    host.addController(this);
  }

  get matches(): boolean {
    return this.list.matches;
  }

  hostConnected(): void {
    this.list.addEventListener('change', this.redraw);
  }

  hostDisconnected(): void {
    this.list.removeEventListener('change', this.redraw);
  }

  private readonly redraw = () => this.host.requestUpdate();
}
