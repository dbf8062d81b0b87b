/** From the hundreds of properties of a published theme to the 24 tokens. */
import { resolve, type CustomProperties } from './custom-properties.js';
import { literal } from './literal.js';
import { TOKEN_NAMES, TOKENS, type Theme, type TokenName } from './tokens.js';

/** Where a token's value came from: a property of the theme, our own default, or another token. */
export type Sources = Readonly<Record<TokenName, string>>;

export interface Flattened {
  readonly theme: Theme;
  readonly sources: Sources;
}

export const DEFAULT = 'default';

/** Each token by the first property of its chain that comes to a whole value of its kind; the rest by `defaults`. */
export function flatten(properties: CustomProperties, defaults: Theme): Flattened {
  const found = TOKEN_NAMES.map((name) => [name, fromChain(properties, name)] as const);
  const theme = Object.fromEntries(found.map(([name, hit]) => [name, hit?.value ?? defaults[name]])) as Theme;
  const sources = Object.fromEntries(
    found.map(([name, hit]) => [name, hit ? `--${hit.property}` : DEFAULT]),
  ) as Sources;
  return followed({ theme, sources });
}

function fromChain(
  properties: CustomProperties,
  name: TokenName,
): { readonly property: string; readonly value: string } | undefined {
  const { kind, chain } = TOKENS[name];
  for (const property of [`zt-${name}`, ...chain]) {
    const text = resolve(properties, property);
    const value = text === undefined ? undefined : literal(kind, text);
    if (value !== undefined) return { property, value };
  }
  return undefined;
}

/** Tokens that go with another one when the theme does not say: our own values would clash with the theme's. */
const FOLLOWS: Partial<Readonly<Record<TokenName, TokenName>>> = {
  'heading-font-family': 'font-family',
  'heading-color': 'color',
  'action-hover-background-color': 'action-background-color',
  'secondary-color': 'action-background-color',
  'secondary-border-color': 'secondary-color',
  'form-control-border-radius': 'button-border-radius',
};

function followed({ theme, sources }: Flattened): Flattened {
  const values: Record<TokenName, string> = { ...theme };
  const from: Record<TokenName, string> = { ...sources };
  for (const name of TOKEN_NAMES) {
    const leader = FOLLOWS[name];
    if (!leader || from[name] !== DEFAULT || from[leader] === DEFAULT) continue;
    values[name] = values[leader];
    from[name] = leader;
  }
  return { theme: values, sources: from };
}
