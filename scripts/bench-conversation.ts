/**
 * How a conversation feels on a slow machine: what a click costs, what jumps on the page, and whether memory stays flat.
 * A press is the driver's mouse, and its time begins at the event's own time stamp: the way of the command to the browser is not in
 * it. It ends in the page, after the frame that has the new lines; what follows in later frames (options, desk, commit) is not in it.
 */
import type { CDPSession, Frame, Locator, Page } from 'playwright-core';
import type { Figure } from './figure.js';

const TURNS = 200;
const ROUNDS = 8;
/** Before these the page still fetches, compiles and fills its caches. */
const WARM_UP = 40;
/** Between the overview and the first press. */
const READING_MS = 3_000;
/** Between an answer and the next press: by then face and meters are at rest, which move for half a second. Nobody reads faster. */
const ANSWER_MS = 700;

/** A hand holds a button down this long: what a button shows while it is pressed is drawn by the time it is let go. */
const PRESS_MS = 80;

/** Runs in the page, as a text: a compiled function brings helpers that the page does not have. A shift that the learner's own
 * press brought within half a second is what he asked for (web.dev, CLS); in a frame the browser itself leaves that out. */
const HELPERS = `
  window.deep = (selector, root = document) => {
    const found = [...root.querySelectorAll(selector)];
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) found.push(...window.deep(selector, element.shadowRoot));
    return found;
  };
  window.inside = (host, selector) => deep(host).flatMap((one) => [...one.shadowRoot.querySelectorAll(selector)]);
  window.until = (look) => new Promise((done) => {
    const begun = performance.now();
    const again = () => (look() ? requestAnimationFrame(() => done(performance.now() - begun)) : requestAnimationFrame(again));
    again();
  });
  window.inTalk = (name) => document.querySelector('zt-app').shadowRoot.querySelector('zt-conversation')?.shadowRoot?.querySelector(name)?.shadowRoot;
  window.lineCount = () => inTalk('zt-talk-log')?.querySelectorAll('li').length ?? 0;
  // For a frame the options of the turn before are still there, out of sight: nothing may be chosen from them.
  window.isPast = () => deep('zt-conversation').some((one) => one.shadowRoot.querySelector('.past'));
  window.answer = null;
  addEventListener('click', ({ timeStamp }) => {
    const before = lineCount();
    const look = () => {
      if (lineCount() <= before) return requestAnimationFrame(look);
      // What a frame's callback posts is handled once that frame is made.
      const after = new MessageChannel();
      after.port1.onmessage = () => (window.answer = { at: timeStamp, shown: performance.now() - timeStamp });
      after.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  }, true);
  window.painted = new Map();
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) if (name === 'click') window.painted.set(startTime, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
  window.shift = 0;
  window.pressed = 0;
  addEventListener('pointerdown', (event) => (window.pressed = event.timeStamp), true);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.startTime - window.pressed > 500) window.shift += one.value;
  }).observe({ type: 'layout-shift' });
`;
/** What the latest click took. The browser tells its own measure a moment later, and none of what took less than 16 ms. */
const TAKE = `(async () => {
  const { at, shown } = window.answer;
  for (let tries = 0; tries < 20 && !window.painted.has(at); tries++) await new Promise((done) => setTimeout(done, 50));
  window.answer = null;
  return { shown, painted: window.painted.get(at) ?? 0 };
})()`;
/** A choice that no mouse made, for turns that are not timed; null when the conversation is over. */
const CHOOSE = `(async () => {
  await until(() => !isPast());
  const [option] = inside('zt-options', '.choice');
  if (!option) return null;
  const before = lineCount();
  const waited = until(() => lineCount() > before);
  option.click();
  return waited;
})()`;
/** The same unit once more, as the button 'Opnieuw' asks it. */
const AGAIN = `(async () => {
  const app = document.querySelector('zt-app');
  const unit = app.session.module.units.find((one) => one.kind === 'conversation').code;
  const send = (name, what) => app.dispatchEvent(Object.assign(new Event(name), what));
  send('zt-command', { command: { kind: 'start', unit } });
  send('zt-navigate', { screen: { name: 'unit', unit } });
  await until(() => inside('zt-options', '.choice').length > 0);
})()`;

