/** What the desk knew: found and used, found and left, or never found; pure. */
import type { Conversation, Option, World } from '../../content/module.js';
import { slotOptions } from '../../engine/conversation/compose.js';
import type { ConversationState } from '../../engine/conversation/state.js';
import { deskKey } from '../conversation/words.js';
import { unitTexts } from '../texts/nl-units.js';

export interface FactStanding {
  readonly label: string;
  readonly standing: 'used' | 'found' | 'missed';
  /** Where it could be found: 'Zaak Z-2101'. */
  readonly where: string | undefined;
}

export function factsOf(unit: Conversation, world: World, state: ConversationState): readonly FactStanding[] {
  const used = state.decisions.flatMap(({ chosen }) => factsBehind(chosen));
  const asked = unit.turns
    .flatMap((turn) => (turn.kind === 'choice' ? turn.options : turn.slots.flatMap(slotOptions)))
    .flatMap(factsBehind);
  return Object.entries(unit.facts).map(([fact, label]) => {
    const isFound = state.facts.includes(fact);
    // A fact that no choice asks for is used by knowing it.
    const isUsed = isFound && (used.includes(fact) || !asked.includes(fact));
    return {
      label,
      standing: isUsed ? 'used' : isFound ? 'found' : 'missed',
      where: whereIs(unit, world, fact),
    };
  });
}

const factsBehind = (option: Option): readonly string[] =>
  [...option.offeredIf, ...option.conditional.flatMap((group) => group.if)].flatMap((condition) =>
    condition.kind === 'knows' && condition.not !== true ? [condition.fact] : [],
  );

function whereIs(unit: Conversation, world: World, fact: string): string | undefined {
  const action = unit.desk.find((one) => one.effects.facts?.includes(fact) === true);
  if (!action) return undefined;
  const { kind, target } = deskKey(action.key);
  const texts = unitTexts.debrief.where;
  switch (kind) {
    case 'klant':
      return texts.klant;
    case 'zaak':
    case 'notitie':
      return texts.zaak(target);
    case 'artikel':
      return texts.artikel(world.articles.find((one) => one.id === target)?.titel ?? target);
    case 'bellen':
      return texts.bellen(world.desks.find((one) => one.id === target)?.naam ?? target);
    case 'kanaal':
      return texts.kanaal;
  }
}
