/** The whole page of one module: self-contained, without script, for paper and screen. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { raw } from 'hono/html';
import type { Module } from '../content/module.js';
import { changesChapter, type Comparison } from './changes/chapter.js';
import { anchor, html, type Html, nothing } from './html.js';
import { sceneOf } from './items/conversation-items.js';
import { rolePlayCards } from './role-play/cards.js';
import { readingNote, readingTable } from './units/reading.js';
import { dataTable } from './table.js';
import { unitChapter } from './units/unit.js';
import { idInWords, UNIT_KINDS } from './words/names.js';
import { decimal, minutes } from './words/numbers.js';

const STYLES = ['ground', 'parts', 'conversation', 'graph', 'role-play', 'narrow', 'print'];
const require = createRequire(import.meta.url);

/** All styles as one text, with the font in it: the page asks for nothing. */
function styleText(): string {
  const font = readFileSync(
    require.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2'),
  ).toString('base64');
  const face = `@font-face{font-family:'Figtree Variable';font-weight:300 900;src:url(data:font/woff2;base64,${font}) format('woff2')}`;
  const parts = STYLES.map((name) =>
    readFileSync(fileURLToPath(new URL(`./styles/${name}.css`, import.meta.url)), 'utf8'),
  );
  // A browser reads CRLF as LF before it computes the hash of the policy.
  return [face, ...parts].join('\n').replaceAll('\r\n', '\n');
}

/** Only this one style element may style the page, and nothing may be loaded or run. */
const policyOf = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** The storyboard of a module; with a comparison, its changes come first. */
export async function storyboardPage(module: Module, comparison: Comparison | null): Promise<string> {
  const style = styleText();
  const page = html`<!doctype html>
    <html lang="${module.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policyOf(style)}" />
        <meta name="referrer" content="no-referrer" />
        <title>Storyboard ${module.title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#inhoud">Naar de inhoud</a>
        ${cover(module, comparison)}
        <main id="inhoud">
          ${overview(module)} ${comparison ? changesChapter(comparison, module) : nothing}
          ${module.units.map((unit, index) => unitChapter(unit, index, module.world))} ${rolePlay(module)}
        </main>
      </body>
    </html>`;
  return `${String(await page)}\n`;
}

const hasRolePlay = ({ units }: Module): boolean => units.some(({ kind }) => kind === 'conversation');

function cover(module: Module, comparison: Comparison | null): Html {
  return html`<header class="cover">
    <p class="kicker">Storyboard · Module ${module.position}</p>
    <h1>${module.title}</h1>
    <p class="lead">${module.summary}</p>
    <p class="from">
      Voor: ${module.audience}<br />
      Versie van de inhoud: ${module.contentVersion.slice(0, 8)}<br />
      Gemeente ${module.world.name} bestaat niet: alle mensen, zaken en bedragen zijn verzonnen.
    </p>
    <nav aria-label="Inhoud">
      <ol>
        <li><a href="#overzicht">Overzicht</a></li>
        ${comparison ? html`<li><a href="#wijzigingen">Wat er veranderd is</a></li>` : nothing}
        ${module.units.map(({ id, title }) => html`<li><a href="#${anchor(id)}">${title}</a></li>`)}
        ${hasRolePlay(module) ? html`<li><a href="#rollenspel">Rollenspel voor het team</a></li>` : nothing}
      </ol>
    </nav>
  </header>`;
}

function overview(module: Module): Html {
  const goals = goalsOf(module);
  return html`<section class="chapter first" id="overzicht" aria-labelledby="overzicht.kop">
    <h2 id="overzicht.kop">Overzicht</h2>
    ${unitsTable(module)}
    ${
      goals.length === 0
        ? nothing
        : dataTable({
            caption: 'Leerdoelen',
            columns: ['Leerdoel', 'Waar het geoefend wordt'],
            rows: goals.map(([goal, units]) => [idInWords(goal), units.join(', ')]),
          })
    }
    ${
      module.rules.length === 0
        ? nothing
        : html`<h3>Gespreksregels in deze module</h3>
            <dl class="facts">
              ${module.rules.map(
                ({ naam, uitleg }) =>
                  html`<div>
                    <dt>${naam}</dt>
                    <dd>${uitleg}</dd>
                  </div>`,
              )}
            </dl>`
    }
    ${readingTable(module)}
    <p class="note">${readingNote}</p>
  </section>`;
}

const unitsTable = ({ units }: Module): Html =>
  dataTable({
    caption: 'Onderdelen, in volgorde',
    columns: ['Onderdeel', 'Soort', 'Duur', 'Gewicht', 'Verplicht'],
    rows: units.map((unit) => [
      html`<a href="#${anchor(unit.id)}">${unit.title}</a>`,
      UNIT_KINDS[unit.kind],
      minutes(unit.minutes),
      unit.weight === 0 ? 'telt niet mee' : decimal(unit.weight),
      unit.required ? 'ja' : 'nee',
    ]),
  });

/** Every learning goal with the titles of the units that train it, in order. */
function goalsOf({ units }: Module): readonly (readonly [string, readonly string[]])[] {
  const goals = new Map<string, string[]>();
  for (const unit of units) {
    const own =
      unit.kind === 'conversation'
        ? unit.goals
        : unit.kind === 'quiz'
          ? unit.items.flatMap(({ leerdoel }) => leerdoel ?? [])
          : unit.kind === 'test'
            ? [...unit.forms.A, ...unit.forms.B].flatMap(({ leerdoel }) => leerdoel ?? [])
            : [];
    for (const goal of new Set(own)) goals.set(goal, [...(goals.get(goal) ?? []), unit.title]);
  }
  return [...goals];
}

function rolePlay(module: Module): Html | string {
  if (!hasRolePlay(module)) return nothing;
  return html`<section class="chapter" id="rollenspel" aria-labelledby="rollenspel.kop">
    <h2 id="rollenspel.kop">Rollenspel voor het team</h2>
    <p>
      Speel de gesprekken na. Eén collega speelt de klant (rolkaart), één is de medewerker, de anderen kijken
      met de kijkwijzer. De medewerker krijgt geen kaart: die werkt met wat hij weet en vraagt. Speel tien
      minuten, bespreek tien minuten na en wissel dan van rol.
    </p>
    ${module.units.flatMap((unit) =>
      unit.kind === 'conversation' ? [rolePlayCards(sceneOf(unit, module.world))] : [],
    )}
  </section>`;
}
