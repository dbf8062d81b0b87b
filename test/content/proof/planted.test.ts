/** Fifteen kinds of defects, each planted in three real scripts: found at its line, with a path that shows it where there is one. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Option } from '../../../src/content/module.js';
import { checkModule } from '../../../src/content/compile/module.js';
import { FindingList, type Finding, type FindingCode } from '../../../src/content/finding.js';
import { readModules } from '../../../src/content/read.js';
import { type Playable, replay } from '../../../src/content/replay/replay.js';
import {
  type PlayedScript,
  playScript,
  type RefusedScript,
} from '../../../src/engine/conversation/play-script.js';

interface Script {
  readonly module: string;
  readonly unit: string;
  /** A fact that something on its desk teaches. */
  readonly fact: string;
  readonly article: string;
  /** A turn in the middle, with a choice in it that leads on to another turn. */
  readonly middle: string;
  /** Of quality `slecht`. */
  readonly bad: string;
  /** A competence that it does not practise. */
  readonly other: string;
}

const SCRIPTS: readonly Script[] = [
  {
    module: 'kanalen',
    unit: 'verhuizing',
    fact: 'regels',
    article: 'verhuizen',
    middle: 'halve-dag',
    bad: 'niet-ingeschreven',
    other: 'backoffice',
  },
  {
    module: 'backoffice',
    unit: 'aanbouw',
    fact: 'niet-vanzelf',
    article: 'omgevingsvergunning',
    middle: 'rekenen',
    bad: 'weer-niets',
    other: 'kanaalsturing',
  },
  {
    module: 'portalen',
    unit: 'verjaardag',
    fact: 'vaste-zin',
    article: 'adres-van-iemand-anders',
    middle: 'haar-moeder',
    bad: 'adres-weg',
    other: 'proactief',
  },
];

type Edit = (text: string) => string;
type Played = PlayedScript | RefusedScript;

/** What is planted in a script, and what must be said of it. */
interface Planted {
  readonly edit: Edit;
  readonly code: FindingCode;
  /** How the line begins, without its indent, at which it must be found. */
  readonly at: string | RegExp;
  readonly says: RegExp;
  /** Does the conversation along the path show it? Absent: there is no way to show it. */
  readonly shown?: (played: Played, playable: Playable) => boolean;
}

/** Changes one turn; it must be there, and the change must change it. */
const inTurn =
  (id: string, change: Edit): Edit =>
  (text) =>
    replaced(text, new RegExp(`^## ${id}\\n[^]*?(?=^##? )`, 'm'), change);

const replaced = (text: string, pattern: RegExp, change: string | Edit): string => {
  const after = text.replace(pattern, (found) => (typeof change === 'string' ? change : change(found)));
  if (after === text) throw new Error(`the script no longer holds ${String(pattern)}`);
  return after;
};

const PLAIN_WAY = /^ {2}-> (?!EINDE)\S+$/m;
const never = ({ fact }: Script): string => `weet ${fact} en niet weet ${fact}`;
const strayTurn = (id: string, { bad }: Script): string =>
  `## ${id}\nKLANT: Hallo?\n\n* Dag. {#zz1}\n  minuten 1\n  FEEDBACK: Tja.\n  VERLEIDING: Tja.\n  -> EINDE ${bad}\n\n`;
