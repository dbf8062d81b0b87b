/** The form that goes with a number: `plural('nl')(1, 'stap', 'stappen')` -> 'stap'. */
export type Plural = (n: number, one: string, other: string) => string;

export function plural(language: string): Plural {
  const rules = new Intl.PluralRules(language);
  return (n, one, other) => (rules.select(n) === 'one' ? one : other);
}
