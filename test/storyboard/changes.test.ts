/** What a reviewer sees of a change: words, in the order of the conversation. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fixContent } from '../../src/content/fix.js';
import { diffWords } from '../../src/storyboard/changes/word-diff.js';
import { CALL, modulesWith, swap } from '../content/workshop.js';
import { attributes, outDir, textOf, write } from './board.js';

/** A modules folder in a git repository of its own, with what it holds committed as `v1`. */
function repository(): { dir: string; git: (...args: string[]) => string } {
  const dir = modulesWith();
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', dir, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      encoding: 'utf8',
    });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  git('tag', 'v1');
  return { dir, git };
}

function edit(dir: string, ...changes: ((text: string) => string)[]): void {
  const path = join(dir, CALL);
  writeFileSync(
    path,
    changes.reduce((text, change) => change(text), readFileSync(path, 'utf8')),
  );
}

describe('a changed script', () => {
  let chapter = '';
  let page = '';
  beforeAll(async () => {
    const { dir } = repository();
    edit(
      dir,
      swap('* Daar gaat Vergunningen over. {#a2}', '* Daar gaat mijn collega van Vergunningen over. {#a2}'),
      swap('minuten 0.5; hostmanship -2', 'minuten 1; hostmanship -2'),
      swap(
        '-> EINDE afwachten\n* Ik schrijf',
        '-> EINDE afwachten\n* Tja. {#c3}\n  klachten-voorkomen -1\n  FEEDBACK: Dat is niets.\n  VERLEIDING: Je bent moe.\n  -> EINDE afwachten\n* Ik schrijf',
      ),
      swap('* Dat is schrikken. Zet u er een lint om? {#b2}', '* Zet u er een lint om, alstublieft? {#b4}'),
      swap('bijna-klaar: Het besluit komt deze week.', 'bijna-klaar: Het besluit komt vrijdag.'),
      swap('(geen gehoor), a1, b2, c2', '(geen gehoor), a1, b4, c2'),
    );
    // Codes of new ids are written by --fix in real life; without it the module would not build.
    fixContent(dir, ['loket']);
    const { files } = await write('changed', dir, 'v1');
    page = readFileSync(files[0]!.path, 'utf8');
    chapter = page.slice(page.indexOf('id="wijzigingen"'), page.indexOf('id="de-es"'));
  });

  it('shows old and new text, with what went struck and what came underlined', () => {
    expect(textOf(chapter)).toContain(
      'Gewijzigd Keuze a2 in beurt opening Tekst Was: Daar gaat Vergunningen over. Wordt: Daar gaat mijn collega van Vergunningen over.',
    );
    expect(chapter.replace(/\s+/g, ' ')).toMatch(/<ins ?>mijn collega van ?<\/ins ?>/);
    expect(textOf(chapter)).toMatch(
      /Gevolg Was: Klanttevredenheid −2 0,5 minuut Wordt: Klanttevredenheid −2 1 minuut/,
    );
  });

  it('names what was added and what was removed, in the order of the conversation', () => {
    const titles = [
      ...textOf(chapter).matchAll(/(Toegevoegd|Vervallen|Gewijzigd) ((?:Keuze|Feit) .+?) (?:Tekst|Feit) /g),
    ];
    expect(titles.map(([, kind, what]) => `${kind}: ${what}`)).toEqual([
      'Gewijzigd: Feit bijna klaar',
      'Gewijzigd: Keuze a2 in beurt opening',
      'Vervallen: Keuze b2 in beurt gevaar',
      'Toegevoegd: Keuze b4 in beurt gevaar',
      'Toegevoegd: Keuze c3 in beurt besluit',
    ]);
    expect(textOf(chapter)).toMatch(
      /De es van de buren 2 toegevoegd, \d+ gewijzigd, 1 vervallen, \d+ gelijk gebleven\./,
    );
  });

  it('tells a changed fact once, and not at every choice that asks for it', () => {
    expect(textOf(chapter).match(/vrijdag/g)).toHaveLength(1);
  });

  it('leads from each change to its place in the whole', () => {
    const ids = attributes(page, 'id');
    const links = attributes(chapter, 'href').map((href) => href.slice(1));
    expect(links).toContain('de-es.keuze.c3');
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('comparing', () => {
  it('leaves the working tree, its index and its branches as they are', async () => {
    const { dir, git } = repository();
    edit(dir, swap('Vraag door.', 'Vraag eens door.'));
    writeFileSync(join(dir, 'los.txt'), 'niet in git');
    const before = [
      git('status', '--porcelain'),
      git('rev-parse', 'HEAD'),
      git('worktree', 'list'),
      git('diff'),
    ];
    const room = join(dir, '..', `room-${String(process.pid)}`);
    mkdirSync(room);
    vi.stubEnv('TMPDIR', room);
    await write('untouched', dir, 'HEAD');
    expect([
      git('status', '--porcelain'),
      git('rev-parse', 'HEAD'),
      git('worktree', 'list'),
      git('diff'),
    ]).toEqual(before);
    vi.unstubAllEnvs();
    expect(readdirSync(room)).toEqual([]);
    rmdirSync(room);
  });

  it('says so when nothing changed, and when the module is new', async () => {
    const { dir, git } = repository();
    const same = await write('same', dir, 'v1');
    expect(textOf(readFileSync(same.files[0]!.path, 'utf8'))).toContain('Er is niets veranderd.');
    git('checkout', '-q', '--orphan', 'empty');
    git('rm', '-rq', '--cached', 'loket');
    git('commit', '-q', '-m', 'without the module');
    const fresh = await write('fresh', dir, 'empty');
    expect(textOf(readFileSync(fresh.files[0]!.path, 'utf8'))).toContain('De hele module is nieuw');
  });

  it('names the findings of a version that does not check, and writes nothing', async () => {
    const { dir, git } = repository();
    edit(dir, swap('-> gevaar', '-> gevaarlijk'));
    git('commit', '-qam', 'broken');
    edit(dir, swap('-> gevaarlijk', '-> gevaar'));
    const { files, findings } = await write('older-broken', dir, 'HEAD');
    expect(files).toEqual([]);
    expect(findings.find(({ severity }) => severity === 'error')?.file).toBe(`HEAD:${dir}/${CALL}`);
    expect(existsSync(outDir('older-broken'))).toBe(false);
  });

  it('refuses a revision that does not exist, and a folder that is not in git', async () => {
    vi.stubEnv('GIT_CEILING_DIRECTORIES', tmpdir());
    const { dir } = repository();
    for (const [modules, revision, sentence] of [
      [dir, 'v9', 'no such branch, tag or commit'],
      [dir, '--output=x', 'no such branch, tag or commit'],
      [modulesWith(), 'v1', 'not in a git repository'],
    ] as const)
      await expect(write('refused', modules, revision)).rejects.toThrow(sentence);
    vi.unstubAllEnvs();
    expect(existsSync(outDir('refused'))).toBe(false);
  });

  it('says so on the command line in one line, with exit code 2', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const result = spawnSync(
      process.execPath,
      [
        ...[join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/storyboard.ts', '--modules', modulesWith()],
        ...['--out', outDir('refused'), '--against=v1'],
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() } },
    );
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).toContain('not in a git repository');
    expect(result.status).toBe(2);
  });
});

describe('the comparison of two texts', () => {
  const whole = (pieces: readonly { text: string }[]): string => pieces.map(({ text }) => text).join('');

  it('keeps both texts whole, and marks the same words as kept in both', () => {
    const word = fc.constantFrom('de', 'boom', 'mag', 'weg', ' ', '  ', '.', '\n', 'één');
    fc.assert(
      fc.property(
        fc.array(word).map((list) => list.join('')),
        fc.array(word).map((list) => list.join('')),
        (a, b) => {
          const { before, after } = diffWords(a, b);
          expect(whole(before)).toBe(a);
          expect(whole(after)).toBe(b);
          const words = (pieces: typeof before): string =>
            whole(pieces.filter(({ isKept }) => isKept)).replace(/\s+/g, '');
          expect(words(before)).toBe(words(after));
        },
      ),
    );
  });

  it('copes with a text of thousands of words', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `w${index}`).join(' ');
    expect(whole(diffWords(long, `${long} x`).after)).toBe(`${long} x`);
  });
});
