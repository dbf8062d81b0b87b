/** `/rapport`: the report over what this LRS holds. Who makes it is told by `npm start`. */
import { setTimeout as after } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Edition } from '../../report/edition/edition.js';
import { messagePage } from './message-page.js';
import { busyReportPage, emptyReportPage, reportPage } from './report-page.js';
import { show } from './show.js';

/** Makes a report of what the LRS holds. */
export interface ReportSource {
  /** null: too little to report. Throws with the reason when it cannot be made. */
  edition(): Promise<Edition | null>;
}

/** How long a visitor waits for a page before he is told that it takes a while. */
const PATIENCE_MS = 2_000;
/** Seconds until that page asks again. */
const REFRESH = 3;

/** `demo`: where demo data can be had, when they can. */
export function reportRoutes(source: ReportSource | undefined, demo: string | null): Hono {
  const app = new Hono();
  app.get('/', async (c) => {
    try {
      const edition = await Promise.race([source?.edition() ?? null, after(PATIENCE_MS, 'busy' as const)]);
      if (edition === 'busy') c.header('Refresh', String(REFRESH));
      return await show(c, pageOf(edition, demo));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return show(c, messagePage('Het rapport kan niet worden gemaakt', reason));
    }
  });
  return app;
}

const pageOf = (edition: Edition | 'busy' | null, demo: string | null) =>
  edition === 'busy' ? busyReportPage() : edition === null ? emptyReportPage(demo) : reportPage(edition);
