/** Opens a cmi5 launch: from the address to a tracker, and out again to the LMS. */
import { LAUNCH_DATA, LEARNER_PREFERENCES } from '../../cmi5/vocabulary.js';
import type { PackageConfig } from '../config.js';
import type { Page } from '../page.js';
import type { StatementSink } from '../statement-sink.js';
import { openTracking, type OpenedLms, type Tracker } from '../tracker.js';
import { openStatements, type StatementsOptions, type StatementsPage } from '../xapi/outbox-sink.js';
import { sessionRules } from './allowed.js';
import { Connection, type Document } from './connection.js';
import {
  hideLaunch,
  isCmi5Launch,
  keepSession,
  readLaunch,
  recallSession,
  type Cmi5Launch,
  type KeptSession,
  type LaunchPage,
} from './launch.js';
import { readLaunchData, type Launched } from './launch-data.js';
import { NO_PREFERENCES, readPreferences, type Preferences } from './preferences.js';
import { watchReload, type ReloadPage } from './reload.js';
import { Cmi5Session, STATE_ID } from './session.js';
import { fetchToken } from './token.js';

/** Why nothing can be stored: the launch was opened before, has ended, or did not come through. */
export type LaunchProblem = 'launch-used' | 'launch-ended' | 'launch-failed';

export interface OpenedCmi5 {
  readonly tracker: Tracker;
  readonly problem: LaunchProblem | null;
  readonly preferences: Preferences;
  /** Ends the session and goes where the LMS wants the learner; null: the LMS named no such place. */
  readonly exit: (() => Promise<void>) | null;
}

/** What we need of the page. */
export type Cmi5Page = Page &
  StatementsPage &
  LaunchPage &
  ReloadPage & { readonly location: { readonly href: string; assign(address: string): void } };

export interface Cmi5Options extends Pick<StatementsOptions, 'importSender' | 'openStore' | 'onStopped'> {
  readonly page: Cmi5Page;
  readonly config: PackageConfig;
  readonly fetch?: typeof fetch;
  readonly pauses?: readonly number[];
}

interface OpenSession {
  readonly session: Cmi5Session;
  readonly launch: Cmi5Launch;
  readonly token: string;
  readonly launched: Launched;
  readonly preferences: Preferences;
}

/** Never throws: a launch that fails leaves the module playable, and says what to do. */
export async function openCmi5(options: Cmi5Options): Promise<OpenedCmi5> {
  const { page, config } = options;
  const opened = await openSession(options).catch((error: unknown): LaunchProblem => {
    console.warn('cmi5: the launch failed.', error);
    return 'launch-failed';
  });
  if (typeof opened === 'string' || opened === null) {
    const tracker = await openTracking({ page, config, openLms: () => Promise.resolve(null) });
    return { tracker, problem: opened, preferences: NO_PREFERENCES, exit: null };
  }
  const { session, launched, preferences } = opened;
  const openLms = async (): Promise<OpenedLms> => ({ lms: session, entry: await session.open() });
  // What another registration left in this browser is no business of this one.
  const own = { ...config, package: `${config.package}@${opened.launch.registration}` };
  const tracker = await openTracking({ page, config: own, openLms, statements: sinkOf(options, opened) });
  const { returnURL } = launched.data;
  const exit = async (address: string): Promise<void> => {
    session.close();
    await tracker.close();
    await session.settled();
    page.location.assign(address);
  };
  return {
    tracker,
    problem: null,
    preferences,
    exit: returnURL === undefined ? null : () => exit(returnURL),
  };
}

/** Null: the page was not launched by an LMS at all. */
async function openSession(options: Cmi5Options): Promise<OpenSession | LaunchProblem | null> {
  const { page, config } = options;
  const kept = await keptOrFetched(options);
  if (kept === null || typeof kept === 'string') return kept;
  if (kept.terminated) return 'launch-ended';
  const { launch, token } = kept;
  const connection = new Connection(launch, token, options.fetch ?? ((...request) => fetch(...request)));
  const [launchData, profile, found] = await Promise.all([
    connection.state(LAUNCH_DATA),
    // A nicety: without it the page has its own language, and no sound.
    connection.agentProfile(LEARNER_PREFERENCES).catch((): Document | null => null),
    connection.state(STATE_ID),
  ]);
  const launched = readLaunchData(launchData?.text);
  if (launched === null) return 'launch-failed';
  let current = kept;
  const session = new Cmi5Session({
    launch,
    ...launched,
    connection,
    found,
    name: launch.actor.name ?? '',
    initialized: kept.initialized,
    keep: (change) => keepSession(page, config.package, (current = { ...current, ...change })),
    isReloading: watchReload(page),
  });
  return { session, launch, token, launched, preferences: readPreferences(profile?.text) };
}

/** The tab's own session after a reload; else the token of a new launch, which is given once. */
async function keptOrFetched(options: Cmi5Options): Promise<KeptSession | LaunchProblem | null> {
  const { page, config, pauses } = options;
  const kept = recallSession(page, config.package);
  const { href } = page.location;
  if (!isCmi5Launch(href)) return kept;
  const launch = readLaunch(href);
  hideLaunch(page);
  if (launch === null) return 'launch-failed';
  // A frame that is reloaded gets its first address again.
  if (kept?.launch.fetch === launch.fetch) return kept;
  const get = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
  const fetched = await fetchToken(launch.fetch, get, pauses);
  if (fetched.kind === 'token') {
    const session = { launch, token: fetched.token, initialized: null, terminated: false };
    keepSession(page, config.package, session);
    return session;
  }
  console.warn(`cmi5: no token: ${fetched.text}`);
  return fetched.kind === 'used' ? 'launch-used' : 'launch-failed';
}

function sinkOf(
  { page, config, importSender, openStore, onStopped }: Cmi5Options,
  { session, launch, launched, token }: OpenSession,
): StatementSink | undefined {
  const { endpoint, registration, activityId } = launch;
  const sink = openStatements({
    page,
    config,
    launch: { endpoint, auth: `Basic ${token}`, registration, activityId },
    rules: sessionRules({ launch, data: launched.data, session, iri: config.iri }),
    ...(importSender ? { importSender } : {}),
    ...(openStore ? { openStore } : {}),
    ...(onStopped ? { onStopped } : {}),
  });
  return (
    sink && {
      open: (start) => sink.open(start),
      record: (...told) => sink.record(...told),
      release: (...change) => sink.release(...change),
      leave: (isEnd) => {
        sink.leave(isEnd);
        if (isEnd) session.terminate();
      },
    }
  );
}
