/** IRIs and words of cmi5 (Quartz, 1st edition) that the package's page and an LMS share. */

export const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
export const MOVEON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';

const EXTENSIONS = 'https://w3id.org/xapi/cmi5/context/extensions/';
/** Context extensions, section 9.6.3. */
export const CMI5_EXTENSIONS = {
  sessionId: `${EXTENSIONS}sessionid`,
  masteryScore: `${EXTENSIONS}masteryscore`,
  launchMode: `${EXTENSIONS}launchmode`,
  launchUrl: `${EXTENSIONS}launchurl`,
  moveOn: `${EXTENSIONS}moveon`,
  launchParameters: `${EXTENSIONS}launchparameters`,
} as const;

export const CMI5_TYPES = {
  block: 'https://w3id.org/xapi/cmi5/activitytype/block',
  course: 'https://w3id.org/xapi/cmi5/activitytype/course',
} as const;

const ADL = 'http://adlnet.gov/expapi/verbs/';
const TLA = 'https://w3id.org/xapi/adl/verbs/';
/** Section 9.3, with the words that a Dutch reader sees. */
export const CMI5_VERBS = {
  launched: { id: `${ADL}launched`, display: { 'nl-NL': 'startte', 'en-US': 'launched' } },
  initialized: { id: `${ADL}initialized`, display: { 'nl-NL': 'begon met', 'en-US': 'initialized' } },
  completed: { id: `${ADL}completed`, display: { 'nl-NL': 'rondde af:', 'en-US': 'completed' } },
  passed: { id: `${ADL}passed`, display: { 'nl-NL': 'slaagde voor', 'en-US': 'passed' } },
  failed: { id: `${ADL}failed`, display: { 'nl-NL': 'slaagde nog niet voor', 'en-US': 'failed' } },
  abandoned: { id: `${TLA}abandoned`, display: { 'nl-NL': 'brak af:', 'en-US': 'abandoned' } },
  terminated: { id: `${ADL}terminated`, display: { 'nl-NL': 'stopte met', 'en-US': 'terminated' } },
  satisfied: { id: `${TLA}satisfied`, display: { 'nl-NL': 'voldeed aan', 'en-US': 'satisfied' } },
} as const;
export type Cmi5Verb = keyof typeof CMI5_VERBS;

export const LAUNCH_DATA = 'LMS.LaunchData';
export const LEARNER_PREFERENCES = 'cmi5LearnerPreferences';

/** Names that an LMS adds to the address of an AU, section 8.1. */
export const LAUNCH_PARAMETERS = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const;

export const MOVE_ON = [
  'NotApplicable',
  'Passed',
  'Completed',
  'CompletedAndPassed',
  'CompletedOrPassed',
] as const;
export type MoveOn = (typeof MOVE_ON)[number];
export type LaunchMode = 'Normal' | 'Browse' | 'Review';

/** Section 10.2, as far as an AU and an LMS need it. */
export interface LaunchData {
  readonly contextTemplate: Readonly<Record<string, unknown>>;
  readonly launchMode: LaunchMode;
  readonly launchParameters?: string;
  /** 0..1 */
  readonly masteryScore?: number;
  readonly moveOn: MoveOn;
  readonly returnURL?: string;
}
