/** A piece of conversation that scripts share: woven in, told of at its own place, and named once for all. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixContent } from '../../src/content/fix.js';
import { loadContent, type Content } from '../../src/content/index.js';
import type { Conversation } from '../../src/content/module.js';
import { readPath, replay } from '../../src/content/replay/replay.js';
import { exportXliff } from '../../src/content/translate/exchange.js';
import { Course } from '../../src/preview/course.js';
import { wayTo } from '../../src/preview/way.js';
import { storyboardPage } from '../../src/storyboard/document.js';
import { translateModule } from '../../src/content/translate/apply.js';
import {
  fingerprint,
  readTranslation,
  translationName,
} from '../../src/content/translate/translation-file.js';
import { FindingList } from '../../src/content/finding.js';
import { files, FRAGMENT, OWN, SHARED } from './fragment-workshop.js';
import { textOf } from '../storyboard/board.js';
import { CALL, findingsOf, modulesWith, swap, type Changes } from './workshop.js';

/** As it is once the ids and codes are written. */
function fixed(changes: Changes = files()): { dir: string; content: Content; call: Conversation } {
  const dir = modulesWith(changes);
  const { content } = fixContent(dir);
  const call = content.modules[0]?.units.find((unit) => unit.id === 'de-es');
  if (call?.kind !== 'conversation') throw new Error(content.findings.map((each) => each.message).join('\n'));
  return { dir, content, call };
}

describe.each([
  ['of a module', OWN],
  ['of all modules', SHARED],
])('a fragment %s', (_, file) => {
  const { dir, content, call } = fixed(files({}, file));
  const turns = new Map(call.turns.map((turn) => [turn.id, turn]));

  it('stands in the script as if it were written there, with its name before its ids', () => {
    expect(content.findings).toEqual([]);
    expect([...turns.keys()]).toEqual(['opening', 'gevaar', 'besluit', 'slot.zeker']);
    const entry = turns.get('besluit');
    expect(entry?.lines.map(({ text }) => text)).toEqual(['En nu?', 'Hoor ik nog iets?']);
    const options = entry?.kind === 'choice' ? entry.options : [];
    expect(options.map(({ id }) => id)).toEqual(['slot.a1', 'slot.a2']);
    expect(options[0]?.routes).toEqual([{ if: [], to: 'slot.zeker' }]);
    // By the lines below `fragment`, in their order.
    expect(options[1]?.routes.map(({ to }) => to)).toEqual(['rust', 'afwachten']);
    expect(options[1]?.routes[0]?.if).toHaveLength(1);
  });

  it('has permanent codes of its own in the codes of the module', () => {
    const { codes } = JSON.parse(readFileSync(join(dir, 'loket/codes.json'), 'utf8')) as {
      codes: Record<string, string>;
    };
    const options = call.turns.flatMap((turn) => (turn.kind === 'choice' ? turn.options : []));
    for (const { id, code } of options) expect(codes[`de-es/${id}`], id).toBe(code);
    // What stood there before keeps its code for ever.
    expect(codes['de-es/c1']).toMatch(/^..$/);
  });

  it('is proved and replayed with the rest', () => {
    expect(content.summaries.find(({ unit }) => unit === 'de-es')?.bestPath.at(-1)).toBe('slot.a2');
    const playable = content.playables.find(({ unit }) => unit.id === 'de-es')!;
    const { ok, text } = replay(playable, readPath('a1, b2, slot.a1, slot.b2'));
    expect(ok).toBe(true);
    expect(text).toContain('\n[slot.zeker]\nKLANT (kortaf): Weet u dat zeker?\n> slot.b2: Nee.');
  });

  it('gives its texts to translators once, under its own name', () => {
    const xliff = exportXliff(content, 'en');
    expect(xliff.split('Weet u dat zeker?')).toHaveLength(2);
    const own = content.files.find(({ name }) => name === file);
    expect(own?.texts.map(({ key }) => key).slice(0, 3)).toEqual([
      'beurt.vraag.1',
      'keuze.a1',
      'keuze.a1.feedback',
    ]);
  });
});

