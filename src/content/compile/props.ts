/** What a head says is shown during a conversation: pictures, and a report that fills itself. */
import type { Conversation } from '../module.js';
import type { ConversationHead } from '../schema/script-heads.js';
import { hint } from '../source/suggest.js';
import type { YamlFile } from '../source/yaml.js';
import { use } from './context.js';
import { checkFact, type RuleContext } from './rules.js';
import type { Maker } from './maker.js';

export function readPictures(
  { data, at }: YamlFile<ConversationHead>,
  { turns, rules: { report } }: Pick<Maker, 'turns' | 'rules'>,
): Pick<Conversation, 'pictures'> {
  if (data.beelden.length === 0) return {};
  const pictures = data.beelden.map(({ tekening, alt, bij }, index) => {
    if (bij !== undefined && !turns.includes(bij))
      report(
        at(['beelden', index, 'bij']),
        'verwijzing',
        `De beurt '${bij}' bestaat niet.${hint(bij, [...turns])}`,
      );
    return { drawing: tekening, alt, turn: bij ?? turns[0] ?? '' };
  });
  return { pictures };
}

export function readReport(
  { data: { melding }, at }: YamlFile<ConversationHead>,
  rules: RuleContext,
): Pick<Conversation, 'report'> {
  if (!melding || !use('notitie', melding.zaak, at(['melding', 'zaak']), rules)) return {};
  const fields = melding.velden.map(({ veld, waarde, als }, index) => {
    const place = at(['melding', 'velden', index, 'als']);
    if (als !== undefined) checkFact(als, place, rules.names, rules.report);
    return { label: veld, value: waarde, ...(als === undefined ? {} : { fact: als }) };
  });
  return { report: { caseId: melding.zaak, fields } };
}
