/** What happens on coming to a turn or an ending, as written -> as played. */
import type { Reporter } from '../finding.js';
import type { Again, Consequence, Contact } from '../module.js';
import type { AgainNode, ConsequenceNode, ContactNode, EffectNode } from '../script/ast.js';
import { checkRoute } from '../script/ways.js';
import { toConditions, toEffects } from './rules.js';
import { toLine, type Maker } from './maker.js';

/** What a turn has that acts on coming there. */
export function toArrival(
  { contact, consequences, again }: TurnArrival,
  maker: Maker,
): { contact?: Contact; consequences?: readonly Consequence[]; again?: Again } {
  return {
    ...(contact ? { contact: toContact(contact, maker.rules.report) } : {}),
    ...toConsequences(consequences, 'turn', maker),
    ...(again ? { again: toAgain(again, maker) } : {}),
  };
}

interface TurnArrival {
  readonly contact?: ContactNode;
  readonly consequences: readonly ConsequenceNode[];
  readonly again?: AgainNode;
}

function toContact({ channel, moment, between, effects }: ContactNode, report: Reporter): Contact {
  let waitDays = 0;
  for (const effect of effects) {
    if (effect.kind === 'amount' && effect.name === 'wacht') waitDays = effect.value;
    else
      report(
        effect.at,
        'effect',
        "Bij CONTACT kan alleen 'wacht 2 werkdagen' staan. Zet andere effecten bij een keuze of bij GEVOLG.",
      );
  }
  return {
    channel,
    moment: moment.text,
    ...(between ? { between: between.text } : {}),
    ...(waitDays > 0 ? { waitDays } : {}),
  };
}

/** Nothing when there are none, so that a script without them compiles as it always did. */
export function toConsequences(
  nodes: readonly ConsequenceNode[],
  where: 'turn' | 'ending',
  { rules }: Pick<Maker, 'rules'>,
): { consequences?: readonly Consequence[] } {
  if (nodes.length === 0) return {};
  const consequences = nodes.map((node): Consequence => {
    const followUps = node.effects.reduce(
      (sum, each) => sum + (each.kind === 'follow-ups' ? each.value : 0),
      0,
    );
    const kept = node.effects.filter((effect) => fits(effect, where, rules.report));
    return {
      if: toConditions(node.if, rules),
      text: node.text.text,
      effects: toEffects(kept, rules),
      ...(followUps > 0 ? { followUps } : {}),
    };
  });
  return { consequences };
}

/** Reports what cannot come of something by itself: a step is set and a competence shown by a choice. */
function fits(effect: EffectNode, where: 'turn' | 'ending', report: Reporter): boolean {
  if (effect.kind === 'follow-ups') {
    if (where === 'turn')
      report(
        effect.at,
        'effect',
        "'vervolg' kan alleen bij een einde. Een volgend contact in het gesprek begint met CONTACT.",
      );
    return false;
  }
  if (effect.kind === 'amount' && ['klanttevredenheid', 'minuten', 'wacht'].includes(effect.name))
    return true;
  if (effect.kind === 'leert' && where === 'turn') return true;
  const may =
    where === 'turn'
      ? 'klanttevredenheid, minuten, wacht en leert'
      : 'klanttevredenheid, minuten, wacht en vervolg';
  report(
    effect.at,
    'effect',
    `Bij GEVOLG kan dit niet: alleen ${may}. Stappen en competenties horen bij een keuze.`,
  );
  return false;
}

function toAgain(node: AgainNode, maker: Maker): Again {
  const base = {
    to: checkRoute(node.to, maker, maker.rules.report),
    lines: node.lines.map(toLine),
    ...toConsequences(node.consequences, 'turn', maker),
  };
  return node.kind === 'repeat' ? { kind: 'repeat', max: node.max, ...base } : { kind: 'topics', ...base };
}
