/** How a conversation feels on a slow machine: what a click costs, what jumps on the page, and whether memory stays flat. */
import type { CDPSession, Frame, Page } from 'playwright-core';
import type { Figure } from './figure.js';

const TURNS = 200;
const ROUNDS = 5;
/** Before these the page still fetches, compiles and fills its caches. */
const WARM_UP = 40;

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
  window.shift = 0;
  window.pressed = 0;
  addEventListener('pointerdown', (event) => (window.pressed = event.timeStamp), true);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.startTime - window.pressed > 500) window.shift += one.value;
  }).observe({ type: 'layout-shift' });
`;
/** From the start button to the first words of the customer, painted. */
const START = `(async () => {
  const app = document.querySelector('zt-app');
  const unit = app.session.module.units.find((one) => one.kind === 'conversation');
  const [button] = deep('button').filter((one) => (one.getAttribute('aria-label') ?? one.textContent).includes(unit.title));
  const root = app.shadowRoot;
  // Looked for where it comes, step by step: a search through the page would be most of the work.
  const part = (name) => root.querySelector('zt-conversation')?.shadowRoot?.querySelector(name)?.shadowRoot;
  const waited = until(() => part('zt-talk-log')?.querySelector('li') && part('zt-options')?.querySelector('button'));
  button.click();
  return waited;
})()`;
/** From a choice to what the customer answers, painted; null when the conversation is over. */
const CHOOSE = `(async () => {
  const [option] = inside('zt-options', '.choice');
  if (!option) return null;
  const lines = deep('zt-talk-log')[0].shadowRoot;
  const before = lines.querySelectorAll('li').length;
  const waited = until(() => lines.querySelectorAll('li').length > before);
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
  // The aims are 300 and 100 ms; a busy machine makes times of any length, so they are told, not judged.
  const first = Number(await frame.evaluate(START));
  const reaction = await worstReaction(frame);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await frame.evaluate(AGAIN);
  const shift = await shiftOver(frame);
  const growth = await heapGrowth(client, frame);
  return [
    { name: `${id}: click to first customer line, slow`, value: first, unit: 'ms' },
    { name: `${id}: choice to reaction, slowest turn, slow`, value: reaction, unit: 'ms' },
    { name: `${id}: layout shift over a conversation`, value: shift, unit: '', budget: 0 },
    { name: `${id}: heap after ${String(TURNS)} turns`, value: growth, unit: 'x', budget: 1.1 },
  ];
}

/** The turn that takes longest, each at the quickest of some rounds: what else the machine did counts as little as can be. */
async function worstReaction(frame: Frame): Promise<number> {
  const quickest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) await frame.evaluate(AGAIN);
    for (let turn = 0; ; turn++) {
      const waited = await frame.evaluate<number | null>(CHOOSE);
      if (waited === null) break;
      quickest[turn] = Math.min(quickest[turn] ?? waited, waited);
    }
  }
  return Math.max(...quickest);
}

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
