/** A package in the look of a municipality, in a browser: its colours and logo, and as readable as our own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openCourse, newProfile, type Course } from './course.js';
import { launch, type Learner } from './learner.js';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let course: Course;
beforeAll(async () => {
  course = await openCourse(['welkom'], ['scorm12'], inject('themedDir'));
});
afterAll(async () => {
  await course.close();
});

describe.each([
  ['light', 'rgb(81, 21, 239)'],
  ['dark', 'rgb(163, 169, 255)'],
] as const)('in %s', (colorScheme, action) => {
  it('shows the colours and the logo of the municipality, and axe finds nothing on overview and conversation', async () => {
    const { context, problems } = await newProfile(course);
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme });
    const module = course.module('welkom');
    const name = `Anke ${colorScheme}`;
    const learner = await launch(page, course.server.url, { name, module, target: 'SCORM 1.2' });
    const start = learner.frame.locator('zt-overview .button.primary').first();
    expect(await start.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(action);
    const logo = learner.frame.locator('zt-header .logo');
    expect(await logo.evaluate((mark) => getComputedStyle(mark).backgroundImage)).toContain('logo.svg');
    expect(await logo.boundingBox()).toMatchObject({ width: 36, height: 36 });
    expect(await learner.frame.locator('zt-header .brand svg').isVisible()).toBe(false);
    expect(await violations(learner)).toEqual([]);
    const talk = module.units.find(({ kind }) => kind === 'conversation');
    if (!talk) throw new Error('welkom has no conversation.');
    await learner.start(talk);
    await learner.frame.locator('zt-options').waitFor();
    expect(await violations(learner)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });
});

/** What axe has against the page of the module. */
async function violations({ page }: Learner): Promise<readonly string[]> {
  const frame = page.frames().find((one) => one.url().includes('index.html'));
  if (!frame) throw new Error('The module is not in a frame.');
  await frame.evaluate(axeScript);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[];
        }>;
      };
    };
    const found = await axe.run();
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${JSON.stringify(nodes.map(({ target, failureSummary }) => [target, failureSummary]))}`,
    );
  });
}
