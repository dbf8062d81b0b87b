/** The page beside the profile: each statement explained, for whoever reads the LRS or connects one. */
import { ownIris, type OwnIris } from '../vocabulary.js';
import { EXTENSION_CONCEPTS } from './concepts.js';
import { templatesOf } from './templates.js';

/** The page of one language that says what each statement is and holds. */
export function profilePage(base: string, language: 'nl' | 'en'): string {
  const dutch = language === 'nl';
  const iris = ownIris(base);
  const cell = (value: string): string => value.replaceAll('|', '\\|');
  const short = (path: string): string => path.replace(/\['.*\/([^/]+)'\]$/, '.$1').replace(/^\$\./, '');
  const rows = templatesOf(iris).map((one) =>
    [
      one.label[language],
      `*${one.example[language]}*`,
      one.definition[language],
      one.holds.map((path) => `\`${short(path)}\``).join(', '),
    ]
      .map(cell)
      .join(' | '),
  );
  const extensions = (Object.keys(EXTENSION_CONCEPTS) as (keyof OwnIris['extensions'])[]).map((key) => {
    const { label, definition } = EXTENSION_CONCEPTS[key];
    return [`\`${iris.extensions[key]}\``, label[language], definition[language]].map(cell).join(' | ');
  });
  const table = (head: readonly string[], body: readonly string[]): string =>
    [head.join(' | '), head.map(() => '---').join(' | '), ...body].map((row) => `| ${row} |`).join('\n');
  return (
    [
      dutch ? '# Wat er in de LRS komt' : '# What the LRS gets',
      dutch
        ? 'Deze bladzijde en `profile.jsonld` zijn gemaakt uit `src/tracking/xapi` met `npm run schemas`. [English](README.en.md)'
        : 'This page and `profile.jsonld` are made from `src/tracking/xapi` by `npm run schemas`. [Nederlands](README.md)',
      dutch
        ? 'Een statement gaat pas weg als het LMS de keuze heeft bewaard. De deelnemer is een pseudoniem (tenzij de bouw met `--actor` iets anders zegt), nooit een naam; dat blijft een persoonsgegeven. Tijd is het moment van de keuze. Dezelfde keuze geeft altijd hetzelfde id, dus dubbel verzenden kan geen kwaad.'
        : 'A statement leaves only when the LMS has stored the choice. The learner is a pseudonym (unless the build says otherwise with `--actor`), never a name; that is still personal data. Time is the moment of the choice. The same choice always has the same id, so sending twice does no harm.',
      dutch ? '## De statements' : '## The statements',
      table(
        dutch
          ? ['Wat', 'Zo leest het', 'Betekenis', 'Altijd aanwezig']
          : ['What', 'How it reads', 'Meaning', 'Always there'],
        rows,
      ),
      dutch ? '## De eigen velden' : '## Extensions of our own',
      table(dutch ? ['IRI', 'Naam', 'Betekenis'] : ['IRI', 'Name', 'Meaning'], extensions),
      dutch ? '## Toegang tot de LRS' : '## Access to the LRS',
      dutch
        ? 'In deze volgorde: het token van cmi5; de gegevens in het startadres (die verdwijnen meteen uit de adresbalk); een tokendienst (`npm run build -- --lrs URL --token-service URL`); een sleutel in het pakket (`--lrs-key-file F`, leesbaar voor iedereen die het pakket opent: alleen met schrijfrecht).'
        : 'In this order: the cmi5 token; the parameters of the launch address (which leave the address bar at once); a token service (`npm run build -- --lrs URL --token-service URL`); a key in the package (`--lrs-key-file F`, readable for everyone who opens the package: write-only).',
      dutch
        ? 'De tokendienst krijgt een POST met JSON `{"package", "registration", "actor"}` en de cookies van zijn eigen aanmelding, en antwoordt `{"auth": "Bearer ...", "endpoint": "https://..."}`. `endpoint` mag weg als het dezelfde LRS is als die van de bouw. Sta de herkomst van het LMS toe (CORS, met cookies), en geef een token dat kort geldig is en alleen mag schrijven.'
        : 'The token service gets a POST of JSON `{"package", "registration", "actor"}` with the cookies of its own login, and answers `{"auth": "Bearer ...", "endpoint": "https://..."}`. `endpoint` may be left out when it is the LRS of the build. Allow the origin of the LMS (CORS, with credentials), and give a token that is short-lived and can only write.',
      dutch
        ? 'Weigert de LRS één statement, dan staat dat met de reden in de browser: IndexedDB `zeventerpen`, `lost` (30 dagen).'
        : 'When the LRS refuses one statement, it stands with the reason in the browser: IndexedDB `zeventerpen`, `lost` (30 days).',
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}
