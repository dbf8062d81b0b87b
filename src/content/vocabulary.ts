/**
 * The closed lists of the course: what a script may name. Plain constants, so that the page may use them
 * without the schemas (zod stays out of the player).
 */

/** The languages of a package; Dutch is the source. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The seven competences that every decision gives evidence for, in the order in which they are shown. */
export const COMPETENCES = [
  'hostmanship',
  'proactief',
  'kanaalsturing',
  'kanaalverleiding',
  'backoffice',
  'klachten-voorkomen',
  'portalen',
] as const;
export type CompetenceId = (typeof COMPETENCES)[number];

/** The four outcomes of every customer contact. */
export const OUTCOMES = ['klanttevredenheid', 'doorlooptijd', 'kosten', 'proces'] as const;
export type OutcomeId = (typeof OUTCOMES)[number];

export const CHANNELS = [
  'balie',
  'telefoon',
  'e-mail',
  'chat',
  'website',
  'social-media',
  'brief',
  'huisbezoek',
] as const;
export type ChannelId = (typeof CHANNELS)[number];

/** What the desk can do; also the first word of a line under `# Bureau`. */
export const DESK_KINDS = ['klant', 'zaak', 'artikel', 'bellen', 'kanaal', 'notitie'] as const;
export type DeskKind = (typeof DESK_KINDS)[number];

export { FACES, MOODS, type Face } from './moods.js';

/** Drawings that a script may show: things that lie on the counter, and what customers take pictures of. */
export const DRAWINGS = [
  'paspoort',
  'paspoort-open',
  'identiteitskaart',
  'brief',
  'envelop',
  'formulier',
  'map',
  'sleutels',
  'parkeerkaart',
  'telefoon',
  'stoeptegel',
  'kuil',
  'container',
  'grofvuil',
  'lantaarn',
  'boom',
  'terras',
  'woning',
  'traplift',
  'fiets',
  'plattegrond',
] as const;
export type DrawingId = (typeof DRAWINGS)[number];

/** Who may speak in a script. `BUREAU` is what the learner sees or hears at the desk. */
export const SPEAKERS = ['KLANT', 'BUREAU', 'COLLEGA', 'JIJ'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const ENDING_QUALITIES = ['goed', 'voldoende', 'slecht'] as const;
export type EndingQuality = (typeof ENDING_QUALITIES)[number];

/** What a turn lets the learner write; a message when the script does not say. */
export const COMPOSE_FORMS = ['bericht', 'notitie', 'brief'] as const;
export type ComposeForm = (typeof COMPOSE_FORMS)[number];

/** The outcomes that a condition may test (`uitkomst minuten < 8`); process and costs are known only at the end. */
export const TESTED_OUTCOMES = ['klanttevredenheid', 'minuten', 'werkdagen'] as const;
export type TestedOutcome = (typeof TESTED_OUTCOMES)[number];

/** The folder of the municipality, among those of the modules. */
export const TOWN = 'zeventerpen';
