import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FindingList, formatFinding } from '../../src/content/finding.js';
import {
  optionsOf,
  type ConditionNode,
  type EffectNode,
  type TurnNode,
} from '../../src/content/script/ast.js';
import { parseConversation } from '../../src/content/script/conversation.js';
import { parseLesson } from '../../src/content/script/lesson.js';
import { parseMistakes } from '../../src/content/script/mistakes.js';
import { splitLines } from '../../src/content/source/lines.js';
import { COMPETENCES, DESK_KINDS, ENDING_QUALITIES, MOODS, SPEAKERS } from '../../src/content/vocabulary.js';
import { guideFiles } from './broken-guide.js';
import { EXTENSION, scopesAt, tokenize, type Token } from './tokens.js';

interface Manifest {
  readonly contributes: {
    readonly languages: readonly { readonly extensions: readonly string[]; readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
    readonly snippets: readonly { readonly path: string; readonly language: string }[];
    readonly problemMatchers: readonly { readonly pattern: { readonly regexp: string } }[];
  };
}
type Snippets = Readonly<Record<string, { prefix: string; description: string; body: readonly string[] }>>;

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(EXTENSION, path), 'utf8'));
const { contributes } = readJson('package.json') as Manifest;
const MODULES = fileURLToPath(new URL('../../modules/', import.meta.url));
const own = readdirSync(MODULES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file): [string, string] => [file, readFileSync(join(MODULES, file), 'utf8')]);
/** The real ones, and those of the guide that have ids: they show every word of the language. */
const shown = [...guideFiles()].filter(([, text]) => text.includes('{#'));
const scripts = [...own, ...shown].flatMap(([file, text]) => {
  const kind = /\.(gesprek|fragment|les|fout)\.md$/.exec(file)?.[1];
  return kind === undefined ? [] : [{ file, kind: kind === 'fragment' ? 'gesprek' : kind, text }];
});

/** Lines after the head, with what the parser and the editor make of them. */
function bodyOf(text: string): { list: FindingList; lines: ReturnType<typeof splitLines> } {
  const list = new FindingList();
  const lines = splitLines(text, list.reporter('x'));
  const rules = lines.flatMap(({ text: line }, index) => (line === '---' ? [index] : []));
  return { list, lines: lines.slice((rules[1] ?? -1) + 1) };
}

const isPlain = (tokens: readonly Token[]): boolean =>
  tokens.every(
    ({ text, scopes }) => text.trim() === '' || scopes.every((scope) => scope.startsWith('meta.section')),
  );
const invalid = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid')));

const isNamed = ({ kind }: EffectNode) => kind === 'stap' || kind === 'leert';
const spokenIn = ({ lines, again }: TurnNode) => [...lines, ...(again?.lines ?? [])];
const toldIn = ({ consequences, again }: TurnNode) => [...consequences, ...(again?.consequences ?? [])];

