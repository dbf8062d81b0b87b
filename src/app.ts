/** The page's entry: reads the package, opens tracking, and stands between player and tracking, which know nothing of each other. */
import type { Module } from './content/module.js';
import type { Language } from './content/vocabulary.js';
import { newSession } from './engine/new-session.js';
import type { Session } from './engine/session.js';
import type * as Engine from './engine/session.js';
import { withGroup } from './engine/random.js';
import './player/app.js';
import type { ZtCommandEvent } from './player/events.js';
import { readPreferences } from './player/preferences.js';
import type { Notice } from './player/status.js';
import { chooseLanguage, t, useLanguage } from './player/texts/texts.js';
import { spokenName } from './player/ui/format.js';
import type { OpenedCmi5 } from './tracking/cmi5/open.js';
import { readConfig, type PackageConfig } from './tracking/config.js';
import { openTracking, type Tracker } from './tracking/tracker.js';
import { openStatements } from './tracking/xapi/outbox-sink.js';

void main();

async function main(): Promise<void> {
  try {
    const [outline, config] = await Promise.all([load('outline.json'), loadConfig()]);
    await play(outline as Module, config);
  } catch (error) {
    console.error(error);
    sayFailed();
  }
}

async function play(outline: Module, config: PackageConfig): Promise<void> {
  // The record store's trouble is not the learner's: one calm sentence, once there is a screen to say it on.
  const shown: { stage?: Stage } = {};
  const onStopped = (): void => shown.stage?.tell('statements-stopped');
  const { tracker, problem, preferences, exit } = await openAttempt(config, onStopped);
  const own = readPreferences(tracker.preferences);
  // cmi5 11.2: at the start the LMS decides about sound.
  if (preferences.audio !== null)
    tracker.preferences.write(JSON.stringify({ ...own, aloud: preferences.audio }));
  const asked = new URLSearchParams(location.search).get('lang');
  const language = chooseLanguage(config.languages, [own.language, asked, ...preferences.languages]);
  await useLanguage(language);
  // A new attempt needs no more than the outline for its first screen; what was done can only be read with the whole module.
  const isNew = tracker.start.journal === '';
  const needsOutline = isNew && outline.language !== language;
  const module =
    isNew && !needsOutline ? outline : await loadIn(isNew ? 'outline' : 'module', language, config);
  const { session, notices } = await startSession(module, tracker);
  const told = problem === null ? notices : [problem, ...notices];
  const stage = new Stage({ tracker, config, notices: told, exit, isWhole: !isNew }, session, language);
  shown.stage = stage;
  stage.show();
  // A new attempt lets the overview be painted first; the player asks for the units a moment later.
  if (!isNew) await stage.fetchUnits();
}

interface Setting {
  readonly tracker: Tracker;
  readonly config: PackageConfig;
  readonly notices: readonly Notice[];
  /** Back to the LMS; null: it named no place to go. */
  readonly exit: (() => Promise<void>) | null;
  /** Whether the session begins with the whole module or with its outline. */
  readonly isWhole: boolean;
}

/** Holds the session between the player on screen and the tracker. */
class Stage {
  private app = document.createElement('zt-app');
  private notices: readonly Notice[];
  private isBegun = false;
  /** How units are played: comes with what they hold. */
  private engine: typeof Engine | undefined;
  private coming: Promise<void> | undefined;

  constructor(
    private readonly setting: Setting,
    private session: Session,
    private language: Language,
  ) {
    this.notices = setting.notices;
    setting.tracker.onStatus((status) => (this.app.status = status));
    setting.tracker.onTakeOver((journal) => this.takeOver(journal));
  }

  readonly fetchUnits = (): Promise<void> => (this.coming ??= this.complete());

  /** Puts a player on the page, in place of the one that was there. */
  show(): void {
    const { tracker, config, exit } = this.setting;
    const app = document.createElement('zt-app');
    app.session = this.session;
    app.mode = tracker.mode;
    app.status = tracker.status;
    app.learnerName = spokenName(tracker.learnerName);
    app.notices = this.notices;
    app.canLeave = exit !== null;
    app.fetchUnits = this.fetchUnits;
    app.preferenceSlot = tracker.preferences;
    app.languages = config.languages;
    app.helpDesk = config.helpDesk;
    app.kept = {
      standard: config.target,
      detail: config.detail,
      actor: config.actor,
      records: config.lrs === 'none' || config.lrs === 'launch' ? config.lrs : new URL(config.lrs).host,
    };
    app.addEventListener('zt-command', (event) => {
      // A command that comes before the units are there waits for them; the screen says that they are on their way.
      if (this.isBegun) this.obey(event);
      else void this.fetchUnits().then(() => this.obey(event), ignore);
    });
    app.addEventListener('zt-leave', () => void exit?.());
    app.addEventListener('zt-language', (event) => void this.speak(event.language).catch(console.warn));
    document.querySelector('.zt-no-app')?.remove();
    this.app.replaceWith(app);
    if (!app.isConnected) document.body.append(app);
    this.app = app;
  }

