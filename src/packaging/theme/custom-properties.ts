/** The custom properties of a style sheet, and what they come down to. */
import postcss, { type Container } from 'postcss';
import parseValue from 'postcss-value-parser';

/** Name without `--` -> value as written. */
export type CustomProperties = ReadonlyMap<string, string>;

/** Rules for another colour scheme, contrast or medium: not how the theme looks at first. */
const ELSEWHERE = /dark|high-contrast|print|forced-colors/i;
/** What token tools write where a value is missing. */
const NOTHING = /^(?:initial|inherit|unset|none|undefined|null|todo|)$/i;
/** A chain of variables longer than this goes in a circle. */
const DEEPEST = 30;

/**
 * Those of all rules but the ones for dark and the like; a later one wins, as in CSS.
 * @throws CssSyntaxError with line and column
 */
export function customPropertiesOf(css: string, scheme: 'light' | 'dark' = 'light'): CustomProperties {
  const found = new Map<string, string>();
  postcss.parse(css).walkDecls(/^--/, (declaration) => {
    if (scheme === 'light' && isElsewhere(declaration.parent)) return;
    found.set(declaration.prop.slice(2), declaration.value.trim());
  });
  return found;
}

function isElsewhere(around: Container | postcss.Document | undefined): boolean {
  if (!around) return false;
  const words =
    'selector' in around ? String(around.selector) : 'params' in around ? String(around.params) : '';
  // ':not(...)' names what a rule is not about.
  if (ELSEWHERE.test(words.replace(/:not\([^)]*\)/g, ''))) return true;
  return isElsewhere(around.parent);
}

/** The value with every `var()` filled in; undefined: there is none, it names what does not exist, or it goes in a circle. */
export function resolve(properties: CustomProperties, name: string): string | undefined {
  const value = properties.get(name);
  return value === undefined ? undefined : fillIn(properties, value, 0);
}

function fillIn(properties: CustomProperties, value: string, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  const parsed = parseValue(value);
  const missing: string[] = [];
  parsed.walk((node) => {
    if (node.type !== 'function' || node.value.toLowerCase() !== 'var') return;
    const name = node.nodes.find(({ type }) => type === 'word')?.value.replace(/^--/, '') ?? '';
    const comma = node.nodes.findIndex(({ type }) => type === 'div');
    const instead = comma === -1 ? undefined : parseValue.stringify(node.nodes.slice(comma + 1)).trim();
    const own = properties.get(name);
    const filled =
      (own === undefined ? undefined : fillIn(properties, own, depth + 1)) ??
      (instead === undefined ? undefined : fillIn(properties, instead, depth + 1));
    if (filled === undefined) missing.push(name);
    Object.assign(node, { type: 'word', value: filled ?? '' });
    return false;
  });
  const text = parseValue.stringify(parsed.nodes).trim();
  return missing.length > 0 || NOTHING.test(text) ? undefined : text;
}
