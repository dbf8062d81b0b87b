/** The frame around every page of the local LMS. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { icon } from './icon.js';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
export type Section = 'course' | 'grades' | 'statements' | 'report';

/** Every page: nothing from elsewhere, no inline script or style. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const NAV: readonly { readonly section: Section; readonly href: string; readonly label: string }[] = [
  { section: 'course', href: '/', label: 'Cursus' },
  { section: 'grades', href: '/cijfers', label: 'Cijfers' },
  { section: 'statements', href: '/statements', label: 'Statements' },
  { section: 'report', href: '/rapport', label: 'Rapport' },
];

/** `more`: what this page needs besides. */
export function head(title: string, script: 'pages.js' | 'play.js', more: Html = html``): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Zeventerpen proefomgeving</title>
    <link rel="icon" href="data:," />
    <link rel="preload" href="/bestanden/figtree.woff2" as="font" type="font/woff2" crossorigin />
    <link rel="stylesheet" href="/bestanden/lms.css" />
    <script type="module" src="/bestanden/${script}"></script>
    ${more}
  </head>`;
}

const brand = html`<svg class="mark" width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
  <rect class="mark-ground" width="30" height="30" rx="8" />
  <path class="mark-hill" d="M4 21q5.5-9 11-9t11 9z" />
  <path class="mark-water" d="M4 24.5h22" />
</svg>`;

export function page(title: string, section: Section, body: Html, more: Html = html``): Html {
  return html`<!doctype html>
    <html lang="nl">
      ${head(title, 'pages.js', more)}
      <body>
        <a class="skip" href="#inhoud">Naar de inhoud</a>
        <header>
          <div class="top">
            <p class="brand">${brand}<span>Gemeente Zeventerpen</span></p>
            <p class="place">Proefomgeving</p>
            <nav aria-label="Hoofdmenu">
              <ul>
                ${NAV.map(
                  (one) =>
                    html`<li>
                      <a href="${one.href}" ${one.section === section ? html`aria-current="page"` : ''}
                        >${one.label}</a
                      >
                    </li>`,
                )}
              </ul>
            </nav>
          </div>
          <p class="notice">${icon('info')}Alleen op deze computer. Er gaan geen gegevens naar buiten.</p>
        </header>
        <main id="inhoud" tabindex="-1">${body}</main>
      </body>
    </html>`;
}