describe('what stands around a script', () => {
  it('translates the texts of a shared fragment in every module that uses it', () => {
    const { content } = fixed(files({}, SHARED));
    const teksten = `  beurt.zeker.1: {van: ${fingerprint('Weet u dat zeker?')}, tekst: Are you sure?}`;
    const translation = readTranslation(
      translationName(SHARED, 'en'),
      `schemaVersion: 1\ntaal: en\nteksten:\n${teksten}\n`,
      new FindingList().reporter('x'),
    );
    const known = { files: content.files, translations: [translation] };
    const text = JSON.stringify(translateModule(content.modules[0]!, 'en', known));
    expect(text).toContain('Are you sure?');
    expect(text).not.toContain('Weet u dat zeker?');
  });

  it('can be played in the preview from a turn of the fragment on', () => {
    const { content, call } = fixed();
    expect(wayTo(call, content.modules[0]!.world, 'slot.zeker')?.tokens.at(-1)).toBe('slot.a1');
  });

  it('is read anew in the preview when the fragment is saved, of the module or of all', () => {
    for (const file of [OWN, SHARED]) {
      const { dir } = fixed(files({}, file));
      const course = new Course(dir, null);
      writeFileSync(join(dir, file), FRAGMENT.replace('Weet u dat zeker?', 'Echt waar?'));
      course.refresh([join(dir, file)]);
      expect(JSON.stringify(course.modules[0]?.module)).toContain('Echt waar?');
    }
  });

  it('shows in the preview what is wrong with a shared fragment beside the script that uses it', () => {
    const { dir } = fixed(files({}, SHARED));
    const course = new Course(dir, null);
    const path = join(dir, SHARED);
    writeFileSync(
      path,
      FRAGMENT.replace('stap notitie; backoffice +1; k', 'stap notietie; backoffice +1; k'),
    );
    course.refresh([path]);
    const told = (): string[] => course.modules.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(told()).toEqual(['fragment-past-niet']);
    // And it stays there when only the module is read.
    course.refresh([join(dir, CALL)]);
    expect(told()).toEqual(['fragment-past-niet']);
  });

  it('names the fragment in the storyboard, and shows what changed in it', async () => {
    const { content } = fixed();
    const { content: later } = fixed(files({ [OWN]: swap('Weet u dat zeker?', 'Echt waar?') }));
    const name = 'v1 (1 november 2026)';
    const page = textOf(await storyboardPage(later.modules[0]!, { name, before: content.modules[0]! }));
    expect(page).toContain('Slot: zeker');
    expect(page).toContain('De keuzes komen uit het gedeelde fragment ‘slot’.');
    expect(page).toMatch(/Gewijzigd Beurt slot: zeker .*Was: .*Weet u dat zeker.* Wordt: .*Echt waar/);
  });
});

describe('the ids of a fragment', () => {
  it('are written in the fragment by --fix, and never given again', () => {
    const { dir } = fixed();
    const before = readFileSync(join(dir, 'loket/codes.json'), 'utf8');
    const later = modulesWith({
      ...files({ [OWN]: swap('* Nee. Ik bel u vrijdag zelf. {#b2}', '* Nee, ik bel u zelf.') }),
      'loket/codes.json': before,
    });
    const { changed, content } = fixContent(later);
    expect(changed.map((path) => path.slice(later.length + 1))).toEqual([OWN, 'loket/codes.json']);
    expect(readFileSync(join(later, OWN), 'utf8')).toContain('* Nee, ik bel u zelf. {#b3}\n');
    expect(content.findings).toEqual([]);
  });

  it('of a shared one are not given again where only another module remembers them', () => {
    const { dir } = fixed(files({}, SHARED));
    const codes = readFileSync(join(dir, 'loket/codes.json'), 'utf8').replace('slot.a2', 'slot.b7');
    const later = modulesWith({
      ...files({ [SHARED]: swap(' {#b2}', '') }, SHARED),
      'loket/codes.json': codes,
    });
    fixContent(later);
    expect(readFileSync(join(later, SHARED), 'utf8')).toContain('vrijdag zelf. {#b8}\n');
  });

  it('have signs of Word put back in the fragment', () => {
    const dir = modulesWith(files({ [OWN]: swap('  -> UIT vaag', '  → UIT vaag') }));
    fixContent(dir);
    expect(readFileSync(join(dir, OWN), 'utf8')).toBe(FRAGMENT);
  });
});

const UNUSED =
  "loket/slot.fragment.md:1:1 warning fragment-ongebruikt Geen enkel gesprek gebruikt het fragment 'slot'. Zet 'fragment slot' in een beurt, of haal het bestand weg.";
const USE = 'loket/de-es.gesprek.md:74';

