/** The end of a run: its score, and one statement for each competence and each outcome. */
import type { Result } from '@xapi/xapi';
import type { Conversation } from '../../content/module.js';
import { COMPETENCES, type OutcomeId } from '../../content/vocabulary.js';
import { outcomes, type Outcomes } from '../../engine/conversation/outcomes.js';
import type { ConversationState } from '../../engine/conversation/state.js';
import { encodeActions } from '../../engine/journal.js';
import { fraction, type Draft, type Replay } from './statements.js';
import { OUTCOME_ORDER } from './vocabulary.js';

export function finishedDrafts(replay: Replay): readonly Draft[] {
  const { activities, iris, run, after, unit, module } = replay;
  const isPractice = run.mode === 'from-here';
  const completed: Draft = {
    kind: 'completed',
    verb: 'completed',
    object: activities.unit(unit),
    parent: activities.module,
    result: {
      completion: true,
      // A run from the middle counts for nothing, so it has no score to be taken for one.
      ...(after.score === null || isPractice ? {} : scored(after.score / 100, after.score, 100)),
      extensions: {
        [iris.extensions.route]: encodeActions(run.actions),
        ...(after.kind === 'conversation'
          ? { [iris.extensions.ending]: endingOf(after.unit, after.state) }
          : {}),
      },
    },
  };
  if (isPractice) return [completed];
  const results =
    after.kind === 'conversation'
      ? outcomeDrafts(replay, outcomes(after.unit, module.world, after.state))
      : [];
  return [completed, ...competenceDrafts(replay), ...results];
}

function endingOf(unit: Conversation, state: ConversationState): unknown {
  const ending = unit.endings.find((candidate) => candidate.id === state.ending);
  return ending ? { id: ending.id, quality: ending.quality } : null;
}

function competenceDrafts({ activities, after, unit }: Replay): readonly Draft[] {
  return COMPETENCES.flatMap((id): Draft[] => {
    const evidence = after.evidence[id];
    if (!evidence || evidence.max <= 0) return [];
    const { got, max } = evidence;
    return [
      {
        kind: `scored ${id}`,
        verb: 'scored',
        object: activities.competence(id),
        parent: activities.unit(unit),
        result: scored(got / max, got, max),
      },
    ];
  });
}

function outcomeDrafts({ activities, iris, unit }: Replay, all: Outcomes): readonly Draft[] {
  const raw: Readonly<Record<OutcomeId, unknown>> = {
    klanttevredenheid: all.klanttevredenheid,
    doorlooptijd: { minuten: all.doorlooptijd.minutes, werkdagen: all.doorlooptijd.waitDays },
    kosten: { euro: all.kosten.value, vervolgcontacten: all.kosten.followUps },
    proces: { gedaan: all.proces.done, nodig: all.proces.apply },
  };
  return OUTCOME_ORDER.map((id): Draft => ({
    kind: `scored ${id}`,
    verb: 'scored',
    object: activities.outcome(id),
    parent: activities.unit(unit),
    result: { score: { scaled: fraction(all.scaled[id]) }, extensions: { [iris.extensions.raw]: raw[id] } },
  }));
}

/** xAPI wants min < raw <= max. */
function scored(scaled: number, raw: number, max: number): Pick<Result, 'score'> {
  const rounded = Number(Math.min(raw, max).toFixed(2));
  return {
    score: { scaled: fraction(scaled), raw: Math.max(0, rounded), min: 0, max: Number(max.toFixed(2)) },
  };
}
