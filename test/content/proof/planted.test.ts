/** Twelve kinds of defects, each planted by a small edit in a real script: found at its line, with a path that shows it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, FindingCode } from '../../../src/content/finding.js';
import { loadContent } from '../../../src/content/index.js';
import { type Playable, replay } from '../../../src/content/replay/replay.js';
import { type PlayedScript, playScript } from '../../../src/engine/conversation/play-script.js';
import { swap } from '../workshop.js';

const work = mkdtempSync(join(tmpdir(), 'zt-planted-'));
const dir = join(work, 'modules');
cpSync(fileURLToPath(new URL('../../../modules', import.meta.url)), dir, { recursive: true });
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

type Edit = (text: string) => string;

interface Planted {
  readonly defect: string;
  readonly script: 'weduwe' | 'terras' | 'container';
  readonly edit: Edit;
  readonly code: FindingCode;
  /** How the line begins, without its indent, at which it must be found. */
  readonly at: string;
  readonly says: RegExp;
  /** Does the conversation along the path show it? Absent: such a finding has no path. */
  readonly shown?: (played: PlayedScript, playable: Playable) => boolean;
}

/** Every match; there must be one. */
const everywhere =
  (pattern: RegExp, to: string): Edit =>
  (text) => {
    const after = text.replace(pattern, to);
    if (after === text) throw new Error(`the script no longer holds ${String(pattern)}`);
    return after;
  };

