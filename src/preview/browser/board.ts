import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Code } from '../../content/module.js';
import { baseStyles } from '../../player/ui/base-styles.js';
import { documentStyles } from '../../player/ui/document-styles.js';
import { icon } from '../../player/ui/icons.js';
import { Media } from '../../player/ui/media.js';
import { tabList, tabStyles } from '../../player/ui/tabs.js';
import { BASE } from '../base.js';
import type { ConversationView, PlaceView, Standing, ToBoard, ToStage, Way, Whereabouts } from '../view.js';
import { boardStyles } from './board-styles.js';
import type { ZtPlaceEvent, ZtPlayFromEvent } from './events.js';
import './findings.js';
import './map.js';
import './place.js';
import { counted } from './words.js';

type View = 'play' | 'map' | 'findings';
const NOWHERE: Whereabouts = { unit: null, place: null, trail: [], offered: null };

/** The preview: the module in its frame, and beside it what the checker says and how the conversation runs. */
@customElement('zt-board')
export class ZtBoard extends LitElement {
  static override styles = [...baseStyles, tabStyles, boardStyles];

  @state() private standing: Standing | undefined;
  @state() private at: Whereabouts = NOWHERE;
  /** What is looked at; null: where the player is. */
  @state() private looked: string | null = null;
  @state() private view: View = 'play';
  @state() private status = '';
  @query('iframe') private frame!: HTMLIFrameElement | null;
  private readonly narrow = new Media(this, '(max-width: 1099px)');
  private events: EventSource | undefined;
  private build: number | undefined;
  private isStageReady = false;
  /** Asked for before the stage could show it. */
  private wanted: Code | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const sheet = documentStyles.styleSheet;
    if (sheet) document.adoptedStyleSheets.push(sheet);
    addEventListener('message', this.onMessage);
    this.events = new EventSource(`${BASE}/gebeurtenissen`);
    this.events.addEventListener('stand', (event: MessageEvent<string>) => void this.onChange(event.data));
    // An open stream keeps a page from the browser's cache for 'back', and the server from closing.
    addEventListener('pagehide', () => this.events?.close());
  }

  override render(): TemplateResult {
    const { standing } = this;
    if (!standing) return html`<main class="page"><p>Het voorbeeld wordt geladen …</p></main>`;
    const narrow = this.narrow.matches;
    const shows = (view: View): boolean => !narrow || this.view === view;
    return html`${this.renderBar(standing)}
      <main class=${narrow ? 'narrow' : 'roomy'}>
        ${narrow ? this.renderTabs(standing) : nothing}
        <section class="play" id="play" aria-label="Zo ziet de medewerker het" ?hidden=${!shows('play')}>
          ${
            standing.chosen?.module
              ? html`<iframe src="${BASE}/toneel" title="De module zoals de medewerker die ziet"></iframe>`
              : html`<p class="note bad">
                  ${icon('alert')}<span
                    >Deze module is nog niet te spelen. Los eerst de fouten op; daarna verschijnt hij hier
                    vanzelf.</span
                  >
                </p>`
          }
        </section>
        <aside class="beside" aria-label="Bevindingen en verloop" ?hidden=${narrow && this.view === 'play'}>
          <section id="findings" aria-labelledby="findings-head" ?hidden=${!shows('findings')}>
            <h2 id="findings-head">Bevindingen</h2>
            <zt-findings .findings=${standing.findings} @zt-fix=${this.onFix}></zt-findings>
          </section>
          <section id="map" aria-labelledby="map-head" ?hidden=${!shows('map')}>
            <h2 id="map-head">Verloop</h2>
            ${this.renderMap()}
          </section>
        </aside>
      </main>`;
  }

  private renderBar({ modules, chosen }: Standing): TemplateResult {
    const units = chosen?.module?.units ?? [];
    return html`<header>
      <a class="button quiet" href="/">${icon('arrow-left', 18)}Cursus</a>
      <h1>Voorbeeld voor auteurs</h1>
      <label
        ><span>Module</span>
        <select class="field" @change=${this.onModule}>
          ${modules.map(
            ({ id, title, errors }) =>
              html`<option value=${id} ?selected=${id === chosen?.id}>
                ${title}${errors > 0 ? ` (${counted(errors, 'fout', 'fouten')})` : ''}
              </option>`,
          )}
        </select></label
      >
      <label
        ><span>Onderdeel</span>
        <select
          class="field"
          .value=${this.at.unit ?? ''}
          @change=${this.onUnit}
          ?disabled=${units.length === 0}
        >
          <option value="" disabled ?selected=${this.at.unit === null}>Overzicht</option>
          ${units.map(
            ({ code, title }) =>
              html`<option value=${code} ?selected=${code === this.at.unit}>${title}</option>`,
          )}
        </select></label
      >
      ${
        this.at.unit === null
          ? nothing
          : html`<button class="button" @click=${this.onRestart}>${icon('redo', 18)}Begin opnieuw</button>`
      }
      <p role="status" class="small">${this.status}</p>
    </header>`;
  }

  private renderTabs({ findings }: Standing): TemplateResult {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return tabList<View>({
      label: 'Wat je ziet',
      tabs: [
        { id: 'play', label: 'Module', icon: 'play' },
        {
          id: 'findings',
          label: errors > 0 ? counted(errors, 'fout', 'fouten') : 'Bevindingen',
          icon: 'alert',
        },
        { id: 'map', label: 'Verloop', icon: 'route' },
      ],
      selected: this.view,
      panel: this.view,
      select: (view) => (this.view = view),
    });
  }

  private renderMap(): TemplateResult {
    const { conversation, at } = this;
    if (!conversation) return html`<p class="muted">Open een gesprek om te zien hoe het verloopt.</p>`;
    const selected = this.looked ?? at.place ?? conversation.places[0]?.id ?? null;
    const place: PlaceView | undefined = conversation.places.find(({ id }) => id === selected);
    return html`<div class="stack" @zt-place=${this.onPlace} @zt-play-from=${this.onPlayFrom}>
      <zt-map .view=${conversation} .here=${at.place} .trail=${at.trail} .selected=${selected}></zt-map>
      <zt-place .place=${place} ?here=${selected === at.place} .offered=${at.offered}></zt-place>
    </div>`;
  }

  private get conversation(): ConversationView | undefined {
    return this.standing?.chosen?.conversations.find(({ unit }) => unit === this.at.unit);
  }

  private async onChange(data: string): Promise<void> {
    const [, build] = JSON.parse(data) as [number, number];
    // The code itself is new: nothing less than a new page will do. Where one was is kept by the stage.
    if (this.build !== undefined && build !== this.build) location.reload();
    this.build = build;
    await this.load(this.standing?.chosen?.id ?? new URLSearchParams(location.search).get('module') ?? '');
  }

  private async load(module: string): Promise<void> {
    const answer = await fetch(`${BASE}/stand.json?module=${encodeURIComponent(module)}`);
    if (!answer.ok) return;
    const before = this.standing;
    const now = (await answer.json()) as Standing;
    // Answers may overtake each other.
    if (before && before.chosen?.id === now.chosen?.id && now.version < before.version) return;
    this.standing = now;
    if (before?.chosen?.id !== now.chosen?.id) {
      this.at = NOWHERE;
      this.wanted = undefined;
    }
    if (!now.chosen?.module) this.isStageReady = false;
    this.say(before);
    this.sendModule();
    if (now.chosen) this.keepAddress(now.chosen.id);
  }

  private say(before: Standing | undefined): void {
    const errors = (this.standing?.findings ?? []).filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const time = new Date().toLocaleTimeString('nl-NL');
    if (first)
      this.status = `${counted(errors.length, 'fout', 'fouten')}, de eerste in ${first.file}, regel ${first.line}.${
        this.standing?.chosen?.module ? ' Je ziet de laatste goede versie.' : ''
      }`;
    else this.status = before ? `Bijgewerkt om ${time}.` : '';
  }

  private sendModule(): void {
    const module = this.standing?.chosen?.module;
    if (!module || !this.isStageReady) return;
    this.send({ kind: 'module', module });
    if (this.wanted !== undefined) this.send({ kind: 'open', unit: this.wanted });
    this.wanted = undefined;
  }

  private send(message: ToStage): void {
    this.frame?.contentWindow?.postMessage(message, location.origin);
  }

  private readonly onMessage = ({ data, origin, source }: MessageEvent<ToBoard>): void => {
    if (origin !== location.origin || source !== this.frame?.contentWindow) return;
    switch (data.kind) {
      case 'ready':
        this.isStageReady = true;
        this.sendModule();
        return;
      case 'at': {
        this.onWhereabouts(data);
        return;
      }
    }
  };

  private onWhereabouts({ lost, ...at }: Whereabouts): void {
    if (at.place !== this.at.place || at.unit !== this.at.unit) this.looked = null;
    this.at = at;
    if (lost !== undefined) void this.playFrom(lost);
  }

  private onModule(event: Event): void {
    void this.load((event.target as HTMLSelectElement).value);
  }

  private onUnit(event: Event): void {
    const unit = (event.target as HTMLSelectElement).value;
    this.view = 'play';
    if (this.isStageReady) this.send({ kind: 'open', unit });
    else this.wanted = unit;
  }

  private onRestart(): void {
    if (this.at.unit !== null) this.send({ kind: 'restart', unit: this.at.unit });
  }

  private onPlace({ place }: ZtPlaceEvent): void {
    this.looked = place;
  }

  private onPlayFrom({ place }: ZtPlayFromEvent): void {
    this.view = 'play';
    void this.playFrom(place);
  }

  /** The stage plays the shortest way to the turn; when there is none (any more), it stays where it is and that is said. */
  private async playFrom(turn: string): Promise<void> {
    const module = this.standing?.chosen?.id ?? '';
    const unit: Code = this.at.unit ?? '';
    const asked = new URLSearchParams({ module, onderdeel: unit, beurt: turn });
    const answer = await fetch(`${BASE}/weg.json?${asked.toString()}`);
    if (!answer.ok) {
      this.status = `Naar ‘${turn}’ leidt geen weg (meer).`;
      return;
    }
    const way = (await answer.json()) as Way;
    this.looked = null;
    this.send({ kind: 'from', unit, way });
    this.status = way.tokens.length === 0 ? 'Vanaf het begin.' : `De weg hierheen: ${way.tokens.join(', ')}.`;
  }

  private async onFix(): Promise<void> {
    const module = this.standing?.chosen?.id ?? '';
    await fetch(`${BASE}/herstel?module=${encodeURIComponent(module)}`, { method: 'POST' });
  }

  /** So that the address of the page leads back to the same module. */
  private keepAddress(module: string): void {
    history.replaceState(null, '', `?module=${encodeURIComponent(module)}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-board': ZtBoard;
  }
}