describe('the grammar of the script', () => {
  it.each(scripts)('gives every line of $file a scope, and none is invalid', async ({ kind, text }) => {
    const tokens = await tokenize(kind, text);
    const { lines } = bodyOf(text);
    const head = tokens.slice(0, (lines[0]?.number ?? 1) - 1);
    expect(head.flat().filter(({ scopes }) => scopes[0] !== 'meta.embedded.block.yaml')).toEqual([]);
    for (const line of lines.filter((each) => each.text !== '')) {
      const here = tokens[line.number - 1] ?? [];
      expect(invalid(here), line.text).toEqual([]);
      // The text of a lesson is Markdown, in which plain words are plain.
      if (kind !== 'les') expect(isPlain(here), `${line.number}: ${line.text}`).toBe(false);
    }
  });

  it.each(scripts.filter(({ kind }) => kind === 'gesprek'))(
    'sees in $file what the parser sees, at the same place',
    async ({ text }) => {
      const tokens = await tokenize('gesprek', text);
      const { list, lines } = bodyOf(text);
      const { desk, turns, endings, trials } = parseConversation(lines, list.reporter('x'));
      const expectScope = (at: { line: number; column: number }, scope: string): void => {
        expect(scopesAt(tokens, at), `${at.line}:${at.column}`).toContain(scope);
      };
      const expectEffects = (effects: readonly EffectNode[]): void => {
        for (const effect of effects) {
          if (effect.kind === 'amount' && effect.name !== 'wacht') expectScope(effect.at, 'constant.numeric');
          else expectScope(effect.at, isNamed(effect) ? 'variable.other.name' : 'support.function.effect');
        }
      };
      const expectConditions = (conditions: readonly ConditionNode[]): void => {
        for (const { at } of conditions) expectScope(at, 'keyword.operator');
      };
      const expectComing = ({ contact, again }: TurnNode): void => {
        if (contact) {
          expectScope(contact.at, 'keyword.other.label');
          expectScope({ ...contact.at, column: 10 }, 'variable.parameter.channel');
          expectEffects(contact.effects);
        }
        if (!again) return;
        expectScope(again.at, 'keyword.control.again');
        expectScope(again.to.to.at, 'entity.name.function.target');
      };
      const expectFragment = ({ fragment }: TurnNode): void => {
        if (!fragment) return;
        expectScope(fragment.at, 'keyword.control.fragment');
        expectScope(fragment.name.at, 'entity.name.function.fragment');
        for (const { name, to } of fragment.exits) {
          expectScope(name.at, 'entity.name.function.exit');
          expectScope(to.to.at, 'entity.name.function.target');
          expectConditions(to.if);
        }
      };
      const expectTurn = (turn: TurnNode): void => {
        expectScope({ line: turn.at.line, column: 4 }, 'entity.name.function.turn');
        for (const line of spokenIn(turn)) expectScope(line.at, 'entity.name.tag.speaker');
        expectComing(turn);
        expectFragment(turn);
        if (turn.form) expectScope(turn.form.at, 'keyword.control.compose');
        for (const slot of turn.slots)
          expectScope({ line: slot.at.line, column: 5 }, 'entity.name.function.slot');
      };
      for (const action of desk) {
        expectScope(action.at, 'support.class.desk');
        expectScope(action.target.at, 'variable.other.name');
        expectEffects(action.effects);
      }
      for (const turn of turns) expectTurn(turn);
      for (const each of [...turns.flatMap(toldIn), ...endings.flatMap((ending) => ending.consequences)]) {
        expectScope(each.at, 'keyword.other.label');
        expectConditions(each.if);
        expectEffects(each.effects);
      }
      for (const option of turns.flatMap(optionsOf)) {
        if (option.topic) expectScope(option.topic, 'keyword.control.topic');
        expectScope(option.id.at, 'punctuation.definition.id');
        expectScope({ ...option.id.at, column: option.id.at.column + 2 }, 'constant.other.id');
        expectEffects([...option.effects, ...option.conditional.flatMap((each) => each.effects)]);
        expectConditions([
          ...option.offeredIf,
          ...option.conditional.flatMap((each) => each.if),
          ...option.routes.flatMap((route) => route.if),
        ]);
        for (const { to } of option.routes) expectScope(to.at, 'entity.name.function.target');
        for (const label of [option.feedback, option.temptation, option.coach, option.reply])
          if (label) expectScope({ line: label.at.line, column: 3 }, 'keyword.other.label');
      }
      for (const ending of endings) {
        expectScope({ line: ending.at.line, column: 4 }, 'entity.name.function.ending');
        if (ending.later) expectScope({ line: ending.later.at.line, column: 1 }, 'keyword.other.label');
      }
      for (const trial of trials) {
        expectScope(trial.at, 'entity.name.function.trial');
        for (const step of trial.steps)
          expectScope(step.at, step.kind === 'id' ? 'constant.other.id' : 'support.class.desk');
        expectScope(trial.ending.at, 'entity.name.function.ending');
        for (const condition of trial.conditions) expectScope(condition.at, 'support.type');
      }
    },
  );

  it('knows every word of the closed lists', async () => {
    const scopeOf = async (lines: readonly string[], column: number): Promise<string> =>
      scopesAt(await tokenize('gesprek', lines.join('\n')), { line: lines.length, column });
    for (const speaker of SPEAKERS)
      expect(await scopeOf(['# Gesprek', `${speaker}: Dag.`], 1), speaker).toContain('tag.speaker');
    for (const mood of Object.keys(MOODS))
      expect(await scopeOf(['# Gesprek', `KLANT (${mood}): Dag.`], 8), mood).toContain(
        'variable.parameter.mood',
      );
    for (const word of COMPETENCES)
      expect(await scopeOf(['# Gesprek', `  ${word} -1,5`], 3), word).toContain('support.type.competence');
    for (const word of DESK_KINDS) {
      expect(await scopeOf(['# Bureau', `${word} x  minuten 1`], 1), word).toContain('support.class.desk');
      expect(await scopeOf(['# Gesprek', `  alleen als niet bekeken ${word} x`], 27), word).toContain(
        'class.desk',
      );
    }
    for (const word of ENDING_QUALITIES)
      expect(await scopeOf(['# Eindes', `## x (${word})`], 7), word).toContain('constant.language.quality');
  });

  it.each([
    ['a misspelt speaker', '# Gesprek', 'KLNAT: Dag.'],
    ['an unknown mood', '# Gesprek', 'KLANT (bozig): Dag.'],
    ['loose text', '# Gesprek', 'Hij zucht.'],
    ['an effect that does not spring in', '# Gesprek', 'minuten 1'],
    ['an unknown desk action', '# Bureau', 'artiekel x  minuten 1'],
    ['an ending without its quality', '# Eindes', '## netjes'],
    ['an unknown section', '', '# Einden'],
  ])('marks %s', async (_, heading, line) => {
    const tokens = await tokenize('gesprek', `${heading}\n${line}`);
    expect(invalid(tokens[1] ?? [])).not.toEqual([]);
  });

  it('leaves text text', async () => {
    const tokens = await tokenize(
      'gesprek',
      '# Gesprek\n* Het is #12, {#1} of -> 3.\n  \\minuten lang; stap voor stap {#a1}',
    );
    const scopes = tokens
      .flat()
      .map(({ scopes: each }) => each.join(' '))
      .join('\n');
    expect(scopes).not.toMatch(/keyword\.control|support\.|entity/);
    expect(scopesAt(tokens, { line: 3, column: 36 })).toContain('constant.other.id');
  });
});

