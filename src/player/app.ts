import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Unit } from '../content/module.js';
import type { Language } from '../content/vocabulary.js';
import type { Session } from '../engine/session.js';
import {
  ZtCommandEvent,
  ZtLanguageEvent,
  type Screen,
  type ZtNavigateEvent,
  type ZtPreferencesEvent,
  type ZtToolEvent,
} from './events.js';
import './header.js';
import type { Step } from './header.js';
import './overview/overview.js';
import {
  NO_SLOT,
  applyPreferences,
  readPreferences,
  type PreferenceSlot,
  type Preferences,
} from './preferences.js';
import type { KeptOptions, Notice, PlayerMode, SaveStatus } from './status.js';
import { language, t } from './texts/texts.js';
import type * as Tools from './tools.js';
import { appStyles } from './app-styles.js';
import { bringScreens, bringTools } from './chunks.js';
import { coming } from './coming.js';
import { noticesOf } from './notices.js';
import { SavingNews } from './saving-news.js';
import { unitScreen } from './unit-screen.js';
import { testIn } from './tested.js';
import { baseStyles } from './ui/base-styles.js';
import { documentStyles } from './ui/document-styles.js';
import { municipality } from './ui/format.js';

/**
 * The whole page of a module. Shows one screen at a time, moves the focus to its heading, and owns the only announcer.
 * It changes nothing itself: `zt-command` goes to whoever owns the session.
 *
 * @fires zt-command - a command of the session
 * @fires zt-language - the learner wants the page in another language
 * @fires zt-leave - the learner is done, and wants back to the LMS
 */
@customElement('zt-app')
export class ZtApp extends LitElement {
  static override styles = [...baseStyles, appStyles];

  @property({ attribute: false }) session: Session | undefined;
  @property() status: SaveStatus = 'saved';
  @property() mode: PlayerMode = 'normal';
  @property({ attribute: false }) notices: readonly Notice[] = [];
  /** As the LMS gives it; shown on the overview, never stored. */
  @property() learnerName = '';
  /** The LMS named a place to go to when the learner is done here. */
  @property({ type: Boolean }) canLeave = false;
  /** Brings what the units hold, when the session began with the outline only. Called again after it failed. */
  @property({ attribute: false }) fetchUnits: () => Promise<void> = () => Promise.resolve();
  /** Where the learner's own way of reading is kept. */
  @property({ attribute: false }) preferenceSlot: PreferenceSlot = NO_SLOT;
  /** The languages of the package. */
  @property({ attribute: false }) languages: readonly Language[] = [];
  /** Whom the build names for questions; '': nobody in particular. */
  @property() helpDesk = '';
  /** What the build decided about what is kept; absent: nothing is. */
  @property({ attribute: false }) kept: KeptOptions | undefined;
  @state() private screen: Screen = { name: 'overview' };
  /** The screens of the units: not asked for, on their way, there, or not to be had. */
  @state() private screens: 'no' | 'coming' | 'there' | 'failed' = 'no';
  private readonly saving = new SavingNews();
  @query('main') private main!: HTMLElement;
  @query('[role=status]') private announcer!: HTMLElement;
  @query('zt-tools') private tools!: Tools.ZtTools;
  @state() private preferences: Preferences = readPreferences(NO_SLOT);
  @state() private isReading = false;
  /** What had the focus last: reading aloud begins there, and by then its button has the focus. */
  private reached: Element | null = null;

