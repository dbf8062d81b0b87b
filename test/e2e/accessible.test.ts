/**
 * Every screen, by axe and by measure: WCAG 2.2 A and AA at 360 and 1440 px, light and dark; no scrolling sideways at 320 px
 * (1280 px at 400 %), also with the text spaced; targets of 44 px; what is chosen shows in forced colours; nothing moves when that was asked.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/lms/server.js';
import { openPreview, PREVIEW_PATH } from '../../src/preview/preview.js';
import { JUDGED } from './axe-judged.js';
import { axe } from './axe.js';
import { newProfile, openCourse, sameChance, type Course } from './course.js';
import { faults, spaceText } from './fit.js';
import { launch } from './learner.js';
import {
  contentFrame,
  walkHostmanship,
  walkKanalen,
  walkFinalTest,
  walkFirstTest,
  walkWelkom,
  type Examine,
} from './walk.js';

const WIDTHS = [360, 1440] as const;
const HEIGHT = 800;
const wrong: string[] = [];
/** What axe could not tell, each with the screens where. */
const untold = new Map<string, Set<string>>();

/** All that is asked of one screen, as it stands at this width. */
async function examine(page: Page, place: Page | Frame, screen: string, width: number): Promise<void> {
  const note = (kind: string, lines: readonly string[]): void => {
    wrong.push(...lines.map((line) => `${screen}, ${String(width)} px, ${kind}: ${line}`));
  };
  const settle = () =>
    place.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await place.evaluate(unstick);
  await settle();
  note('reduced motion', await faults(place, 'still'));
  note('target size', await faults(place, 'targets'));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours are all that a scheme changes, and the rules that see them take the most time.
    const { violations, incomplete } = await axe(place, colorScheme === 'light' ? 'all' : 'colours');
    note(colorScheme, violations);
    for (const line of incomplete) untold.set(line, (untold.get(line) ?? new Set()).add(screen));
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  note('forced colours', await faults(place, 'chosen'));
  await page.emulateMedia({ forcedColors: 'none' });
  if (width > WIDTHS[0]) return;
  // 1280 x 1024 px at 400 %: WCAG's own measure of reflow (1.4.10).
  await page.setViewportSize({ width: 320, height: 256 });
  await settle();
  note('320 px', await faults(place, 'fit'));
  await spaceText(place, true);
  // What keeps itself on the page does so when it is drawn.
  await settle();
  note('320 px, text spaced', await faults(place, 'fit'));
  await spaceText(place, false);
  await page.setViewportSize({ width, height: HEIGHT });
  await settle();
}

/** Scrolls a workplace back, so that nothing lies under what stays on top of it: there axe can tell no contrast, and nobody reads. */
function unstick(): void {
  const workplace = document.querySelector('zt-app')?.shadowRoot?.querySelector('zt-conversation');
  if (!workplace) return;
  window.scrollTo(0, 0);
  workplace.shadowRoot?.querySelector('zt-desk')?.shadowRoot?.querySelector('.desk')?.scrollTo(0, 0);
}

async function openPage(width: number): Promise<Page> {
  const { context } = await newProfile(course, { width, height: HEIGHT });
  await sameChance(context);
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: 'light' });
  return page;
}

/** One browser and one store for all. */
let course: Course;
beforeAll(async () => {
  course = await openCourse(
    ['welkom', 'hostmanship', 'kanalen', 'kennistoets-nulmeting', 'kennistoets-eindmeting'],
    ['scorm12'],
  );
});
afterAll(async () => {
  await course.close();
});

describe.each(WIDTHS)('at %i px', (width) => {
  it.each([
    ['welkom', walkWelkom],
    ['hostmanship', walkHostmanship],
    ['kanalen', walkKanalen],
    ['kennistoets-nulmeting', walkFirstTest],
    ['kennistoets-eindmeting', walkFinalTest],
  ] as const)('%s is accessible', async (id, walk) => {
    const page = await openPage(width);
    // Somebody who begins at the beginning.
    const name = `Els ${String(width)}`;
    const start = { name, module: course.module(id), target: 'SCORM 1.2' } as const;
    const learner = await launch(page, course.server.url, start);
    const frame = contentFrame(learner);
    const before = wrong.length;
    const look: Examine = (screen) => examine(page, frame, `${id}: ${screen}`, width);
    await walk(learner, look);
    await page.context().close();
    expect(wrong.slice(before)).toEqual([]);
  });

  it('the pages of the LMS are accessible', async () => {
    const page = await openPage(width);
    const before = wrong.length;
    await page.goto(course.server.url);
    await page.getByLabel(/^Naam$|^Nieuwe deelnemer$/).fill(`Rob ${String(width)}`);
    await page.getByRole('button', { name: 'Voeg toe' }).click();
    const player = `spelen/rob.${String(width)}/welkom-scorm12`;
    for (const path of ['', player, 'cijfers', 'rapport', 'statements', 'pakketten', 'niets']) {
      await page.goto(new URL(path, course.server.url).href);
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      await examine(page, page, `LMS: /${path}`, width);
    }
    await page.context().close();
    expect(wrong.slice(before)).toEqual([]);
  });
});

describe('the preview of authors', () => {
  const work = mkdtempSync(join(tmpdir(), 'zeventerpen-accessible-'));
  let server: RunningServer;
  beforeAll(async () => {
    const modules = join(work, 'modules');
    cpSync(fileURLToPath(new URL('../content/fixtures/modules', import.meta.url)), modules, {
      recursive: true,
    });
    const preview = await openPreview(modules);
    server = await startServer({
      packagesDir: join(work, 'packages'),
      dataDir: join(work, 'data'),
      port: 0,
      guest: { path: PREVIEW_PATH, label: 'Voorbeeld voor auteurs', routes: preview.routes },
    });
  });
  afterAll(async () => {
    await server.close();
    rmSync(work, { recursive: true, force: true });
  });

  it.each(WIDTHS)('is accessible at %i px', async (width) => {
    const page = await openPage(width);
    const before = wrong.length;
    await page.goto(`${server.url}voorbeeld?module=loket`);
    await page.getByLabel('Onderdeel').selectOption({ label: 'De es van de buren' });
    await page.frameLocator('iframe').locator('zt-options').waitFor();
    await examine(page, page, 'voorbeeld', width);
    if (width === WIDTHS[0]) await page.getByRole('tab', { name: 'Verloop' }).click();
    await page
      .getByRole('button', { name: /^Beurt \d+ opening/ })
      .first()
      .waitFor();
    await examine(page, page, 'voorbeeld, verloop', width);
    await page.context().close();
    expect(wrong.slice(before)).toEqual([]);
  });
});

it('has a judgement for all that axe cannot tell, and none for what is gone', () => {
  const judged = JUDGED.flatMap(({ rule, where }) => where.map((place) => `${rule} at ${place}`));
  const fresh = [...untold].flatMap(([line, screens]) =>
    judged.includes(line) ? [] : [`${line} on ${[...screens].slice(0, 3).join('; ')}`],
  );
  const gone = judged.filter((line) => !untold.has(line));
  expect({ fresh, gone }).toEqual({ fresh: [], gone: [] });
});
