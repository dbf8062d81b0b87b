/** SCORM 1.2 RTE 3.4, in the spelling that Moodle's strict patterns take. */
import type { Interaction } from '../snapshot.js';
import type { Dialect } from './dialect.js';
import type { Nudge, Pair } from './elements.js';
import { toDecimal, toTimeOfDay, toTimespan } from './formats.js';

/** `route` runs and ratings have no type of their own: the nearest that holds them. */
const TYPES = {
  choice: 'choice',
  sequencing: 'sequencing',
  matching: 'matching',
  rating: 'matching',
  numeric: 'numeric',
  route: 'performance',
} as const;

export const SCORM12: Dialect = {
  edition: 'scorm12',
  names: {
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    learnerId: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    launchData: 'cmi.launch_data',
    journal: 'cmi.suspend_data',
    status: 'cmi.core.lesson_status',
    success: null,
    score: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    sessionTime: 'cmi.core.session_time',
  },
  essential: ['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.core.score.raw'],
  readsInteractions: false,
  finishStores: false,
  nudge,
  sessionTime: toTimespan,
  state: (snapshot) => [
    // `completed` with the score, never `passed`: Moodle's default rule for completion does not see `passed`.
    ['cmi.core.lesson_status', snapshot.completed ? 'completed' : 'incomplete'],
    ...(snapshot.score === null
      ? []
      : ([
          ['cmi.core.score.min', '0'],
          ['cmi.core.score.max', '100'],
          ['cmi.core.score.raw', toDecimal(snapshot.score, 2)],
        ] satisfies Pair[])),
  ],
  interaction: (interaction) => [
    ['type', TYPES[interaction.response]],
    ['result', result(interaction)],
    ...(interaction.given === null || interaction.given.length === 0
      ? []
      : ([['student_response', response(interaction)]] satisfies Pair[])),
  ],
  interactionTime: (at) => ['time', toTimeOfDay(at)],
  result,
  objective: (objective, isCompleted) =>
    objective.score === null
      ? [['status', isCompleted ? 'completed' : 'incomplete']]
      : [
          ['score.min', '0'],
          ['score.max', '100'],
          ['score.raw', toDecimal(objective.score, 2)],
          ['status', isCompleted ? 'completed' : 'incomplete'],
        ],
};

function result(interaction: Interaction): string {
  const found = interaction.result;
  if (found === null) return 'neutral';
  switch (found.kind) {
    case 'right':
      return 'correct';
    case 'wrong':
      return 'wrong';
    case 'score':
      return toDecimal(found.value, 2);
  }
}

/** CMIFeedback: at most 255 characters; single letters with commas, pairs with a point. */
function response(interaction: Interaction): string {
  const given = interaction.given ?? [];
  return given.join(interaction.response === 'route' ? '' : ',').slice(0, 255);
}

/** Any other value that this element may hold; the meant one follows in the next commit. */
const nudges: readonly (readonly [RegExp, (value: string) => string])[] = [
  [/\.suspend_data$/, (value) => `${value} `],
  [/\.lesson_status$/, (value) => (value === 'completed' ? 'incomplete' : 'browsed')],
  [/\.objectives\.\d+\.status$/, (value) => (value === 'completed' ? 'incomplete' : 'completed')],
  // A hundredth less: a score must seem neither higher than it is nor lower than what an unsure commit may have stored.
  [/\.score\.(raw|min|max)$/, nearby],
  [/\.exit$/, () => ''],
  [/\.id$/, (value) => `${value}.`],
  [/\.type$/, (value) => (value === 'choice' ? 'performance' : 'choice')],
  [/\.time$/, (value) => (value === '00:00:00.00' ? '00:00:00.01' : '00:00:00.00')],
  [/\.result$/, (value) => (value === 'neutral' ? 'unanticipated' : 'neutral')],
  [/\.student_response$/, () => ''],
];

function nudge(...[element, value]: Parameters<Nudge>): string | null {
  const found = nudges.find(([pattern]) => pattern.test(element));
  return found === undefined ? null : found[1](value);
}

function nearby(value: string): string {
  const number = Number(value);
  return toDecimal(number > 0 ? number - 0.01 : 0.01, 2);
}