describe('the snippets', () => {
  const all = contributes.snippets.flatMap(({ path, language }) =>
    Object.entries(readJson(path) as Snippets).map(([name, snippet]) => ({
      name,
      kind: language.replace('zeventerpen-', ''),
      ...snippet,
    })),
  );
  /** As it stands when an author only presses Tab. */
  const expand = (body: readonly string[]): string =>
    body
      .join('\n')
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace('$0', '');
  /** What stands above a snippet that is no whole file. */
  const above = (prefix: string, kind: string): string => {
    if (kind === 'les') return '# Pagina {#p1}\n';
    if (kind === 'fout') return prefix === 'prima' ? '# Gesprek\n' : '# Fouten\n';
    if (['klant', 'zaak', 'artikel', 'bellen', 'notitie'].includes(prefix)) return '# Bureau\n';
    if (prefix === 'einde') return '# Eindes\n';
    if (prefix === 'proef') return '# Proeven\n';
    const option = '* Dag.\n  FEEDBACK: Goed zo.\n';
    if (prefix === 'onderdeel') return '# Gesprek\n## schrijven\n';
    return `# Gesprek\n${['beurt', 'bericht', 'onderwerpen'].includes(prefix) ? '' : '## beurt\n'}${['als', 'verleiding', 'zegt'].includes(prefix) ? option : ''}`;
  };

  it.each(all)('$kind: "$prefix" ($name) gives what the parser reads', async ({ prefix, kind, body }) => {
    const text = expand(body);
    const whole = text.startsWith('---') ? text : above(prefix, kind) + text;
    const { list, lines } = bodyOf(whole);
    const report = list.reporter(kind);
    if (kind === 'gesprek') parseConversation(lines, report);
    else if (kind === 'les') parseLesson(lines, report);
    else parseMistakes(lines, report);
    // A piece of a script lacks the rest of it.
    const found = list.findings.filter(({ message }) => !/^De kop '# \w+' ontbreekt/.test(message));
    expect(found).toEqual([]);
    expect((await tokenize(kind, whole)).flatMap(invalid)).toEqual([]);
  });
});

describe('the extension', () => {
  it('tells in its README of every snippet', () => {
    const readme = readFileSync(join(EXTENSION, 'README.md'), 'utf8');
    const prefixes = contributes.snippets.flatMap(({ path }) =>
      Object.values(readJson(path) as Snippets).map((snippet) => snippet.prefix),
    );
    expect(prefixes.filter((prefix) => !readme.includes(`\`${prefix}\``))).toEqual([]);
  });

  it('names only files that are there', () => {
    const { languages, grammars, snippets } = contributes;
    const paths = [
      ...languages.map((language) => language.configuration),
      ...grammars.map((grammar) => grammar.path),
      ...snippets.map((snippet) => snippet.path),
    ];
    for (const path of paths) expect(existsSync(join(EXTENSION, path)), path).toBe(true);
    expect(languages.flatMap(({ extensions }) => extensions)).toEqual([
      '.gesprek.md',
      '.fragment.md',
      '.les.md',
      '.fout.md',
    ]);
  });

  it('reads the findings of npm run check', () => {
    const line = formatFinding({
      file: 'modules/loket/de-es.gesprek.md',
      line: 12,
      column: 3,
      severity: 'error',
      code: 'verwijzing',
      message: "De stap 'x' bestaat niet: a. b.",
    });
    const [pattern] = contributes.problemMatchers.map((matcher) => new RegExp(matcher.pattern.regexp));
    expect(pattern?.exec(line)?.slice(1)).toEqual([
      'modules/loket/de-es.gesprek.md',
      '12',
      '3',
      'error',
      'verwijzing',
      "De stap 'x' bestaat niet: a. b.",
    ]);
  });
});
