/** Lucide icons, drawn into the page; always beside words, so hidden from screen readers. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { raw } from 'hono/html';

const require = createRequire(import.meta.url);
const cache = new Map<string, string>();

export type IconName =
  | (
      | 'check'
      | 'play'
      | 'info'
      | 'plus'
      | 'triangle-alert'
      | 'arrow-left'
      | 'rotate-ccw'
      | 'book-open'
      | 'circle-check'
    )
  | (
      | 'circle-x'
      | 'user-round'
      | 'braces'
      | 'chart-column'
      | 'clock'
      | 'log-out'
      | 'eye'
      | 'filter'
      | 'circle-dashed'
    );

export function icon(name: IconName, size = 18): ReturnType<typeof raw> {
  const svg = cache.get(name) ?? readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8');
  cache.set(name, svg);
  const drawn = svg
    .replace(/<!--[\s\S]*?-->/, '')
    .replace(/\s(class|width|height)="[^"]*"/g, (whole, key: string) =>
      key === 'class' ? ' class="ic"' : whole,
    )
    .replace(/width="24"/, `width="${size}"`)
    .replace(/height="24"/, `height="${size}"`)
    .replace('<svg', '<svg aria-hidden="true" focusable="false"');
  return raw(drawn);
}