/** The conversation of the module that lies open at its overview, on a machine and a network that are slow already. */
export async function conversationFigures(page: Page, id: string): Promise<readonly Figure[]> {
  const frame = page.frames().find((one) => one.url().includes('index.html'));
  if (!frame) throw new Error(`The module ${id} is not in a frame.`);
  const client = await page.context().newCDPSession(page);
  // The units load while the overview is read, as they do for a learner.
  await frame.evaluate(`customElements.whenDefined('zt-conversation').then(() => undefined)`);
  await frame.evaluate(HELPERS);
  const title = String(
    await frame.evaluate(
      `document.querySelector('zt-app').session.module.units.find((one) => one.kind === 'conversation').title`,
    ),
  );
  // Let it do at leisure what it does while the overview is read.
  await page.waitForTimeout(READING_MS);
  const first = await press(
    frame.locator(`zt-overview .units button[aria-label*=${JSON.stringify(title)}]`).first(),
  );
  const presses = await reactions(frame);
  const reaction = threeQuarters(presses);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await frame.evaluate(AGAIN);
  const shift = await shiftOver(frame);
  const growth = await heapGrowth(client, frame);
  return [
    { name: `${id}: click to first customer line, slow`, value: first.shown, unit: 'ms', budget: 300 },
    {
      name: `${id}: click to first customer line, slow, as the browser has it`,
      value: first.painted,
      unit: 'ms',
    },
    {
      name: `${id}: choice to reaction, three quarters of the presses, slow`,
      value: reaction.shown,
      unit: 'ms',
      budget: 100,
    },
    {
      name: `${id}: choice to reaction, three quarters of the presses, slow, as the browser has it`,
      value: reaction.painted,
      unit: 'ms',
    },
    {
      name: `${id}: choice to reaction, the slowest of ${String(presses.length)} presses, slow`,
      value: presses.at(-1)?.shown ?? 0,
      unit: 'ms',
    },
    { name: `${id}: layout shift over a conversation`, value: shift, unit: '', budget: 0 },
    { name: `${id}: heap after ${String(TURNS)} turns`, value: growth, unit: 'x', budget: 1.1 },
  ];
}

/** Milliseconds from the moment of a press: to the end of the frame that has new lines, and to its being on screen. */
interface Reaction {
  readonly shown: number;
  /** Event Timing, in steps of 8 ms: it has the wait of the pixels for the screen too; 0 = less than 16. */
  readonly painted: number;
}

async function press(button: Locator): Promise<Reaction> {
  const frame = await button.elementHandle().then((element) => element.ownerFrame());
  if (!frame) throw new Error('The button is gone.');
  await button.click({ delay: PRESS_MS });
  await frame.evaluate('until(() => window.answer !== null && !isPast())');
  return frame.evaluate<Reaction>(TAKE);
}

/** All presses of some rounds, the quickest first. */
async function reactions(frame: Frame): Promise<readonly Reaction[]> {
  const all: Reaction[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) await frame.evaluate(AGAIN);
    const option = frame.locator('zt-options .choice').first();
    while (await option.isVisible()) {
      await frame.page().waitForTimeout(ANSWER_MS);
      all.push(await press(option));
    }
  }
  return all.sort((one, other) => one.shown - other.shown);
}

/** What three quarters of the presses stay within, as web.dev judges a page by (INP, 75th percentile). */
const threeQuarters = (sorted: readonly Reaction[]): Reaction =>
  sorted[Math.ceil(sorted.length * 0.75) - 1] ?? { shown: 0, painted: 0 };

/** A conversation to its end; with the mouse, so that what the learner asked for can be told from what jumps by itself. */
async function shiftOver(frame: Frame): Promise<number> {
  // The workplace took the place of the overview, as was asked; from here on nothing may jump.
  await frame.evaluate('window.shift = 0');
  for (;;) {
    await frame.locator('zt-options .choice, zt-conversation .end').first().waitFor();
    const option = frame.locator('zt-options .choice').first();
    if (!(await option.isVisible())) return Number(await frame.evaluate('window.shift'));
    const lines = frame.locator('zt-talk-log li');
    const before = await lines.count();
    await option.click();
    await lines.nth(before).waitFor();
    await frame.evaluate('until(() => !isPast())');
  }
}

/** Memory that lives on after many turns, against that after the first few. */
async function heapGrowth(client: CDPSession, frame: Frame): Promise<number> {
  const used = async (): Promise<number> => {
    await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Runtime.getHeapUsage')).usedSize;
  };
  await playTurns(frame, WARM_UP);
  const before = await used();
  await playTurns(frame, TURNS);
  return (await used()) / before;
}

async function playTurns(frame: Frame, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    if ((await frame.evaluate(CHOOSE)) === null) await frame.evaluate(AGAIN);
  }
}
