/** The local LMS in a browser, around a small package by hand: course page, SCORM in the frame, gradebook, statements. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { basic } from '../../src/lms/lrs/access.js';
import type { RunningServer } from '../../src/lms/server.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';
import {
  openSession,
  putPackage,
  scormFiles,
  start,
  temporaryPlace,
  type Edition,
  type Place,
} from '../lms/fixture.js';

let place: Place;
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let violations: string[];

beforeAll(async () => {
  place = temporaryPlace();
  putPackage(place, 'proef-scorm12.zip', scormFiles('1.2'));
  putPackage(place, 'proef-scorm2004.zip', scormFiles('2004'));
  server = await start(place);
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  place.remove();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'nl-NL' });
  page = await context.newPage();
  violations = [];
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
  });
  context.on('weberror', (error) => violations.push(error.error().message));
});
afterEach(async () => {
  await context.close();
  expect(violations).toEqual([]);
});

interface Sco {
  call(name: string, ...args: string[]): string;
  set(element: string, value: string): string;
  finish(): string;
  onclose: () => void;
}
const NAMES = {
  '1.2': {
    label: 'SCORM 1.2',
    status: 'cmi.core.lesson_status',
    exit: 'cmi.core.exit',
    score: 'cmi.core.score',
  },
  '2004': { label: 'SCORM 2004', status: 'cmi.completion_status', exit: 'cmi.exit', score: 'cmi.score' },
} as const;

async function chooseLearner(name: string): Promise<void> {
  await page.goto(server.url);
  await page.getByLabel(/^(Naam|Nieuwe deelnemer)$/).fill(name);
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await page.getByText(name).first().waitFor();
}

async function launch(edition: Edition, button: string): Promise<Frame> {
  await page.getByLabel('Pakket van Proefmodule').selectOption({ label: NAMES[edition].label });
  await page.getByRole('button', { name: button }).click();
  return sco(page);
}

async function sco(on: Page): Promise<Frame> {
  await on.frameLocator('iframe').locator('#mode').filter({ hasText: /./ }).waitFor();
  const frame = on.mainFrame().childFrames()[0];
  if (!frame) throw new Error('no frame');
  return frame;
}

/** Sets elements and commits; gives what each call returned. */
function store(frame: Frame, values: Readonly<Record<string, string>>): Promise<string[]> {
  return frame.evaluate((given) => {
    const sco = window as unknown as Sco;
    return [
      ...Object.entries(given).map(([element, value]) => sco.set(element, value)),
      sco.call('Commit', ''),
    ];
  }, values);
}

function storeWhenLeft(frame: Frame, values: Readonly<Record<string, string>>): Promise<void> {
  return frame.evaluate((given) => {
    const sco = window as unknown as Sco;
    sco.onclose = () => {
      for (const [element, value] of Object.entries(given)) sco.set(element, value);
    };
  }, values);
}

const shown = (frame: Frame, id: string): Promise<string | null> => frame.locator(`#${id}`).textContent();

describe.each(['1.2', '2004'] as const)('a package in SCORM %s', (edition) => {
  const names = NAMES[edition];
  const busy = { [names.exit]: 'suspend', [names.status]: 'incomplete' };

  it('is played, left, resumed where it was, completed, graded and looked back on', async () => {
    await chooseLearner(`Anke ${edition}`);
    let frame = await launch(edition, 'Start');
    expect(await shown(frame, 'entry')).toBe('ab-initio');
    expect(await store(frame, { ...busy, 'cmi.suspend_data': 'beurt 3' })).not.toContain('false');
    await page.getByText(/^Bewaard om/).waitFor();
    // What the package says on its way out is stored too.
    await storeWhenLeft(frame, { 'cmi.suspend_data': 'beurt 4' });
    await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
    await page.getByText('Bezig').first().waitFor();

    frame = await launch(edition, 'Ga verder');
    expect([await shown(frame, 'entry'), await shown(frame, 'data')]).toEqual(['resume', 'beurt 4']);
    const done = {
      [names.status]: 'completed',
      [`${names.score}.raw`]: '81',
      'cmi.objectives.0.id': 'klachten_voorkomen',
      'cmi.objectives.0.score.raw': '75',
      'cmi.interactions.0.id': 'vraag_1',
      'cmi.interactions.0.type': 'choice',
      [`cmi.interactions.0.${edition === '1.2' ? 'student' : 'learner'}_response`]: 'b',
      'cmi.interactions.0.result': 'correct',
    };
    expect(await store(frame, done)).not.toContain('false');
    await page.getByRole('link', { name: 'Activiteit verlaten' }).click();
    await page.getByText('Klaar · 81').waitFor();

    await page.getByRole('link', { name: 'Cijfers' }).click();
    await page.getByLabel('Deelnemer').selectOption({ label: `Anke ${edition}` });
    await page.getByRole('button', { name: 'Toon' }).click();
    await page.getByText('Proefmodule').click();
    const card = page.locator('.attempt');
    for (const text of ['Klachten voorkomen', '75', 'Vraag 1', 'Goed'])
      expect(await card.textContent()).toContain(text);

    await page.getByRole('link', { name: 'Cursus' }).click();
    frame = await launch(edition, 'Kijk terug');
    expect([await shown(frame, 'mode'), await shown(frame, 'data')]).toEqual(['review', 'beurt 4']);
    await page.getByRole('button', { name: 'Nieuwe poging' }).click();
    await page.getByText('poging 2').waitFor();
    expect(await shown(await sco(page), 'entry')).toBe('ab-initio');
  });

  it('loses nothing when its page is reloaded or its tab closed', async () => {
    await chooseLearner(`Bo ${edition}`);
    let frame = await launch(edition, 'Start');
    await storeWhenLeft(frame, { ...busy, 'cmi.suspend_data': 'voor herladen' });
    await page.reload();
    frame = await sco(page);
    expect(await shown(frame, 'data')).toBe('voor herladen');
    await storeWhenLeft(frame, { ...busy, 'cmi.suspend_data': 'voor sluiten' });
    const learner = `bo.${edition}`;
    await page.close({ runBeforeUnload: true });
    const stored = async (): Promise<unknown> => {
      const session = await openSession(
        server,
        learner,
        edition === '1.2' ? 'proef-scorm12' : 'proef-scorm2004',
      );
      return session.cmi['cmi.suspend_data'];
    };
    await expect.poll(stored).toBe('voor sluiten');
  });

  it('hears "false" when the server cannot store', async () => {
    await chooseLearner(`Cor ${edition}`);
    const frame = await launch(edition, 'Start');
    await context.route('**/opslaan', (route) => route.abort());
    expect((await store(frame, { 'cmi.suspend_data': 'x' })).at(-1)).toBe('false');
    await page.getByText('Bewaren is niet gelukt').waitFor();
    await context.unroute('**/opslaan');
    expect((await store(frame, { 'cmi.suspend_data': 'y' })).at(-1)).toBe('true');
  });
});