/** What an author writes wrong -> the finding, and another one that is true as well. */
const slips: readonly (readonly [string, Changes, string, string?])[] = [
  [
    'a fragment that is not there',
    { [CALL]: swap('fragment slot', 'fragment slott') },
    "loket/de-es.gesprek.md:74:10 error fragment-onbekend Er is geen fragment 'slott.fragment.md', in deze map noch in zeventerpen/fragmenten. Bedoelde u 'slot'?",
    UNUSED,
  ],
  [
    'an exit that leads nowhere',
    { [CALL]: swap('  vaag -> EINDE afwachten\n', '') },
    "loket/de-es.gesprek.md:74:10 error uitgang Zeg waar het na het fragment 'slot' heen gaat. Zet eronder: 'vaag -> beurt'.",
  ],
  [
    'an exit that leads somewhere only under a condition',
    { [CALL]: swap('  beloofd -> EINDE afwachten\n', '') },
    "loket/de-es.gesprek.md:74:10 error uitgang Zeg waar het na het fragment 'slot' heen gaat als geen voorwaarde klopt. Zet eronder: 'beloofd -> beurt'.",
  ],
  [
    'an exit that the fragment does not have',
    { [CALL]: swap('  vaag -> EINDE', '  vaagh -> EINDE') },
    "loket/de-es.gesprek.md:77:3 error uitgang Het fragment 'slot' heeft geen uitgang 'vaagh'. Bedoelde u 'vaag'?",
  ],
  [
    'a way of an exit behind one that is always taken',
    { [CALL]: swap('  vaag -> EINDE afwachten', '  vaag -> EINDE afwachten\n  vaag -> EINDE rust') },
    "loket/de-es.gesprek.md:78:3 error uitgang De uitgang 'vaag' heeft hierboven al een gewone weg. Zet wegen met 'als' erboven, of haal er één weg.",
  ],
  [
    'a line below it that is no exit',
    { [CALL]: swap('  vaag -> EINDE afwachten', '  vaag -> EINDE afwachten\n  minuten 1') },
    "loket/de-es.gesprek.md:78:3 error uitgang 'minuten 1' past hier niet. Onder 'fragment' staat per uitgang één regel: 'uitgang -> beurt' of 'uitgang -> EINDE einde'.",
  ],
  [
    'an ending that is not there',
    { [CALL]: swap('  vaag -> EINDE afwachten', '  vaag -> EINDE afwagten') },
    "loket/de-es.gesprek.md:77:17 error verwijzing Het einde 'afwagten' bestaat niet. Bedoelde u 'afwachten'?",
  ],
  [
    'the same fragment twice',
    {
      [CALL]: swap(
        '# Eindes',
        '## nog-eens\nfragment slot\n  beloofd -> EINDE rust\n  vaag -> EINDE afwachten\n\n# Eindes',
      ),
    },
    "loket/de-es.gesprek.md:80:10 error fragment-dubbel Het fragment 'slot' staat al eerder in dit gesprek. Het kan er maar één keer in: leid de tweede keer naar dezelfde beurt, of schrijf de keuzes uit.",
    "loket/de-es.gesprek.md:79:1 error onbereikbaar Geen enkele keuze leidt naar de beurt 'nog-eens'. Verwijs ernaar met '-> nog-eens', of haal hem weg.",
  ],
  [
    'options beside it',
    { [CALL]: swap('# Eindes', '* Dag. {#c9}\n  FEEDBACK: Tja.\n  -> EINDE rust\n\n# Eindes') },
    'loket/de-es.gesprek.md:74:1 error opbouw Een beurt heeft keuzes, onderdelen of een fragment. Zet de keuzes in een beurt ervoor of erna.',
  ],
  [
    'a way into the middle of it',
    {
      [CALL]: swap(
        '  VERLEIDING: Je geeft hem iets te doen.\n  -> besluit',
        '  VERLEIDING: Je geeft hem iets te doen.\n  -> slot.zeker',
      ),
    },
    "loket/de-es.gesprek.md:69:6 error verwijzing Een gesprek kan niet midden in een fragment beginnen. Leid naar de beurt waar 'fragment slot' staat.",
  ],
  [
    'a way out where there is no fragment',
    { [CALL]: swap('  vaag -> EINDE afwachten', '  vaag -> UIT afwachten') },
    "loket/de-es.gesprek.md:77:15 error uitgang '-> UIT afwachten' kan alleen in een fragment. Schrijf '-> afwachten' of '-> EINDE afwachten'.",
  ],
  [
    'a step that the script does not have',
    { [OWN]: swap('minuten 1; stap notitie', 'minuten 1; stap notietie') },
    `loket/slot.fragment.md:32:41 error fragment-past-niet De stap 'notietie' staat niet bij 'stappen' in de kop. Bedoelde u 'notitie'? Het fragment wordt gebruikt in ${USE}.`,
  ],
  [
    'a fact that nothing in the script teaches',
    { [OWN]: swap('* Ja hoor. {#b1}', '* Ja hoor. {#b1}\n  alleen als weet bijna-klar') },
    `loket/slot.fragment.md:27:19 error fragment-past-niet Het feit 'bijna-klar' is nergens te leren: geen enkele regel zegt 'leert bijna-klar'. Bedoelde u 'bijna-klaar'? Het fragment wordt gebruikt in ${USE}.`,
  ],
  [
    'an article that is not there',
    { [OWN]: swap('* Ja hoor. {#b1}', '* Ja hoor. {#b1}\n  alleen als bekeken artikel boom-kapen') },
    `loket/slot.fragment.md:27:30 error fragment-past-niet Het artikel 'boom-kapen' bestaat niet. Bedoelde u 'boom-kappen'? Het fragment wordt gebruikt in ${USE}.`,
  ],
  [
    'a way out that is not in its head',
    { [OWN]: swap('-> UIT vaag', '-> UIT vag') },
    "loket/slot.fragment.md:30:10 error uitgang De uitgang 'vag' staat niet bij 'uitgangen' in de kop. Bedoelde u 'vaag'?",
  ],
  [
    'a way out that nobody takes',
    { [OWN]: swap('-> UIT vaag', '-> UIT beloofd') },
    "loket/slot.fragment.md:5:3 error uitgang Geen enkele keuze gaat door de uitgang 'vaag'. Schrijf ergens '-> UIT vaag', of haal hem weg.",
  ],
  [
    'an ending in a fragment',
    { [OWN]: swap('-> UIT vaag', '-> EINDE vaag') },
    "loket/slot.fragment.md:30:12 error uitgang Een fragment kent de eindes van een gesprek niet. Schrijf '-> UIT naam'; het gesprek zegt welk einde daarbij hoort. Bedoelde u 'vaag'?",
  ],
  [
    'a turn that is not in the fragment',
    { [OWN]: swap('-> zeker', '-> zekr') },
    "loket/slot.fragment.md:17:6 error verwijzing De beurt 'zekr' bestaat niet. Bedoelde u 'zeker'?",
  ],
  [
    'a fragment in a fragment',
    { [OWN]: (text) => `${text}\n## meer\nfragment ander\n  uit -> zeker\n` },
    'loket/slot.fragment.md:37:1 error opbouw In een fragment kan geen ander fragment staan.',
  ],
  [
    'a new contact in its first turn',
    { [OWN]: swap('## vraag\n', '## vraag\nCONTACT (chat): vrijdag\n') },
    'loket/slot.fragment.md:11:1 error opbouw De eerste beurt van een fragment begint geen nieuw contact. Zet CONTACT in het gesprek, boven het fragment.',
  ],
  [
    'a fragment without turns',
    { [OWN]: (text) => text.slice(0, text.indexOf('## vraag')) },
    "loket/slot.fragment.md:10:1 error opbouw Dit fragment heeft geen beurten. Zet onder '# Gesprek' minstens één beurt, zoals '## wie'.",
  ],
  [
    'another heading in a fragment',
    { [OWN]: (text) => `${text}\n# Eindes\n` },
    "loket/slot.fragment.md:36:1 error opbouw De kop '# Eindes' bestaat niet. Kies uit: Gesprek.",
  ],
  [
    'the same name for a shared one',
    { [SHARED]: FRAGMENT },
    "loket/slot.fragment.md:1:1 error fragment-dubbel Er is ook een fragment 'slot' voor alle modules (zeventerpen/fragmenten/slot.fragment.md). Geef dit een andere naam.",
    UNUSED.replace('loket/', 'zeventerpen/fragmenten/'),
  ],
  [
    'one that nobody uses',
    { 'loket/ander.fragment.md': FRAGMENT },
    "loket/ander.fragment.md:1:1 warning fragment-ongebruikt Geen enkel gesprek gebruikt het fragment 'ander'. Zet 'fragment ander' in een beurt, of haal het bestand weg.",
  ],
  [
    'a shared one that nobody uses',
    { 'zeventerpen/fragmenten/ander.fragment.md': FRAGMENT },
    "zeventerpen/fragmenten/ander.fragment.md:1:1 warning fragment-ongebruikt Geen enkel gesprek gebruikt het fragment 'ander'. Zet 'fragment ander' in een beurt, of haal het bestand weg.",
  ],
];

describe('a slip with a fragment', () => {
  it.for(slips)(
    '%s: is told at its place, without what follows from it',
    ([, changes, expected, ...more]) => {
      expect(findingsOf(files(changes)).sort()).toEqual([expected, ...more].sort());
    },
  );

  it('is no reason to build the module without it', () => {
    const dir = modulesWith(files({ [OWN]: swap('-> UIT vaag', '-> UIT vag') }));
    expect(loadContent(dir, [], { cache: null }).modules).toEqual([]);
  });

  it('shows where it is proved: at its own line, with a path and the script that uses it', () => {
    const found = findingsOf(files({ [OWN]: swap('  VERLEIDING: Je wilt het gesprek afronden.\n', '') }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^loket\/slot\.fragment\.md:26:1 warning bewijs-advies De keuze 'slot\.b1' is nooit beter dan 'slot\.b2'.* Het fragment wordt gebruikt in loket\/de-es\.gesprek\.md:74\. Zo komt u er: .*slot\.a1/,
    );
  });
});
