/** Files of the LMS's own pages: style, font, scripts; each read once. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reportBundle } from '../report/page/bundle.js';

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.xsd': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
  '.pdf': 'application/pdf',
};

/** As Moodle: `.mjs` and `.wasm` have no useful type there, so neither here. */
export function typeOf(path: string): string {
  return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

const require = createRequire(import.meta.url);
const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** In this order: later ones refine earlier ones. */
const STYLES = ['ground', 'frame', 'controls', 'course', 'records', 'play', 'narrow'];

const SOURCES: Readonly<Record<string, () => Promise<string | Uint8Array> | string | Uint8Array>> = {
  'lms.css': () => STYLES.map((name) => readFileSync(own(`./pages/styles/${name}.css`), 'utf8')).join('\n'),
  'figtree.woff2': () =>
    readFileSync(require.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2')),
  'scorm12.js': () => readFileSync(scormAgain('scorm12')),
  'scorm2004.js': () => readFileSync(scormAgain('scorm2004')),
  'play.js': () => transpile('./browser/play.ts'),
  'pages.js': () => transpile('./browser/pages.ts'),
  'report.js': async () => (await reportBundle()).script,
  'report.css': async () => (await reportBundle()).tokens,
};

const cache = new Map<string, Promise<Asset>>();

export function asset(name: string): Promise<Asset> | undefined {
  const source = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  if (!source) return undefined;
  const found = cache.get(name) ?? load(name, source);
  cache.set(name, found);
  return found;
}

async function load(
  name: string,
  source: () => Promise<string | Uint8Array> | string | Uint8Array,
): Promise<Asset> {
  const body = await source();
  return { type: typeOf(name), body: typeof body === 'string' ? new TextEncoder().encode(body) : body };
}

// The package exports no path for its ES modules when required, so we look beside the one it does export.
function scormAgain(name: string): string {
  return require.resolve(`scorm-again/${name}/min`).replace(/dist[\\/]([^\\/]+)$/, 'dist/esm/$1');
}

async function transpile(path: string): Promise<string> {
  const { default: ts } = await import('typescript');
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true };
  return ts.transpileModule(readFileSync(own(path), 'utf8'), { compilerOptions: options }).outputText;
}
