import type { Language } from '../content/vocabulary.js';
import { escapeXml } from '../xml.js';

export interface PageInput {
  readonly title: string;
  readonly language: Language;
  /** Origins the page may send statements to; `launch` = only known at launch, so any https origin. */
  readonly connect: readonly string[] | 'launch';
}

/** The package's content security policy: nothing but itself, plus the LRS origins that the build names. */
export function contentSecurityPolicy(connect: PageInput['connect']): string {
  const origins = connect === 'launch' ? ['https:', 'http://127.0.0.1:*'] : connect;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What remains when the script cannot run. */
const NO_APP: Readonly<Record<Language, string>> = {
  nl: 'Deze module speelt in een leeromgeving (LMS), zoals Moodle of Totara. Staat dit bestand op je eigen schijf? Upload dan de hele zip in je leeromgeving en open de module daar. Zie je dit in de leeromgeving? Zet JavaScript aan en laad de pagina opnieuw.',
  en: 'This module plays in a learning environment (LMS), such as Moodle or Totara. Is this file on your own disk? Then upload the whole zip to your learning environment and open the module there. Do you see this in the learning environment? Switch on JavaScript and load the page again.',
};

/**
 * index.html: everything the first screen needs is preloaded (no three-hop chain). The paragraph is what remains when
 * the script cannot run: opened from disk, or without JavaScript.
 */
export function renderPage(input: PageInput): string {
  const title = escapeXml(input.title);
  return `<!doctype html>
<html lang="${escapeXml(input.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(contentSecurityPolicy(input.connect))}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="theme.css">
<link rel="modulepreload" href="app.js">
<link rel="preload" href="outline.json" as="fetch" crossorigin>
<link rel="preload" href="config.json" as="fetch" crossorigin>
<script type="module" src="app.js"></script>
</head>
<body>
<div class="zt-no-app">
<h1>${title}</h1>
<p>${NO_APP[input.language]}</p>
</div>
</body>
</html>
`;
}
