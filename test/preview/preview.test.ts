/** The preview over HTTP, without a browser: what its page asks for, and what it hears when the code changes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundlePreview } from '../../src/preview/bundle.js';
import { openPreview } from '../../src/preview/preview.js';
import type { Standing } from '../../src/preview/view.js';
import { watchFolder } from '../../src/preview/watch.js';
import { FIXTURES } from '../content/workshop.js';

const sources = mkdtempSync(join(tmpdir(), 'zt-preview-'));
afterAll(() => {
  rmSync(sources, { recursive: true, force: true });
});

describe('the files of the page', () => {
  it('hold everything that its styles ask for', async () => {
    const files = await bundlePreview();
    const asked = [...files].flatMap(([name, bytes]) =>
      name.endsWith('.css')
        ? [
            ...Buffer.from(bytes)
              .toString('utf8')
              .matchAll(/url\(["']?(?!data:)([^"')]+)/g),
          ].map(([, url]) => url)
        : [],
    );
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((name) => !files.has(name ?? ''))).toEqual([]);
  });
});

describe('a change in the code', () => {
  it('brings a new page to who has the old one open; code with an error leaves the old one', async () => {
    const source = join(sources, 'board.js');
    const write = (text: string): void => writeFileSync(source, text);
    write('one');
    const preview = await openPreview(FIXTURES, async () => {
      const text = readFileSync(source, 'utf8');
      if (text === 'broken') throw new Error('board.js:1:1: unexpected word');
      return Promise.resolve(new Map([['board.js', new TextEncoder().encode(text)]]));
    });
    const served = async (): Promise<string> => (await preview.routes.request('/bestanden/board.js')).text();
    const build = async (): Promise<number> =>
      ((await (await preview.routes.request('/stand.json')).json()) as Standing).build;
    const stream = (await preview.routes.request('/gebeurtenissen')).body!.getReader();
    const heard = async (): Promise<string> => new TextDecoder().decode((await stream.read()).value);

    expect(await heard()).toContain('event: stand');
    const before = await build();
    const watching = await watchFolder(sources, 30, () => preview.codeChanged());
    write('two');
    expect(await heard()).toMatch(/event: stand/);
    expect(await served()).toBe('two');
    expect(await build()).toBeGreaterThan(before);
    await watching.close();

    write('broken');
    await expect(preview.codeChanged()).rejects.toThrow('unexpected word');
    expect(await served()).toBe('two');
    await stream.cancel();
  });
});
