/** The page's entry: reads the package, opens tracking, and stands between player and tracking, which know nothing of each other. */
import type { Module } from './content/module.js';
import type { Language } from './content/vocabulary.js';
import { newSession, resume, run, type Session } from './engine/session.js';
import './player/app.js';
import type { ZtCommandEvent } from './player/events.js';
import type { Notice } from './player/status.js';
import { chooseLanguage, t, useLanguage } from './player/texts/texts.js';
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
  const tracker = await openTracking({
    page: window,
    config,
    statements: openStatements({ page: window, config }),
  });
  const language = chooseLanguage(config.languages, [new URLSearchParams(location.search).get('lang')]);
  await useLanguage(language);
  const loadModule = (): Promise<Module> => loadIn('module', language, config);
  // A new attempt needs no more than the outline for its first screen; what was done can only be read with the whole module.
  const isNew = tracker.start.journal === '';
  const first = isNew
    ? outline.language === language
      ? outline
      : await loadIn('outline', language, config)
    : await loadModule();
  const { session, notices } = startSession(first, tracker);
  const app = document.createElement('zt-app');
  let current = session;
  let isWhole = false;
  let coming: Promise<void> | undefined;
  const complete = async (): Promise<void> => {
    try {
      if (isNew) current = { ...current, module: await loadModule() };
    } catch (error) {
      coming = undefined;
      throw error;
    }
    isWhole = true;
    app.session = current;
    tracker.begin(current);
  };
  const fetchUnits = (): Promise<void> => (coming ??= complete());
  const obey = ({ command }: ZtCommandEvent): void => {
    if (tracker.isReadOnly) return;
    try {
      const { session: next, events } = run(current, command);
      current = next;
      app.session = next;
      tracker.save(next, events);
    } catch (error) {
      // An action that is not possible now (a second click on what is gone): what is on the screen stands.
      console.warn(error);
    }
  };
  app.session = current;
  app.mode = tracker.mode;
  app.learnerName = tracker.learnerName;
  app.notices = notices;
  app.fetchUnits = fetchUnits;
  tracker.onStatus((status) => (app.status = status));
  tracker.onTakeOver(async (journal) => {
    try {
      await fetchUnits();
      current = resume(current.module, journal).session;
    } catch {
      return false;
    }
    app.session = current;
    tracker.begin(current);
    return true;
  });
  app.addEventListener('zt-command', (event) => {
    // A command that comes before the units are there waits for them; the screen says that they are on their way.
    if (isWhole) obey(event);
    else void fetchUnits().then(() => obey(event), ignore);
  });
  document.querySelector('.zt-no-app')?.remove();
  document.body.append(app);
  // A new attempt lets the overview be painted first; the player asks for the units a moment later.
  if (!isNew) await fetchUnits();
}

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

function startSession(
  module: Module,
  { start, isRefused }: Tracker,
): { readonly session: Session; readonly notices: readonly Notice[] } {
  const notices: Notice[] = start.lostCopy ? ['other-copy'] : [];
  if (isRefused) notices.push('lms-refused');
  if (start.journal !== '') {
    try {
      const { session, kept } = resume(module, start.journal);
      return { session, notices: kept === 'all' ? notices : [...notices, 'content-changed'] };
    } catch {
      // Cut off by the LMS and no copy here: the learner must know why all is new.
      notices.push('content-changed');
    }
  }
  return { session: newSession(module, newAttempt()), notices };
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
