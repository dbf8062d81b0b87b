/**
 * The report as one HTML file: it opens from disk, asks nothing of any network, and runs one script and one style, both allowed
 * by their SHA-256 (CSP level 3, 'hash-source') and nothing else.
 */
import { createHash } from 'node:crypto';
import type { Edition } from '../edition/edition.js';
import { reportBundle } from './bundle.js';
import { dataBlock } from './data-block.js';

/** @throws when the page cannot be bundled. */
export async function reportDocument(edition: Edition): Promise<string> {
  const { script, tokens, font } = await reportBundle();
  const style = `${font}\n${tokens}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(`Rapport dienstverlening, ${edition.organisation}`)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript><p>Zet JavaScript aan om dit rapport te zien. De cijfers staan ook in de CSV-bestanden ernaast.</p></noscript>
<main><zt-report></zt-report></main>
<script type="application/json" id="edition">${dataBlock(edition)}</script>
<script>${script}</script>
</body>
</html>
`;
}

const hash = (part: string): string => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;

const text = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
