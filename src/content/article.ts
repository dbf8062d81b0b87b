/** An article of the knowledge base: `kennisbank/<id>.artikel.md`. */
import { checkIdentities } from './check/identities.js';
import { checkLanguage } from './check/language.js';
import { articleTexts, type ArticlePlaces } from './language/town-texts.js';
import type { SourceText } from './language/texts.js';
import type { Place, Reporter } from './finding.js';
import type { Article, RichText } from './module.js';
import { articleHead } from './schema/municipality.js';
import { readHeaded } from './source/head.js';
import type { Line } from './source/lines.js';
import { toRichText } from './source/rich-text.js';
import { hint } from './source/suggest.js';

const PARTS = ['Kort antwoord', 'Zo gaat het', 'Denk vooruit'] as const;

interface Part {
  readonly at: Place;
  readonly lines: string[];
}

/** Reads an article with its texts and what nobody looked up yet; null when its head cannot be read. Missing parts are reported. */
export function readArticle(
  text: string,
  id: string,
  report: Reporter,
): { article: Article; texts: readonly SourceText[]; unknown: readonly string[] } | null {
  const { head, body } = readHeaded(text, articleHead, report);
  const parts = readParts(body, report);
  const last = { line: body.at(-1)?.number ?? 1, column: 1 };
  const [answer = [], procedure = [], ahead = []] = PARTS.map((name): RichText => {
    const part = parts.get(name);
    const rich = toRichText(part?.lines ?? []);
    if (rich.length === 0)
      report(
        part?.at ?? last,
        'tekst-ontbreekt',
        `Onder '## ${name}' staat geen tekst, of de kop ontbreekt.`,
      );
    return rich;
  });
  if (!head) return null;
  const { 'te-controleren': unknown, ...shown } = head.data;
  const article = { id, ...shown, answer, procedure, ahead };
  const [answerAt = last, procedureAt = last, aheadAt = last] = PARTS.map((name) => parts.get(name)?.at);
  const places: ArticlePlaces = {
    field: (name) => head.at([name]),
    answer: answerAt,
    procedure: procedureAt,
    ahead: aheadAt,
  };
  const texts = articleTexts(article, places);
  checkLanguage({ texts, source: text, report });
  checkIdentities(text, report);
  return { article, texts, unknown };
}

function readParts(body: readonly Line[], report: Reporter): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  let part: Part | null = null;
  for (const line of body) {
    const heading = line.indent === 0 ? /^#+\s+(.*)$/.exec(line.text) : null;
    const at = { line: line.number, column: 1 };
    if (heading) {
      part = { at, lines: [] };
      const name = heading[1] ?? '';
      if (parts.has(name)) report(at, 'dubbel', `De kop '${name}' staat er al.`);
      else if (PARTS.some((known) => known === name)) parts.set(name, part);
      else report(at, 'opbouw', `De kop '${name}' bestaat niet.${hint(name, PARTS)}`);
    } else if (part) part.lines.push(' '.repeat(line.indent) + line.text);
    else if (line.text !== '')
      report(at, 'opbouw', "Boven deze tekst ontbreekt een kop: begin met '## Kort antwoord'.");
  }
  return parts;
}