/** The first option of every turn. */
const firstOptions =
  (change: Edit): Edit =>
  (text) =>
    text.replace(/^## [^]*?(?=^##? )/gm, (turn) => turn.replace(/^\* [^]*?(?=^ +(?:als .*)?->)/m, change));

/** The option with all that a first sight can show; its steps stay. */
const praised: Edit = (option) =>
  option.replace(
    /^ {2}klanttevredenheid.*$/m,
    (effects) =>
      `  klanttevredenheid +4; hostmanship +3; proactief +3; portalen +3; backoffice +3${(effects.match(/; (minuten|stap|leert|wacht) [^;]+/g) ?? []).join('')}`,
  );

const PLANTED: readonly Planted[] = [
  {
    defect: 'a turn that nobody reaches',
    script: 'terras',
    edit: swap('  -> in-de-wacht', '  -> formulier'),
    code: 'onbereikbaar',
    at: '## in-de-wacht',
    says: /Geen enkele keuze leidt naar de beurt 'in-de-wacht'/,
  },
  {
    defect: 'a turn behind a condition that never holds',
    script: 'container',
    edit: swap(
      '  als weet verweten -> reactie-verweten',
      '  als weet verweten en niet weet verweten -> reactie-verweten',
    ),
    code: 'bewijs',
    at: '## reactie-verweten',
    says: /Niemand komt ooit in de beurt 'reactie-verweten'/,
  },
  {
    defect: 'an ending that nobody reaches',
    script: 'weduwe',
    edit: everywhere(/klanttevredenheid < 6 -> EINDE/g, 'klanttevredenheid < 0 -> EINDE'),
    code: 'bewijs',
    at: '## het-klopte (voldoende)',
    says: /Niemand komt ooit bij het einde 'het-klopte'/,
  },
  {
    defect: 'a dead end',
    script: 'terras',
    edit: swap('  -> in-de-wacht', '  als weet overleg-donderdag -> in-de-wacht'),
    code: 'geen-weg',
    at: '* Dat weet vergunningen beter dan ik.',
    says: /hangt elke weg aan een voorwaarde/,
  },
  {
    defect: 'a loop without an exit',
    script: 'container',
    edit: everywhere(/(?<=\{#x2\}\n(?: {2}[^-].*\n)+ {2}-> )antwoord/, 'doorgestuurd'),
    code: 'kring',
    at: '-> doorgestuurd',
    says: /doorgestuurd -> henk-regelt -> doorgestuurd/,
  },
  {
    defect: 'an option that is never offered',
    script: 'weduwe',
    edit: everywhere(/(?<=\{#l2\}\n {2}alleen als weet graf-op-zijn-naam)/, ' en stap afspraak'),
    code: 'bewijs',
    at: '* Nog niet. Het graf staat op naam van uw man.',
    says: /De keuze 'l2' wordt nooit aangeboden/,
  },
  {
    defect: 'no path on which all four outcomes are sufficient',
    script: 'terras',
    edit: everywhere(
      /(?<=\{#a[1-4]\}\n(?: {2}alleen als .*\n)? {2}klanttevredenheid \S+; minuten )0,5/g,
      '30',
    ),
    code: 'bewijs',
    at: 'titel:',
    says: /Geen enkele weg haalt alle vier de uitkomsten.*minuten/,
    shown: ({ ending, outcomes }, { unit, world }) =>
      ending !== null && outcomes.doorlooptijd.minutes > world.norms.voldoende.minuten[unit.channel],
  },
  {
    defect: 'a reference to a turn that is not there',
    script: 'weduwe',
    edit: swap('-> parkeerkaart', '-> parkeerkart'),
    code: 'verwijzing',
    at: '-> parkeerkart',
    says: /Bedoelde u 'parkeerkaart'\?/,
  },
  {
    defect: 'a competence on which no choices differ',
    script: 'terras',
    edit: everywhere(/(?<=\{#k[12]\}\n.*)backoffice/g, 'kanaalverleiding +1; backoffice'),
    code: 'bewijs',
    at: '* Dat was niet handig van mij.',
    says: /'kanaalverleiding' staat bij keuzes, maar nergens verschillen/,
  },
  {
    defect: 'an option that is never better than another, without VERLEIDING',
    script: 'terras',
    edit: swap('  VERLEIDING: Hij is blij, en het gesprek is klaar.\n', ''),
    code: 'bewijs-advies',
    at: '* Mooi. Veel succes ermee',
    says: /De keuze 'b1' is nooit beter dan 'b[23]'/,
    shown: ({ state }) =>
      state.decisions.at(-1)?.chosen.id === 'b1' && state.decisions.at(-1)?.turn === 'denkt-dat-het-mag',
  },
  {
    defect: 'a first option that is always the best',
    script: 'weduwe',
    edit: firstOptions(praised),
    code: 'eerste-altijd-best',
    at: '## opening',
    says: /In elke beurt is de eerste keuze de beste/,
  },
  {
    defect: 'a longest option that is always the best',
    script: 'terras',
    edit: firstOptions((option) =>
      praised(option).replace(
        ' {#',
        ' Hebt u even tijd? Dan neem ik het hele verhaal rustig met u door, van begin tot eind. {#',
      ),
    ),
    code: 'langste-altijd-best',
    at: '## opening',
    says: /In elke beurt is de langste keuze de beste/,
  },
  {
    defect: 'a best path without the desk',
    script: 'terras',
    edit: everywhere(/^ {2}alleen als (?:niet )?weet .*\n/gm, ''),
    code: 'bewijs-advies',
    at: 'titel:',
    says: /De beste weg gebruikt het bureau niet/,
    shown: ({ state }) => state.ending === 'op-de-markt' && state.opened.length === 0,
  },
  {
    defect: 'an article that is not there',
    script: 'container',
    edit: swap('artikel container-niet-geleegd', 'artikel container-niet-geleegt'),
    code: 'verwijzing',
    at: 'artikel container-niet-geleegt',
    says: /Bedoelde u 'container-niet-geleegd'\?/,
  },
];

const fileOf = (script: string): string => join(dir, 'hostmanship', `${script}.gesprek.md`);

/** Plants, checks, and puts the script back. */
function check({ script, edit }: Planted): {
  lines: string[];
  findings: readonly Finding[];
  playable?: Playable;
} {
  const file = fileOf(script);
  const original = readFileSync(file, 'utf8');
  const text = edit(original);
  expect(text).not.toBe(original);
  writeFileSync(file, text);
  try {
    // Scripts that did not change are not proved again.
    const { findings, playables } = loadContent(dir, ['hostmanship'], { cache: join(work, 'proofs') });
    const playable = playables.find(({ unit }) => unit.id === script);
    return {
      lines: text.split('\n'),
      findings: findings.filter((each) => each.file === file),
      ...(playable && { playable }),
    };
  } finally {
    writeFileSync(file, original);
  }
}

/** The scripts as they are, once: that takes a second or so by itself, more on a machine at work. */
const PATIENCE = 60_000;
beforeAll(() => {
  loadContent(dir, ['hostmanship'], { cache: join(work, 'proofs') });
}, PATIENCE);

describe('a defect planted in a real script', () => {
  it.each(PLANTED.map((each) => [each.defect, each.script, each] as const))(
    '%s (%s)',
    (_defect, _script, planted) => {
      const { lines, findings, playable } = check(planted);
      const found = findings.find(({ code, message }) => code === planted.code && planted.says.test(message));
      expect(found, JSON.stringify(findings, null, 1)).toBeDefined();
      if (!found) return;
      expect((lines[found.line - 1] ?? '').trim()).toMatch(
        new RegExp(`^${planted.at.replace(/[.*()?]/g, '\\$&')}`),
      );
      expect(found.path !== undefined).toBe(planted.shown !== undefined);
      if (!found.path || !planted.shown || !playable) return;
      const played = playScript(playable.unit, playable.world, found.path);
      expect(played.ok && planted.shown(played, playable), replay(playable, found.path).text).toBe(true);
    },
    PATIENCE,
  );
});
