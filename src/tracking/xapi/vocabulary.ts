/** Every verb, activity type and IRI that our statements use: ADL's where there is one, our own under the build's base. */
import type { Verb } from '@xapi/xapi';
import type { OutcomeId } from '../../content/vocabulary.js';
import type { UnitKind } from '../../content/module.js';

const ADL_VERBS = 'http://adlnet.gov/expapi/verbs/';
const ADL_TYPES = 'http://adlnet.gov/expapi/activities/';

/** Displays read as a sentence between learner and thing: 'x antwoordde op "Dank u."'. */
const DISPLAYS = {
  initialized: ['begon met', 'initialized'],
  answered: ['antwoordde op', 'answered'],
  experienced: ['bekeek', 'experienced'],
  scored: ['scoorde op', 'scored'],
  completed: ['rondde af:', 'completed'],
  passed: ['slaagde voor', 'passed'],
  failed: ['slaagde nog niet voor', 'failed'],
  terminated: ['stopte met', 'terminated'],
} as const;
export type VerbName = keyof typeof DISPLAYS;

const VERBS: Partial<Record<VerbName, Verb>> = {};

/** The same object each time. */
export function verb(name: VerbName): Verb {
  const [dutch, english] = DISPLAYS[name];
  return (VERBS[name] ??= { id: ADL_VERBS + name, display: { 'nl-NL': dutch, 'en-US': english } });
}

export const TYPES = {
  course: `${ADL_TYPES}course`,
  module: `${ADL_TYPES}module`,
  interaction: `${ADL_TYPES}cmi.interaction`,
  competence: `${ADL_TYPES}objective`,
  profile: `${ADL_TYPES}profile`,
} as const;

export const UNIT_TYPES: Readonly<Record<UnitKind, string>> = {
  lesson: `${ADL_TYPES}lesson`,
  conversation: `${ADL_TYPES}simulation`,
  'find-mistake': `${ADL_TYPES}assessment`,
  quiz: `${ADL_TYPES}assessment`,
  test: `${ADL_TYPES}assessment`,
};

/** What had no IRI yet; all under one base, so that an organisation can use its own. */
export interface OwnIris {
  readonly profile: string;
  readonly types: { readonly page: string; readonly desk: string; readonly outcome: string };
  readonly extensions: {
    /** Context: `{number, mode}` of the run; only mode `scored` is a measurement. */
    readonly run: string;
    /** Context: random id of this stay on the page. */
    readonly visit: string;
    /** Context: when it happened, of a statement told later than the session it happened in (cmi5). */
    readonly happened: string;
    /** Context: true in what `npm run demo-data` made up; of real people it is never there. */
    readonly demo: string;
    /** Result: what the choice changed, per outcome. */
    readonly effect: string;
    /** Result: `{code, text}` of the option chosen. */
    readonly option: string;
    /** Result: evidence per competence, `{got, max}`. */
    readonly evidence: string;
    /** Result: an outcome in its own units (minutes, euro, steps). */
    readonly raw: string;
    /** Result: all codes of the run, in order. */
    readonly route: string;
    /** Result: id and quality of the ending reached. */
    readonly ending: string;
    /** Definition: the permanent code of a unit or an item. */
    readonly code: string;
  };
  readonly activities: string;
}

export function ownIris(base: string): OwnIris {
  const extension = (name: string) => `${base}/extensions/${name}`;
  return {
    profile: `${base}/profile/v1`,
    types: {
      page: `${base}/types/page`,
      desk: `${base}/types/desk-action`,
      outcome: `${base}/types/outcome`,
    },
    extensions: {
      run: extension('run'),
      visit: extension('visit'),
      happened: extension('happened'),
      demo: extension('demo'),
      effect: extension('effect'),
      option: extension('option'),
      evidence: extension('evidence'),
      raw: extension('raw'),
      route: extension('route'),
      ending: extension('ending'),
      code: extension('code'),
    },
    activities: `${base}/activities`,
  };
}

/** Name of a desk action in a statement: 'bekeek Klantportaal: wierda'. */
export const DESK_NAMES = {
  klant: 'Klantportaal',
  zaak: 'Zaak',
  artikel: 'Kennisportaal',
  bellen: 'Telefoontje met',
  kanaal: 'Voorstel voor een ander kanaal:',
  notitie: 'Notitie bij',
} as const;

export const OUTCOME_ORDER: readonly OutcomeId[] = ['klanttevredenheid', 'doorlooptijd', 'kosten', 'proces'];