const beforeEndings =
  (turn: string): Edit =>
  (text) =>
    replaced(text, /^# Eindes$/m, (heading) => turn + heading);

/** The first option of every turn. */
const firstOptions =
  (change: Edit): Edit =>
  (text) =>
    text.replace(/^## [^]*?(?=^##? )/gm, (turn) => turn.replace(/^\* [^]*?(?=^ +(?:als .*)?->)/m, change));

/** The option with all that a first sight can show; its steps stay. */
const praised: Edit = (option) =>
  option.replace(
    /^ {2}(?:klanttevredenheid|minuten).*$/m,
    (effects) =>
      `  klanttevredenheid +4; hostmanship +3; proactief +3; portalen +3; backoffice +3${(effects.match(/; (minuten|stap|leert|wacht) [^;]+/g) ?? []).join('')}`,
  );

const lastChoice = ({ state }: Played): string | undefined => state.decisions.at(-1)?.turn;

const KINDS: Readonly<Record<string, (script: Script) => Planted>> = {
  'a turn that nobody reaches': (script) => ({
    edit: beforeEndings(strayTurn('nergens', script)),
    code: 'onbereikbaar',
    at: '## nergens',
    says: /Geen enkele keuze leidt naar de beurt 'nergens'/,
  }),
  'a turn behind a condition that never holds': (script) => ({
    edit: (text) =>
      beforeEndings(strayTurn('spiegel', script))(
        inTurn(script.middle, (turn) =>
          replaced(turn, PLAIN_WAY, (way) => `  als ${never(script)} -> spiegel\n${way}`),
        )(text),
      ),
    code: 'bewijs',
    at: '## spiegel',
    says: /Niemand komt ooit in de beurt 'spiegel'/,
    shown: (played) => lastChoice(played) === script.middle && played.state.turn !== 'spiegel',
  }),
  'an ending behind a condition that never holds': (script) => ({
    edit: (text) =>
      replaced(
        inTurn(script.middle, (turn) =>
          replaced(turn, PLAIN_WAY, (way) => `  als ${never(script)} -> EINDE nooit\n${way}`),
        )(text),
        /^# Proeven$/m,
        (heading) => `## nooit (slecht)\nKLANT: Dag.\nLATER (een week): Niets.\n\n${heading}`,
      ),
    code: 'bewijs',
    at: '## nooit (slecht)',
    says: /Niemand komt ooit bij het einde 'nooit'/,
    shown: (played) => lastChoice(played) === script.middle && played.state.ending !== 'nooit',
  }),
  'a dead end': ({ middle, fact }) => ({
    edit: inTurn(middle, (turn) =>
      replaced(turn, PLAIN_WAY, (way) => way.replace('->', `als weet ${fact} ->`)),
    ),
    code: 'geen-weg',
    at: /^\* /,
    says: /hangt elke weg aan een voorwaarde/,
    shown: (played) => !played.ok && played.why === 'dead-end' && played.turn === middle,
  }),
  'a loop without an exit': ({ middle }) => ({
    edit: inTurn(middle, (turn) => replaced(turn, PLAIN_WAY, '  -> opening')),
    code: 'kring',
    at: '-> opening',
    says: new RegExp(`Hier gaat het gesprek terug: opening -> .*${middle} -> opening`),
    shown: (played) => lastChoice(played) === middle && played.state.turn === 'opening',
  }),
  'an option that is never offered': (script) => ({
    edit: inTurn(script.middle, (turn) =>
      replaced(turn, /^\* .*\n(?: {2}alleen als .*\n)?/m, (head) => `${head}  alleen als ${never(script)}\n`),
    ),
    code: 'bewijs',
    at: /^\* /,
    says: /wordt nooit aangeboden/,
    shown: ({ state }) => state.turn === script.middle,
  }),
  'no path on which all four outcomes are sufficient': () => ({
    edit: inTurn('opening', (turn) => turn.replace(/minuten \d+(?:,5)?/g, 'minuten 30')),
    code: 'bewijs',
    at: 'titel:',
    says: /Geen enkele weg haalt alle vier de uitkomsten.*minuten/,
    shown: ({ state, outcomes }, { unit, world }) =>
      state.ending !== null && outcomes.doorlooptijd.minutes > world.norms.voldoende.minuten[unit.channel],
  }),
  'a reference to a turn that is not there': ({ middle }) => ({
    edit: inTurn(middle, (turn) => replaced(turn, PLAIN_WAY, (way) => `${way}x`)),
    code: 'verwijzing',
    at: /^-> \S+x$/,
    says: /De beurt '\S+x' bestaat niet\. Bedoelde u '\S+'\?/,
  }),
  'a competence on which no choices differ': ({ middle, other }) => ({
    edit: inTurn(middle, (turn) =>
      turn
        .replace(/^\* .*$/gm, (head) => `${head}\n  ${other} +1`)
        .replace(/^( {2}\S+ \+1)\n( {2}alleen als .*)$/gm, '$2\n$1'),
    ),
    code: 'bewijs',
    at: /^\* /,
    says: new RegExp(`'${other}' staat bij keuzes, maar nergens verschillen`),
    shown: ({ state }) => state.turn === middle,
  }),
  'an option that is never better than another, without VERLEIDING': ({ middle, bad }) => ({
    edit: inTurn(
      middle,
      (turn) =>
        `${turn.trimEnd()}\n* Nee. {#zz1}\n  klanttevredenheid -1; minuten 1; ${worst(turn)}\n  FEEDBACK: Nee.\n  -> EINDE ${bad}\n\n`,
    ),
    code: 'bewijs-advies',
    at: '* Nee. {#zz1}',
    says: /De keuze 'zz1' is nooit beter dan/,
    shown: ({ state }) => state.decisions.at(-1)?.chosen.id === 'zz1' && state.ending === bad,
  }),
  'a first option that is always the best': () => ({
    edit: firstOptions(praised),
    code: 'eerste-altijd-best',
    at: '## opening',
    says: /In elke beurt is de eerste keuze de beste/,
    shown: picked((options) => options),
  }),
  'a longest option that is always the best': () => ({
    edit: firstOptions((option) =>
      praised(option).replace(
        ' {#',
        ' Hebt u even tijd? Dan neem ik het hele verhaal rustig met u door, van het begin tot het einde, zodat wij niets vergeten. {#',
      ),
    ),
    code: 'langste-altijd-best',
    at: '## opening',
    says: /In elke beurt is de langste keuze de beste/,
    shown: picked((options) => options.toSorted((a, b) => b.text.length - a.text.length)),
  }),
  'a trial that ends elsewhere': ({ bad }) => ({
    edit: (text) => replaced(text, /^(beste: .*?=> )[a-z-]+/m, `beste: ${best(text)} => ${bad}`),
    code: 'proef',
    at: 'beste:',
    says: new RegExp(`Proef 'beste' eindigt in '\\S+' en niet in '${bad}'`),
    shown: ({ state }) => state.ending !== null && state.ending !== bad,
  }),
  'a trial that expects too much': () => ({
    edit: (text) =>
      replaced(text, /^(beste: .*)klanttevredenheid >= \d+/m, (line) => line.replace(/>= \d+$/, '>= 11')),
    code: 'proef',
    at: 'beste:',
    says: /Proef 'beste': verwacht is 'klanttevredenheid >= 11', het wordt/,
    shown: ({ state, outcomes }) => state.ending !== null && outcomes.klanttevredenheid < 11,
  }),
  'an article that is not there': ({ article }) => ({
    edit: (text) => replaced(text, /^# Bureau$/m, (heading) => `${heading}\nartikel ${article}x  minuten 1`),
    code: 'verwijzing',
    at: `artikel ${article}x`,
    says: new RegExp(`Het artikel '${article}x' bestaat niet\\. Bedoelde u '${article}'\\?`),
  }),
};

/** To an ending, in every turn by the first option in this order; one with a condition may not be on offer. */
const picked =
  (inOrder: (options: readonly Option[]) => readonly Option[]) =>
  ({ state }: Played, { unit }: Playable): boolean =>
    state.ending !== null &&
    state.decisions.every(({ turn, chosen }) => {
      const at = unit.turns.find(({ id }) => id === turn);
      if (at?.kind !== 'choice') return true;
      const order = inOrder(at.options);
      const before = order.slice(
        0,
        order.findIndex(({ id }) => id === chosen.id),
      );
      return before.every(({ offeredIf }) => offeredIf.length > 0);
    });

/** The way of the trial that every script begins with. */
const best = (text: string): string => /^beste: (.*?) =>/m.exec(text)?.[1] ?? '';

/** The lowest there is on every competence of a turn. */
const worst = (turn: string): string =>
  [
    ...new Set(
      [
        ...turn.matchAll(/(hostmanship|proactief|kanaal\w+|backoffice|klachten-voorkomen|portalen) [+-]?\d/g),
      ].map(([, name]) => name),
    ),
  ]
    .map((name) => `${name} -3`)
    .join('; ');

/** The town and the modules, read once. */
const { town, modules } = readModules(
  fileURLToPath(new URL('../../../modules', import.meta.url)),
  SCRIPTS.map(({ module }) => module),
);

interface Checked {
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
  readonly playable?: Playable;
}

/** Checks and proves the one script, with the defect in it. */
function check({ module, unit }: Script, edit: Edit): Checked {
  const source = modules.find(({ id }) => id === module);
  const original = source?.units.find(({ entry }) => entry.id === unit);
  if (!town || !source || !original) throw new Error(`${module}/${unit} does not read`);
  const list = new FindingList();
  const report = list.reporter(original.report.file);
  const text = edit(original.text);
  expect(text).not.toBe(original.text);
  const units = [{ ...original, text, report }];
  const { playables } = checkModule({ ...source, units }, { town, list, cache: null });
  const [playable] = playables;
  return {
    lines: text.split('\n'),
    findings: list.findings.filter(({ file }) => file === report.file),
    ...(playable && { playable }),
  };
}

const cases = Object.entries(KINDS).flatMap(([kind, plant]) =>
  SCRIPTS.map((script) => [kind, script.unit, { script, planted: plant(script) }] as const),
);

describe('a defect planted in a real script', () => {
  it.each(cases)('%s (%s)', (_kind, _unit, { script, planted }) => {
    const { edit, code, at, says, shown } = planted;
    const { lines, findings, playable } = check(script, edit);
    const found = findings.find((each) => each.code === code && says.test(each.message));
    expect(found, JSON.stringify(findings, null, 1)).toBeDefined();
    if (!found) return;
    const line = (lines[found.line - 1] ?? '').trim();
    expect(typeof at === 'string' ? line.startsWith(at) : at.test(line), line).toBe(true);
    expect(found.path !== undefined).toBe(shown !== undefined);
    if (!found.path || !shown) return;
    if (!playable) throw new Error('it has a path and cannot be played');
    const played = playScript(playable.unit, playable.world, found.path);
    const { ok, text } = replay(playable, found.path);
    // At a dead end the last choice cannot be made: that is what there is to see.
    expect(ok || text.includes('geen enkele weg (->) past'), text).toBe(true);
    expect(shown(played, playable), text).toBe(true);
  });
});

describe('what is planted', () => {
  it.each(SCRIPTS.map((script) => [script.unit, script] as const))(
    'is all that is wrong with %s',
    (_, script) => {
      // A blank line changes nothing.
      expect(check(script, (text) => `${text}\n`).findings).toEqual([]);
    },
  );
});
