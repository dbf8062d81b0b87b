import { describe, expect, it, vi } from 'vitest';
import { readCommandLine, UsageError } from '../../scripts/command-line.js';

const spec = {
  command: 'run check',
  about: 'Checks.',
  words: '[module-ids]',
  flags: { json: { about: 'as JSON' }, target: { about: 'what for', value: 'NAMES' } },
} as const;
const read = (args: string[], env: NodeJS.ProcessEnv = {}) => readCommandLine(spec, args, env);

describe('the command line of every script', () => {
  it('reads words, switches and values', () => {
    const line = read(['welkom', '--json', '--target', 'scorm12', '--modules=elders']);
    expect(line?.words).toEqual(['welkom']);
    expect(line?.has('json')).toBe(true);
    expect(line?.value('target')).toBe('scorm12');
    expect(line?.modules).toBe('elders');
    expect(read([])?.modules).toBe('modules/');
  });

  it('refuses what it does not know', () => {
    expect(() => read(['--jsno'])).toThrow(/Unknown flag --jsno\. Type 'npm run check -- --help'/);
    expect(() => read(['--target'])).toThrow(UsageError);
    expect(() => readCommandLine({ ...spec, words: undefined } as never, ['los'], {})).toThrow(
      /'los' is not expected/,
    );
  });

  it('notices a flag that npm kept for itself, and says how to type it', () => {
    const env = { npm_lifecycle_event: 'check', npm_config_json: 'true' };
    expect(() => read([], env)).toThrow(
      /npm kept --json for itself\. Put -- before the flags: npm run check -- --json/,
    );
    expect(() => read(['elders'], { npm_lifecycle_event: 'check', npm_config_modules: 'true' })).toThrow(
      /npm run check -- --modules elders/,
    );
    expect(() => read([], { npm_config_json: 'true' })).not.toThrow();
  });

  it('shows its help', () => {
    const log = vi.spyOn(console, 'log').mockReturnValue();
    expect(read(['--help'])).toBeNull();
    expect(log.mock.calls[0]?.[0]).toMatch(
      /npm run check -- \[module-ids\] \[flags\]\nChecks\.[^]*--target NAMES\s+what for[^]*--modules DIR/,
    );
    log.mockRestore();
  });
});
