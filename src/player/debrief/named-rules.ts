import type { Option } from '../../content/module.js';
import type { ConversationRule } from '../../content/schema/municipality.js';

/** The rules of conversation that choices are about: as their author says, or as their feedback names them without the article ('Regel: beloofd is gedaan'). */
export function rulesOf(
  options: readonly Pick<Option, 'feedback' | 'rule'>[],
  rules: readonly ConversationRule[],
): readonly ConversationRule[] {
  const said = options.map(({ feedback }) => feedback.toLowerCase()).join(' ');
  return rules.filter(
    ({ id, naam }) =>
      options.some(({ rule }) => rule === id) ||
      said.includes(naam.toLowerCase().replace(/^(de|het|een|the|a) /, '')),
  );
}
