/** The authors' guide as pages: `docs/auteurs/*.md` read in the browser, beside the preview. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { escapeXml } from '../xml.js';
import { BASE } from './base.js';

const DOCS = fileURLToPath(new URL('../../docs/auteurs', import.meta.url));
const PATH = /^(?:[a-z0-9-]+\/)?[A-Za-z0-9-]+\.md$/;

export interface GuidePage {
  readonly title: string;
  readonly html: string;
}

/** Page that says what to do about a finding. */
export const helpFor = (code: string): string => `${BASE}/uitleg/bevindingen/${code}.md`;

/** Null when the guide has no such page. */
export function readGuide(path: string): GuidePage | null {
  const file = join(DOCS, path);
  if (!PATH.test(path) || !existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const title = /^# (.+)$/m.exec(text)?.[1] ?? path;
  return { title, html: renderer().parse(text, { async: false }) };
}

/** Headings get ids as on GitHub, which the guide's links count on; wide tables and examples scroll by themselves. */
function renderer(): Marked {
  const seen = new Map<string, number>();
  return new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const slug = slugOf(text);
        const times = seen.get(slug) ?? 0;
        seen.set(slug, times + 1);
        const id = times === 0 ? slug : `${slug}-${times}`;
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escapeXml(text)}</code></pre>\n`;
      },
      html({ text }) {
        return escapeXml(text);
      },
    },
  });
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
