import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../scripts/command-line.js';
import { readLrsOptions, type LrsOptions } from '../../scripts/lrs-options.js';

let folder: string;
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zeventerpen-lrs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (flags: Readonly<Record<string, string>>): Promise<LrsOptions> =>
  readLrsOptions((flag) => flags[flag] ?? (flag === 'actor' ? 'pseudonym' : undefined));
const LRS = 'https://lrs.example/xapi';

describe('where statements go', () => {
  it('is nowhere unless asked, and then nothing is warned of', async () => {
    expect(await read({})).toEqual({ lrs: 'none', actor: 'pseudonym', warnings: [] });
  });

  it('is an https address without a secret in it, or the launch', async () => {
    expect((await read({ lrs: LRS })).lrs).toBe(LRS);
    expect((await read({ lrs: 'launch' })).lrs).toBe('launch');
    for (const lrs of ['http://lrs.example', 'lrs.example', 'https://u:p@lrs.example/'])
      await expect(read({ lrs })).rejects.toThrow(UsageError);
  });

  it('takes a token service that an LMS can hand over, with an LRS beside it', async () => {
    const service = 'https://gemeente.example/token';
    expect((await read({ lrs: LRS, 'token-service': service })).tokenService).toBe(service);
    await expect(read({ 'token-service': service })).rejects.toThrow(/needs --lrs/);
    await expect(read({ lrs: LRS, 'token-service': 'http://gemeente.example' })).rejects.toThrow(/https/);
    await expect(read({ lrs: LRS, 'token-service': `${service}/${'x'.repeat(230)}` })).rejects.toThrow(
      /too long/,
    );
  });
});

describe('a key in the package', () => {
  it('comes from a file, with a warning that everyone can read it', async () => {
    const found = await read({ lrs: LRS, 'lrs-key-file': file('key', 'schrijver:geheim\n') });
    expect(found.lrsKey).toBe('schrijver:geheim');
    expect(found.warnings.join('\n')).toMatch(/^WARNING.*readable for everyone/m);
  });

  it('is refused without the LRS it belongs to, or when it is none', async () => {
    const key = file('key', 'schrijver:geheim');
    for (const lrs of ['', 'launch'])
      await expect(read({ ...(lrs ? { lrs } : {}), 'lrs-key-file': key })).rejects.toThrow(/needs --lrs/);
    for (const content of ['', 'geheim', 'a:b c', 'a:b\nc:d'])
      await expect(read({ lrs: LRS, 'lrs-key-file': file('bad', content) })).rejects.toThrow(/user:secret/);
    await expect(read({ lrs: LRS, 'lrs-key-file': join(folder, 'weg') })).rejects.toThrow(/user:secret/);
  });
});

describe('whom statements are about', () => {
  it('warns that pseudonyms can be reversed without a salt, and what they are with one', async () => {
    expect((await read({ lrs: LRS })).warnings.join()).toContain('anyone can work out');
    const salt = file('salt', 'een lang en geheim woord');
    const found = await read({ lrs: LRS, 'salt-file': salt });
    expect(found.salt).toBe('een lang en geheim woord');
    expect(found.warnings.join()).toContain('personal data');
    expect(found.warnings.join()).not.toContain('anyone can work out');
    await expect(read({ lrs: LRS, 'salt-file': file('short', 'kort') })).rejects.toThrow(/16 characters/);
  });

  it('warns of user names, and of nothing when statements name only the attempt', async () => {
    expect((await read({ lrs: LRS, actor: 'lms-id' })).warnings.join()).toContain('user names');
    expect((await read({ lrs: LRS, actor: 'attempt' })).warnings).toEqual([]);
    await expect(read({ actor: 'iedereen' })).rejects.toThrow(/--actor knows no iedereen/);
  });
});
