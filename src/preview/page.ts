/** The pages of the preview: the board with everything around, and the stage that plays the module in its frame. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { BASE } from './base.js';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Nothing from elsewhere, nothing inline. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

export const boardPage = (): Html =>
  page({ title: 'Voorbeeld voor auteurs', script: 'board.js', body: html`<zt-board></zt-board>` });

export const stagePage = (): Html => page({ title: 'Gesprek', script: 'stage.js', body: html`` });

/** A page of the authors' guide; `content` is HTML made of our own Markdown. */
export const guidePage = (title: string, content: string): Html =>
  page({
    title,
    body: html`<header class="guide-bar"><a href="${BASE}/uitleg/README.md">Zelf schrijven</a></header>
      <main class="guide" id="inhoud">${raw(content)}</main>`,
  });

interface Page {
  readonly title: string;
  readonly script?: string;
  readonly body: Html;
}

const page = ({ title, script, body }: Page): Html =>
  html`<!doctype html>
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Zeventerpen</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${BASE}/bestanden/theme.css" />
        <link rel="stylesheet" href="${BASE}/bestanden/page.css" />
        ${script === undefined ? '' : html`<script type="module" src="${BASE}/bestanden/${script}"></script>`}
      </head>
      <body>
        <noscript><p>Zet JavaScript aan om het voorbeeld te zien.</p></noscript>
        ${body}
      </body>
    </html>`;