  /** Something that the learner should know, on this player and on the next one. */
  tell(notice: Notice): void {
    this.notices = [...this.notices, notice];
    this.app.notices = this.notices;
  }

  /** The same session in another language; when its texts cannot be had, all stays as it is. */
  private async speak(language: Language): Promise<void> {
    const file = this.isBegun ? 'module' : 'outline';
    const module = await loadIn(file, language, this.setting.config);
    await useLanguage(language);
    this.language = language;
    this.session = { ...this.session, module };
    this.show();
  }

  private async complete(): Promise<void> {
    const { tracker, config, isWhole } = this.setting;
    try {
      const [engine, module] = await Promise.all([
        loadEngine(),
        isWhole ? this.session.module : loadIn('module', this.language, config),
      ]);
      this.engine = engine;
      this.session = { ...this.session, module };
    } catch (error) {
      this.coming = undefined;
      throw error;
    }
    this.isBegun = true;
    this.app.session = this.session;
    tracker.begin(this.session);
  }

  /** The tab that had the attempt has closed: this one goes on where that one stopped. */
  private async takeOver(journal: string): Promise<boolean> {
    try {
      await this.fetchUnits();
      const { resume } = await loadEngine();
      this.session = resume(this.session.module, journal).session;
    } catch {
      return false;
    }
    this.app.session = this.session;
    this.setting.tracker.begin(this.session);
    return true;
  }

  private obey({ command }: ZtCommandEvent): void {
    if (!this.engine || this.setting.tracker.isReadOnly) return;
    try {
      const { session, events } = this.engine.run(this.session, command);
      this.session = session;
      this.app.session = session;
      this.setting.tracker.save(session, events);
    } catch (error) {
      // An action that is not possible now (a second click on what is gone): what is on the screen stands.
      console.warn(error);
    }
  }
}

/** cmi5 is a chunk of its own: a SCORM package never loads it. */
async function openAttempt(config: PackageConfig, onStopped: () => void): Promise<OpenedCmi5> {
  if (config.target === 'cmi5') {
    const { openCmi5 } = await import('./tracking/cmi5/open.js');
    return openCmi5({ page: window, config, onStopped });
  }
  const statements = openStatements({ page: window, config, onStopped });
  const tracker = await openTracking({ page: window, config, statements });
  return { tracker, problem: null, preferences: { languages: [], audio: null }, exit: null };
}

/** A chunk of its own: a first screen on which nothing was done yet needs no rules to play by. */
const loadEngine = (): Promise<typeof Engine> => import('./engine/session.js');

/** The screen that needs the units asks for them again. */
const ignore = (): void => undefined;

/** The package's first language has the plain names. */
async function loadIn(
  file: 'module' | 'outline',
  language: Language,
  { languages }: PackageConfig,
): Promise<Module> {
  const ending = language === languages[0] ? 'json' : `${language}.json`;
  return (await load(`${file}.${ending}`)) as Module;
}

async function startSession(
  module: Module,
  { start, isRefused, learnerId }: Tracker,
): Promise<{ readonly session: Session; readonly notices: readonly Notice[] }> {
  const notices: Notice[] = start.lostCopy ? ['other-copy'] : [];
  if (isRefused) notices.push('lms-refused');
  if (start.journal !== '') {
    // Outside of what is caught below: an engine that did not come must never look like an attempt that was lost.
    const { resume } = await loadEngine();
    try {
      const { session, kept } = resume(module, start.journal);
      return { session, notices: kept === 'all' ? notices : [...notices, 'content-changed'] };
    } catch {
      // Cut off by the LMS and no copy here: the learner must know why all is new.
      notices.push('content-changed');
    }
  }
  return { session: newSession(module, withGroup(newAttempt(), learnerId)), notices };
}

/** 32 hex characters; works in pages without a secure context too. */
function newAttempt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function load(file: string): Promise<unknown> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: HTTP ${answer.status}`);
  return answer.json();
}

async function loadConfig(): Promise<PackageConfig> {
  return readConfig(await load('config.json').catch(() => null));
}

function sayFailed(): void {
  const place = document.querySelector('.zt-no-app') ?? document.body;
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.textContent = t.app.moduleFailed;
  place.append(text);
}
