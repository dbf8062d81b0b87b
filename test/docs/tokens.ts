/** The grammars of `docs/vscode`, run as an editor runs them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export const EXTENSION = fileURLToPath(new URL('../../docs/vscode/', import.meta.url));

export interface Token {
  readonly text: string;
  /** From 1. */
  readonly column: number;
  /** From the outside in, without the file's own. */
  readonly scopes: readonly string[];
}

const require = createRequire(import.meta.url);
const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
const onigLib = oniguruma.loadWASM(wasm).then(() => ({
  createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

const registry = new textmate.Registry({
  onigLib,
  loadGrammar: (scope) => {
    const kind = /^text\.zeventerpen\.(\w+)$/.exec(scope)?.[1];
    if (kind === undefined) return Promise.resolve(null);
    const path = `${EXTENSION}syntaxes/${kind}.tmLanguage.json`;
    return Promise.resolve(textmate.parseRawGrammar(readFileSync(path, 'utf8'), path));
  },
});

/** The tokens of each line of a `gesprek`, `les` or `fout`. */
export async function tokenize(kind: string, text: string): Promise<Token[][]> {
  const grammar = await registry.loadGrammar(`text.zeventerpen.${kind}`);
  if (!grammar) throw new Error(`no grammar for ${kind}`);
  let stack = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      column: startIndex + 1,
      scopes: scopes.slice(1),
    }));
  });
}

/** Scopes at a place of a tokenized text. */
export const scopesAt = (
  lines: readonly Token[][],
  { line, column }: { line: number; column: number },
): string => (lines[line - 1] ?? []).findLast((token) => token.column <= column)?.scopes.join(' ') ?? '';
