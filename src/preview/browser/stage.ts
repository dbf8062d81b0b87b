/** The stage: the real player and engine around content that changes while it is played. Nothing is tracked or sent. */
import type { Code, Module } from '../../content/module.js';
import { optionsNow, turnNow } from '../../engine/conversation/reduce.js';
import { encodeJournal, type Run } from '../../engine/journal.js';
import { newSession, resume, run, unitState, type Command, type Session } from '../../engine/session.js';
import '../../player/app.js';
import { type Screen, ZtNavigateEvent } from '../../player/events.js';
import type { ToBoard, ToStage, Way, Whereabouts } from '../view.js';
import { forget, keep, recall } from './memory.js';

/** Always the same, so that chance falls as before when the page is loaded again. */
const ATTEMPT = '0'.repeat(32);
/** Runs tried for one in which chance falls as a way asks; with three calls of 20% one in 125 does. */
const RUNS_TRIED = 2000;

const app = document.createElement('zt-app');
app.mode = 'untracked';
let session: Session | undefined;
let screen: Screen = { name: 'overview' };

const tell = (message: ToBoard): void => window.parent.postMessage(message, location.origin);

addEventListener('message', ({ data, origin, source }: MessageEvent<ToStage>) => {
  if (origin !== location.origin || source !== window.parent) return;
  switch (data.kind) {
    case 'module': {
      takeIn(data.module);
      return;
    }
    case 'open': {
      open(data.unit);
      return;
    }
    case 'restart': {
      restart(data.unit);
      return;
    }
    case 'from': {
      playFrom(data.unit, data.way);
      return;
    }
  }
});
app.addEventListener('zt-command', ({ command }) => obey(command));
app.addEventListener('zt-navigate', (event) => {
  screen = event.screen;
  show();
});
tell({ kind: 'ready' });

/** The content as it is now: the run goes on as far as its codes hold. */
function takeIn(module: Module): void {
  const isSame = session?.module.id === module.id;
  const before = isSame ? placeNow() : null;
  const stored = isSame && session ? encodeJournal(session.journal) : recall(module.id)?.journal;
  session = restored(module, stored) ?? newSession(module, ATTEMPT);
  const there = isSame ? screen : (recall(module.id)?.screen ?? { name: 'overview' });
  const now = stillThere(there, module);
  if (!isSame || now !== there) go(now);
  startIfNone();
  show(before !== null && placeNow() !== before ? before : undefined);
  if (!app.isConnected) document.body.append(app);
}

/** The same screen, or the nearest that the content still has. */
function stillThere(there: Screen, module: Module): Screen {
  if (!('unit' in there)) return there;
  const unit = module.units.find(({ code }) => code === there.unit);
  if (!unit) return { name: 'overview' };
  const isOver = session !== undefined && unitState(session, unit.code).finished;
  return there.name === 'debrief' && !isOver ? { name: 'unit', unit: unit.code } : there;
}

function restored(module: Module, journal: string | undefined): Session | undefined {
  if (journal === undefined) return undefined;
  try {
    return resume(module, journal).session;
  } catch {
    // Kept by another version of this page: begin anew.
    forget(module.id);
    return undefined;
  }
}

/** A unit that is on the screen has a run, as when it is opened. */
function startIfNone(): void {
  if (session && screen.name === 'unit' && !session.journal.units[screen.unit]?.running)
    obey({ kind: 'start', unit: screen.unit });
}

function obey(command: Command): void {
  if (!session) return;
  try {
    session = run(session, command).session;
  } catch (error) {
    // Not possible now: what is on the screen stands.
    console.warn(error);
  }
  show();
}

function open(unit: Code): void {
  if (screen.name === 'unit' && screen.unit === unit) show();
  else go({ name: 'unit', unit });
}

function go(to: Screen): void {
  app.session = session;
  app.dispatchEvent(new ZtNavigateEvent(to));
}

function restart(unit: Code): void {
  if (!session) return;
  const units = Object.fromEntries(Object.entries(session.journal.units).filter(([code]) => code !== unit));
  session = { ...session, journal: { ...session.journal, units } };
  obey({ kind: 'start', unit });
  open(unit);
}

/** A run in which chance falls so that the way can be gone. */
function playFrom(unit: Code, { turn, actions }: Way): void {
  if (!session) return;
  for (let number = 1; number <= RUNS_TRIED; number += 1) {
    const running: Run = { number, mode: 'scored', actions };
    const played = unitState(session, unit, running);
    if (played.refused !== undefined || played.kind !== 'conversation' || played.state.turn !== turn)
      continue;
    const units = { ...session.journal.units, [unit]: { running, runs: number } };
    session = { ...session, journal: { ...session.journal, units } };
    open(unit);
    return;
  }
}

/** Draws the session, keeps it for the next load, and says where it is. */
function show(lost?: string): void {
  if (!session) return;
  app.session = session;
  keep(session.module.id, { journal: encodeJournal(session.journal), screen });
  tell({ kind: 'at', ...whereabouts(session), ...(lost !== undefined && { lost }) });
}

function whereabouts(now: Session): Whereabouts {
  const unit = 'unit' in screen ? screen.unit : null;
  const none: Whereabouts = { unit, place: null, trail: [], offered: null };
  if (unit === null || !now.module.units.some(({ code }) => code === unit)) return none;
  const played = unitState(now, unit);
  if (played.kind !== 'conversation') return none;
  const { state } = played;
  const turn = turnNow(played.unit, state);
  const place = state.turn ?? state.ending;
  const trail = [...state.decisions.map((decision) => decision.turn), ...(place === null ? [] : [place])];
  const offered =
    turn?.kind === 'choice'
      ? optionsNow(turn, state).flatMap((each) => (each.offered ? each.option.code : []))
      : null;
  return { unit, place, trail, offered };
}

const placeNow = (): string | null => (session ? whereabouts(session).place : null);
