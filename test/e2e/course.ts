/** The course as it is served to a learner: packages really built, the local LMS, a browser. Made once per test file. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Module } from '../../src/content/module.js';
import { startServer, type RunningServer } from '../../src/lms/server.js';
import type { Target } from '../../src/packaging/target.js';
import { chromiumArgs, chromiumPath } from '../chromium.mjs';

export interface Course {
  readonly server: RunningServer;
  readonly browser: Browser;
  /** As it lies in its package. */
  module(id: string): Module;
  /** Puts a next version of every package in its place, with the module changed. */
  update(change: (module: Module) => Module): void;
  /** Stops the server and starts it again on the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The course with some modules, or packages of modules (`kennistoets-nulmeting`), in some kinds of package. */
export async function openCourse(
  ids: readonly string[],
  targets: readonly [Target, ...Target[]] = ['scorm12', 'scorm2004'],
  builtDir = inject('packagesDir'),
): Promise<Course> {
  const work = mkdtempSync(join(tmpdir(), 'zeventerpen-course-'));
  const packagesDir = join(work, 'packages');
  const dataDir = join(work, 'data');
  mkdirSync(packagesDir);
  for (const id of ids)
    for (const target of targets)
      copyFileSync(join(builtDir, `${id}-${target}.zip`), join(packagesDir, `${id}-${target}.zip`));
  let server = await startServer({ packagesDir, dataDir, port: 0 });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
  return {
    get server() {
      return server;
    },
    browser,
    module: (id) => {
      const file = unzipSync(readFileSync(join(packagesDir, `${id}-${targets[0]}.zip`)))['module.json'];
      if (!file) throw new Error(`The package of ${id} has no module.json.`);
      return JSON.parse(strFromU8(file)) as Module;
    },
    update: (change) => {
      for (const name of readdirSync(packagesDir)) {
        const file = join(packagesDir, name);
        const parts = unzipSync(readFileSync(file));
        const module = JSON.parse(strFromU8(parts['module.json'] ?? strToU8('null'))) as Module;
        writeFileSync(file, zipSync({ ...parts, 'module.json': strToU8(JSON.stringify(change(module))) }));
      }
      server.refresh();
    },
    restart: async () => {
      await server.close();
      server = await startServer({ packagesDir, dataDir, port: 0 });
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}

/** A browser profile of one learner, with everything that went wrong in its pages. Without motion, which costs half the time. */
export async function newProfile(
  course: Course,
  viewport = { width: 1280, height: 900 },
  reducedMotion: 'reduce' | 'no-preference' = 'reduce',
): Promise<{ context: BrowserContext; problems: string[] }> {
  const context = await course.browser.newContext({ viewport, locale: 'nl-NL', reducedMotion });
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1') && !request.url().startsWith('data:'))
      problems.push(`third party: ${request.url()}`);
  });
  return { context, problems };
}

/** The gradebook, once it says this: what a page sends as it closes comes a moment after the next page. */
export async function readBook(page: Page, { server }: Course, says: RegExp): Promise<string> {
  let book = '';
  const read = async () => {
    await page.goto(new URL('cijfers', server.url).href);
    return (book = (await page.locator('main').innerText()).replaceAll('\u00a0', ' '));
  };
  await expect.poll(read, { timeout: 20_000 }).toMatch(says);
  return book;
}

/** Makes chance fall the same way on every page, so that every run sees the same screens. */
export async function sameChance(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    crypto.getRandomValues = (array) => {
      new Uint8Array(array.buffer).fill(7);
      return array;
    };
  });
}
