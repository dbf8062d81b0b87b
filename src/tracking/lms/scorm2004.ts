/** SCORM 2004 RTE 4, 3rd and 4th edition, in the spelling that Moodle's strict patterns take. */
import type { Interaction, Snapshot } from '../snapshot.js';
import type { Dialect } from './dialect.js';
import type { Pair } from './elements.js';
import { toDecimal, toDuration, toLine, toTimestamp } from './formats.js';

const TYPES = {
  choice: 'choice',
  sequencing: 'sequencing',
  matching: 'matching',
  rating: 'matching',
  numeric: 'numeric',
  route: 'other',
} as const;

export const SCORM2004: Dialect = {
  edition: 'scorm2004',
  names: {
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    learnerId: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    launchData: 'cmi.launch_data',
    journal: 'cmi.suspend_data',
    status: 'cmi.completion_status',
    success: 'cmi.success_status',
    score: 'cmi.score.raw',
    exit: 'cmi.exit',
    sessionTime: 'cmi.session_time',
  },
  essential: ['cmi.suspend_data', 'cmi.completion_status', 'cmi.score.raw', 'cmi.score.scaled'],
  readsInteractions: true,
  finishStores: true,
  // Moodle's 2004 API sends everything each time, so nothing is lost by a failed commit.
  nudge: () => null,
  sessionTime: toDuration,
  state: (snapshot) => [
    ['cmi.completion_status', snapshot.completed ? 'completed' : 'incomplete'],
    ...success(snapshot),
    // Moodle overrules the status by progress against the threshold 1.0: they must never disagree.
    ['cmi.progress_measure', toDecimal(snapshot.completed ? 1 : Math.min(snapshot.progress, 0.99))],
    ...(snapshot.score === null ? [] : score('cmi.score', snapshot.score)),
  ],
  interaction: (interaction) => [
    ['type', TYPES[interaction.response]],
    ['description', toLine(interaction.description, 250)],
    ['result', result(interaction)],
    ...(interaction.given === null || interaction.given.length === 0
      ? []
      : ([['learner_response', response(interaction)]] satisfies Pair[])),
  ],
  interactionTime: (at) => ['timestamp', toTimestamp(at)],
  result,
  objective: (objective, isCompleted) => [
    ['description', toLine(objective.description, 250)],
    ...(objective.score === null ? [] : score('score', objective.score)),
    ['completion_status', isCompleted ? 'completed' : 'incomplete'],
  ],
};

/** Apart from completion; `failed` only at the end, as it locks the attempt in some LMSs. */
function success(snapshot: Snapshot): Pair[] {
  if (snapshot.passed === null) return [];
  if (snapshot.passed) return [['cmi.success_status', 'passed']];
  return [['cmi.success_status', snapshot.completed ? 'failed' : 'unknown']];
}

function score(base: string, value: number): Pair[] {
  return [
    [`${base}.min`, '0'],
    [`${base}.max`, '100'],
    [`${base}.raw`, toDecimal(value, 2)],
    [`${base}.scaled`, toDecimal(value / 100)],
  ];
}

function result(interaction: Interaction): string {
  const found = interaction.result;
  if (found === null) return 'neutral';
  switch (found.kind) {
    case 'right':
      return 'correct';
    case 'wrong':
      return 'incorrect';
    case 'score':
      return toDecimal(found.value, 2);
  }
}

function response(interaction: Interaction): string {
  const given = interaction.given ?? [];
  switch (interaction.response) {
    case 'choice':
    case 'sequencing':
      return given.join('[,]');
    case 'matching':
    case 'rating':
      return given.map((pair) => pair.replace('.', '[.]')).join('[,]');
    case 'numeric':
    case 'route':
      return given.join('').slice(0, 4000);
  }
}
