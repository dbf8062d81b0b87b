import type { ConversationRule } from '../../content/schema/municipality.js';

/** The rules of conversation that a feedback names, by their name without its article: 'Regel: beloofd is gedaan'. */
export function rulesNamed(text: string, rules: readonly ConversationRule[]): readonly ConversationRule[] {
  const said = text.toLowerCase();
  return rules.filter(({ naam }) => said.includes(naam.toLowerCase().replace(/^(de|het|een|the|a) /, '')));
}
