import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { zip } from '../../src/packaging/zip.js';

const files = new Map([
  ['index.html', new TextEncoder().encode('<p>hallo</p>')],
  ['app.js', new TextEncoder().encode('export {}')],
]);

describe('the zip', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('holds what was put in', () => {
    expect(Object.keys(unzipSync(zip(files)))).toEqual(['app.js', 'index.html']);
  });

  it('is the same byte for byte whenever it is built and in whatever order files come', () => {
    const first = zip(files);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    const second = zip(new Map([...files].reverse()));
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });
});
