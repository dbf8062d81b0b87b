/** A whole app on a live session, and what tests ask of it. */
import { newSession, run, type Command, type Session } from '../../src/engine/session.js';
import '../../src/player/app.js';
// There before the app asks for them, so that no test waits for a chunk.
import '../../src/player/screens.js';
import '../../src/player/tools.js';
import type { ZtApp } from '../../src/player/app.js';
import { settled } from '../shown.js';
import { fixture as module } from './fixtures/module.js';

export * from '../shown.js';

export interface Stage {
  readonly app: ZtApp;
  readonly commands: Command[];
}

/** Puts the app on the page; every command runs at once, as the owner of the session would do it. */
export async function openApp(
  change: Partial<
    Pick<ZtApp, 'mode' | 'status' | 'session' | 'learnerName' | 'kept' | 'languages' | 'preferenceSlot'>
  > = {},
): Promise<Stage> {
  document.body.replaceChildren();
  const app = document.createElement('zt-app');
  const commands: Command[] = [];
  app.session = newSession(module, crypto.randomUUID().replaceAll('-', ''));
  Object.assign(app, change);
  app.addEventListener('zt-command', (event) => {
    commands.push(event.command);
    if (app.session) app.session = run(app.session, event.command).session;
  });
  document.body.append(app);
  await app.loadScreens();
  await settled(app);
  return { app, commands };
}

/** A session in which the commands were carried out. */
export function sessionAfter(...commands: readonly Command[]): Session {
  return commands.reduce(
    (session, command) => run(session, command).session,
    newSession(module, crypto.randomUUID().replaceAll('-', '')),
  );
}
