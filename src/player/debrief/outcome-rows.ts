/** The four outcomes of a run, each between the worst and the best that exist, with the municipality's norm; pure. */
import type { Conversation, World } from '../../content/module.js';
import type { Norms } from '../../content/schema/municipality.js';
import type { OutcomeId } from '../../content/vocabulary.js';
import {
  scaledOutcomes,
  sufficientFor,
  waitInMinutes,
  type Outcomes,
} from '../../engine/conversation/outcomes.js';
import type { ConversationState } from '../../engine/conversation/state.js';
import { unitTexts } from '../texts/nl-units.js';
import { decimal, euro } from '../ui/format.js';
import type { IconName } from '../ui/icons.js';

export interface OutcomeRow {
  readonly id: OutcomeId;
  readonly label: string;
  readonly icon: IconName;
  readonly value: string;
  readonly worst: string;
  readonly best: string;
  /** 0 = worst, 1 = best that exists in this run's draw. */
  readonly share: number;
  /** Where the norm lies on the same line. */
  readonly normShare: number;
  readonly verdict: string;
  readonly isSufficient: boolean;
  /** What is sufficient, in words: 'minstens 6'. */
  readonly norm: string;
}

export function outcomeRows(
  unit: Conversation,
  world: World,
  state: ConversationState,
  result: Outcomes,
): readonly OutcomeRow[] {
  const proof = unit.proof.draws[state.draw];
  const { minutes, waitDays } = result.doorlooptijd;
  const { apply, done } = result.proces;
  const texts = unitTexts.debrief;
  const steps = (share: number): string => texts.steps(Math.round(share * apply), apply);
  const norms = scaledOutcomes(atTheNorm(state.contacts, world.norms, result), proof);
  const row = (id: OutcomeId, icon: IconName, value: string, show: (raw: number) => string) => ({
    id,
    icon,
    value,
    label: world.outcomes[id].label,
    worst: proof ? show(proof.worst[id]) : '',
    best: proof ? show(proof.best[id]) : '',
    share: result.scaled[id],
    normShare: norms[id],
    ...sufficiency(id, state.contacts, world.norms, result),
  });
  return [
    row('klanttevredenheid', 'smile', decimal(result.klanttevredenheid), decimal),
    row('doorlooptijd', 'clock', texts.time(decimal(minutes), waitDays), (raw) =>
      texts.time(decimal(raw), 0),
    ),
    row('kosten', 'euro', euro(result.kosten.value), euro),
    row('proces', 'route', texts.steps(done, apply), steps),
  ];
}

/** Steps that are sufficient, of those that apply. */
const stepsAsked = ({ voldoende }: Norms, apply: number): number => Math.ceil(voldoende.proces * apply);

/**
 * The run with every outcome just sufficient. Minutes and days of waiting have a norm each and one line: what is over its norm
 * stands at the norm, so that who misses one of the two is always on the wrong side of it.
 */
function atTheNorm(contacts: ConversationState['contacts'], norms: Norms, result: Outcomes): Outcomes {
  const most = sufficientFor(norms, contacts);
  const { minutes, waitDays } = result.doorlooptijd;
  const asked = waitDays > most.waitDays ? Math.min(minutes, most.minutes) : most.minutes;
  const { apply } = result.proces;
  return {
    ...result,
    klanttevredenheid: norms.voldoende.klanttevredenheid,
    doorlooptijd: {
      ...result.doorlooptijd,
      value: asked + waitInMinutes(norms, Math.min(waitDays, most.waitDays)),
    },
    kosten: { ...result.kosten, value: most.kosten },
    proces: { ...result.proces, value: apply === 0 ? 1 : stepsAsked(norms, apply) / apply },
  };
}

/** Is the outcome good enough by the norms of the municipality? */
function sufficiency(
  id: OutcomeId,
  contacts: ConversationState['contacts'],
  norms: Norms,
  result: Outcomes,
): Pick<OutcomeRow, 'isSufficient' | 'verdict' | 'norm'> {
  const { voldoende } = norms;
  const most = sufficientFor(norms, contacts);
  const texts = unitTexts.debrief;
  const words = texts.verdicts;
  const judged = (isSufficient: boolean, less: string, norm: string) => ({
    isSufficient,
    verdict: isSufficient ? words.good : less,
    norm,
  });
  switch (id) {
    case 'klanttevredenheid':
      return judged(
        result.klanttevredenheid >= voldoende.klanttevredenheid,
        words.low,
        texts.atLeast(decimal(voldoende.klanttevredenheid)),
      );
    case 'doorlooptijd': {
      const { minutes, waitDays } = result.doorlooptijd;
      return judged(
        minutes <= most.minutes && waitDays <= most.waitDays,
        words.long,
        texts.atMost(texts.time(decimal(most.minutes), most.waitDays)),
      );
    }
    case 'kosten':
      return judged(result.kosten.value <= most.kosten, words.dear, texts.atMost(euro(most.kosten)));
    case 'proces': {
      const { apply, done, value } = result.proces;
      const norm = texts.atLeast(texts.steps(stepsAsked(norms, apply), apply));
      if (done === apply) return { isSufficient: true, verdict: words.complete, norm };
      return { isSufficient: value >= voldoende.proces, verdict: words.missing(apply - done), norm };
    }
  }
}