describe('statements of a launch', () => {
  it('are told in Dutch, under the name that only the LMS knows, with their JSON', async () => {
    await chooseLearner('Daan Postma');
    const frame = await launch('1.2', 'Start');
    const status = await frame.evaluate(async () => {
      const query = new URLSearchParams(location.search);
      const statement = {
        actor: { account: { homePage: 'https://x.example', name: 'f3a9c1d07be24f3a9c1d07be24' } },
        verb: {
          id: 'http://adlnet.gov/expapi/verbs/answered',
          display: { nl: 'antwoordde op', en: 'answered' },
        },
        object: {
          id: 'https://x.example/terras/beurt-5',
          definition: {
            name: { nl: 'Beurt 5' },
            type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
            interactionType: 'choice',
            choices: [{ id: 'b3', description: { nl: 'Ik kijk in uw zaak.' } }],
          },
        },
        result: {
          response: 'b3',
          score: { scaled: 0.75 },
          extensions: {
            'https://x.example/ext/effect': {
              klanttevredenheid: 0.5,
              doorlooptijd: { minuten: 1, werkdagen: 0 },
            },
          },
        },
        context: {
          contextActivities: {
            parent: [
              { id: 'https://x.example/terras', definition: { name: { nl: 'Een terras aan het water' } } },
            ],
          },
        },
      };
      const reply = await fetch(`${query.get('endpoint') ?? ''}statements`, {
        method: 'POST',
        headers: {
          Authorization: query.get('auth') ?? '',
          'Content-Type': 'application/json',
          'X-Experience-API-Version': '1.0.3',
        },
        body: JSON.stringify([statement]),
      });
      return reply.status;
    });
    expect(status).toBe(200);
    await page.goto(`${server.url}statements`);
    await page.getByLabel('Deelnemer').selectOption({ label: 'Daan Postma' });
    await page.getByLabel('Werkwoord').selectOption({ label: 'antwoordde op' });
    await page.getByLabel('Module').selectOption({ label: 'Proefmodule' });
    await page.getByRole('button', { name: 'Filter' }).click();
    const told = page.locator('.statements > li');
    expect(await told.count()).toBe(1);
    const sentence = (await told.locator('.sentence').innerText()).replace(/\s+/g, ' ');
    expect(sentence).toContain(
      'Daan Postma antwoordde op Beurt 5: ‘Ik kijk in uw zaak.’ in Een terras aan het water',
    );
    expect(sentence).toContain('score 75');
    expect(sentence).toContain('klanttevredenheid +0,5');
    expect(sentence).toContain('minuten +1');
    await told.getByText('JSON').click();
    expect(await told.locator('pre').innerText()).toContain('"response": "b3"');
    // A statement that came by another way, of an actor that a launch has shown.
    await fetch(`${server.lrs.endpoint}statements`, {
      method: 'POST',
      headers: {
        Authorization: basic(server.lrs.key, server.lrs.secret),
        'Content-Type': 'application/json',
        'X-Experience-API-Version': '1.0.3',
      },
      body: JSON.stringify({
        actor: { account: { homePage: 'https://x.example', name: 'f3a9c1d07be24f3a9c1d07be24' } },
        verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
        object: { id: 'https://x.example/zaak-2103' },
      }),
    });
    await page.goto(`${server.url}statements?deelnemer=daan.postma`);
    expect(await page.locator('.sentence').first().innerText()).toBe('Daan Postma bekeek Zaak 2103');
  });
});

describe('the pages of the LMS', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  it.each([360, 1440])(
    'are accessible and fit %i px',
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(server.url);
      await chooseLearner(`Els ${width}`);
      for (const path of ['', 'cijfers', 'statements', `spelen/els.${width}/proef-scorm12`, 'niets']) {
        await page.goto(server.url + path);
        for (const one of await page.locator('details').all())
          await one.evaluate((details) => details.setAttribute('open', ''));
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ path, wide }).toEqual({ path, wide: 0 });
        // By the debugger, so that the page's own policy stays as it is.
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: {
              run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          const { violations } = await axe.run({ iframes: false });
          return violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
        });
        expect({ path, found }).toEqual({ path, found: [] });
      }
    },
    20_000,
  );

  it('reload by themselves when packages were built anew', async () => {
    const listening = page.waitForResponse('**/gebeurtenissen');
    await page.goto(server.url);
    await listening;
    putPackage(place, 'nieuw-scorm12.zip', scormFiles('1.2', 'Nieuwe module'));
    server.refresh();
    await page.getByText('Nieuwe module').first().waitFor();
  });
});