  constructor() {
    super();
    this.addEventListener('zt-navigate', (event) => this.onNavigate(event));
    this.addEventListener('zt-announce', (event) => this.say(event.text));
    // Before whoever carries out the command: nothing may be done here, so nothing is lost.
    this.addEventListener('zt-command', (event) => {
      if (!this.saving.isStopped) return;
      event.stopImmediatePropagation();
      this.refuse();
    });
    this.addEventListener('zt-tool', (event) => void this.onTool(event));
    this.addEventListener('zt-preferences', (event) => this.onPreferences(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const sheet = documentStyles.styleSheet;
    if (sheet && !document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    this.preferences = readPreferences(this.preferenceSlot);
    applyPreferences(this.preferences);
  }

  protected override firstUpdated(): void {
    // Fetched while the overview is read, so that the first click waits for nothing and the rest plays on without a network.
    setTimeout(() => void this.loadScreens(), 300);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('screen')) this.saving.nextScreen();
    if (changed.has('status')) this.saving.statusIs(this.status);
  }

  override render(): TemplateResult {
    if (!this.session) return html`<p role="status" class="sr-only"></p>`;
    const { module } = this.session;
    const unit = this.unit;
    const told = noticesOf(this.mode, this.notices, this.saving.trouble, testIn(module));
    return html`<zt-header
        .municipality=${municipality(module.world.name)}
        .place=${unit ? `${module.title} · ${unit.title}` : module.title}
        .step=${unit ? this.stepOf(unit) : undefined}
        .status=${this.status}
        .aloud=${this.preferences.aloud === 'off' ? 'off' : this.isReading ? 'reading' : 'ready'}
        ?unstored=${this.mode !== 'normal'}
        ?home=${!unit}
        ?leave=${this.canLeave}
        ><a slot="skip" class="skip button primary" href="#main" @click=${this.skip}
          >${t.app.skip}</a
        ></zt-header
      >
      <main id="main" tabindex="-1" @focusin=${this.onFocus}>
        <div class="notices ${this.isWorkplace ? 'wide' : ''}" ?hidden=${told.length === 0}>${told}</div>
        ${this.renderScreen(this.session, unit)}
      </main>
      <p role="status" class="sr-only"></p>
      <zt-tools
        .preferences=${this.preferences}
        .languages=${this.languages}
        .language=${language}
        .kept=${this.mode === 'normal' ? this.kept : undefined}
        .helpDesk=${this.helpDesk}
        .terms=${module.terms}
      ></zt-tools>`;
  }

  protected override updated(changed: PropertyValues): void {
    const { session } = this;
    if (!session || !this.isConnected) return;
    const { title } = session.module;
    const named = this.unit ? `${this.screenName(this.unit)} · ${title}` : title;
    // The same title once more would be work for every click.
    if (document.title !== named) document.title = named;
    document.documentElement.toggleAttribute('data-workplace', this.isWorkplace);
    if (changed.has('screen') && changed.get('screen') !== undefined) void this.focusHeading();
    if (changed.has('status') && changed.get('status') !== undefined) this.sayStatus();
  }

  private get unit(): Unit | undefined {
    const { screen } = this;
    if (!('unit' in screen)) return undefined;
    return this.session?.module.units.find((unit) => unit.code === screen.unit);
  }

  /** The customer's talk, with the desk beside it. */
  private get isWorkplace(): boolean {
    return this.screen.name === 'unit' && this.unit?.kind === 'conversation';
  }

  private screenName(unit: Unit): string {
    return this.screen.name === 'debrief' ? t.overview.debriefOf(unit.title) : unit.title;
  }

  private stepOf(unit: Unit): Step {
    const units = this.session?.module.units ?? [];
    return { label: t.app.part, number: units.indexOf(unit) + 1, of: units.length };
  }

  private renderScreen(session: Session, unit: Unit | undefined): TemplateResult {
    if (this.screen.name === 'certificate') {
      return html`<zt-certificate .session=${session} .learnerName=${this.learnerName}></zt-certificate>`;
    }
    if (!unit) {
      return html`<zt-overview
        .session=${session}
        .mode=${this.mode}
        .status=${this.status}
        .learnerName=${this.learnerName}
      ></zt-overview>`;
    }
    if (this.screens !== 'there')
      return coming(unit.title, this.screens === 'failed' && (() => void this.loadScreens()));
    return unitScreen(session, unit, this.screen.name === 'debrief');
  }

  /** Brings the screens of the units and what they hold; when they are there or on their way, nothing. */
  async loadScreens(): Promise<void> {
    if (this.screens === 'coming' || this.screens === 'there') return;
    this.screens = 'coming';
    try {
      const [{ warmUp, whenIdle }] = await Promise.all([bringScreens(), this.fetchUnits()]);
      this.screens = 'there';
      whenIdle(() => {
        if (this.session && this.isConnected && this.screen.name === 'overview') warmUp(this.session);
      });
      // So that help and the certificate are there without a network too.
      void this.loadTools(true);
      if (this.unit) void this.focusHeading();
    } catch {
      this.screens = 'failed';
    }
  }

  /** Brings what stands beside the units. A failed import says so and is tried again the next time. */
  private async loadTools(quiet = false): Promise<typeof Tools | undefined> {
    try {
      return await bringTools();
    } catch {
      if (!quiet) this.say(t.app.toolFailed);
      return undefined;
    }
  }

  private async onTool({ tool }: ZtToolEvent): Promise<void> {
    const tools = await this.loadTools();
    if (!tools) return;
    if (tool === 'aloud')
      this.tools.toggleAloud(this.main, this.reached, (isReading) => (this.isReading = isReading));
    else await this.tools.open(tool);
  }

  private onFocus(event: FocusEvent): void {
    const [inner] = event.composedPath();
    this.reached = inner instanceof Element ? inner : null;
  }

  private hush(): void {
    if (this.isReading) this.tools.hush();
  }

  private onPreferences({ preferences }: ZtPreferencesEvent): void {
    const { language: before } = this.preferences;
    this.preferences = preferences;
    applyPreferences(preferences);
    this.preferenceSlot.write(JSON.stringify(preferences));
    if (preferences.aloud === 'off') this.hush();
    const { language: asked } = preferences;
    if (asked !== undefined && asked !== before && asked !== language)
      this.dispatchEvent(new ZtLanguageEvent(asked));
  }

  private sayStatus(): void {
    const { spoken } = this.saving;
    if (this.mode === 'normal' && spoken !== null) this.say(spoken);
  }

  private onNavigate(event: ZtNavigateEvent): void {
    const { screen } = event;
    const { session } = this;
    // A unit needs a run to be drawn; who comes from elsewhere than a start button gets one.
    const needsRun = screen.name === 'unit' && !session?.journal.units[screen.unit]?.running;
    if (needsRun && this.saving.isStopped) {
      this.refuse();
      return;
    }
    this.hush();
    // What was said of the last screen would stand under this one for who reads on.
    if (this.hasUpdated) this.announcer.textContent = '';
    this.screen = screen;
    void this.loadScreens();
    if (screen.name === 'certificate') void this.loadTools().then(() => this.focusHeading());
    if (needsRun && this.unit) this.dispatchEvent(new ZtCommandEvent({ kind: 'start', unit: screen.unit }));
  }

  /** Nothing may be done now: why stands above the screen, which may be out of sight. */
  private refuse(): void {
    this.say(this.saving.text);
    this.renderRoot.querySelector('.notices')?.scrollIntoView({ block: 'center' });
  }

  private say(text: string): void {
    // The same sentence twice would be no change, so nothing would be said.
    this.announcer.textContent = this.announcer.textContent === text ? `${text}\u00a0` : text;
  }

  private skip(event: Event): void {
    event.preventDefault();
    void this.focusHeading();
  }

  /** The heading of the screen takes the focus, so that a reader starts where the screen starts. */
  private async focusHeading(): Promise<void> {
    await this.updateComplete;
    const screen = this.main.lastElementChild;
    if (screen instanceof LitElement) await screen.updateComplete;
    const heading = (screen?.shadowRoot ?? screen)?.querySelector<HTMLElement>('h1');
    if (heading) heading.tabIndex = -1;
    window.scrollTo(0, 0);
    (heading ?? this.main).focus({ preventScroll: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-app': ZtApp;
  }
}
