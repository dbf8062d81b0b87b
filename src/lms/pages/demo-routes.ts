/** The pages that load demo data. Who makes the data is told by `npm start`. */
import { Hono } from 'hono';
import type { Store } from '../store/database.js';
import { number } from '../store/rows.js';
import { DEMO_PATH, demoPage, type DemoState } from './demo-page.js';
import { show } from './show.js';

export interface DemoData {
  /** Makes it and posts it to this LRS; tells how far it is, 0..1. Throws with the reason when it fails. */
  load(onShare: (share: number) => void): Promise<void>;
}

const SETTING = 'demo';
/** Seconds until a page that shows a share is shown again. */
const REFRESH = 3;

export function demoRoutes(store: Store, demo: DemoData): Hono {
  const app = new Hono();
  let state: DemoState = { kind: 'none' };
  app.get(DEMO_PATH, async (c) => {
    const [known] = await store.read('select value from settings where name = $1', [SETTING]);
    const now: DemoState = state.kind === 'none' && known ? { kind: 'loaded' } : state;
    if (now.kind === 'busy') c.header('Refresh', String(REFRESH));
    const [row] = await store.read('select count(*)::double as n from statements');
    return show(c, demoPage(now, row ? number(row, 'n') : 0));
  });
  app.post(DEMO_PATH, (c) => {
    if (state.kind === 'busy') return c.redirect(DEMO_PATH, 303);
    state = { kind: 'busy', share: 0 };
    const loading = demo.load((share) => {
      state = { kind: 'busy', share };
    });
    void loading
      .then(() => {
        state = { kind: 'loaded' };
        return store.write((run) =>
          run('insert or replace into settings values ($1, $2)', [SETTING, 'loaded']),
        );
      })
      .catch((error: unknown) => {
        state = { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
      });
    return c.redirect(DEMO_PATH, 303);
  });
  return app;
}
