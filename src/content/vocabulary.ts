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

/** The six faces that are drawn; every mood word of a script maps to one of them. */
export const FACES = ['boos', 'bezorgd', 'verdrietig', 'neutraal', 'opgelucht', 'blij'] as const;
export type Face = (typeof FACES)[number];

/** Mood word in a script -> the face drawn and how strongly (0..1). */
export const MOODS: Readonly<Record<string, { readonly face: Face; readonly strength: number }>> = {
  neutraal: { face: 'neutraal', strength: 0.5 },
  rustig: { face: 'neutraal', strength: 0.3 },
  afwachtend: { face: 'neutraal', strength: 0.7 },
  zakelijk: { face: 'neutraal', strength: 0.6 },
  nieuwsgierig: { face: 'neutraal', strength: 0.4 },
  beleefd: { face: 'neutraal', strength: 0.4 },
  gelaten: { face: 'neutraal', strength: 0.6 },
  aarzelend: { face: 'bezorgd', strength: 0.4 },
  onzeker: { face: 'bezorgd', strength: 0.5 },
  bezorgd: { face: 'bezorgd', strength: 0.7 },
  verbaasd: { face: 'bezorgd', strength: 0.4 },
  geschrokken: { face: 'bezorgd', strength: 1 },
  gehaast: { face: 'bezorgd', strength: 0.5 },
  zenuwachtig: { face: 'bezorgd', strength: 0.6 },
  gespannen: { face: 'bezorgd', strength: 0.7 },
  verward: { face: 'bezorgd', strength: 0.6 },
  bang: { face: 'bezorgd', strength: 0.9 },
  wantrouwig: { face: 'bezorgd', strength: 0.5 },
  beschaamd: { face: 'bezorgd', strength: 0.5 },
  verdrietig: { face: 'verdrietig', strength: 0.8 },
  aangedaan: { face: 'verdrietig', strength: 0.6 },
  moe: { face: 'verdrietig', strength: 0.4 },
  moedeloos: { face: 'verdrietig', strength: 0.7 },
  verslagen: { face: 'verdrietig', strength: 1 },
  teleurgesteld: { face: 'verdrietig', strength: 0.5 },
  wanhopig: { face: 'verdrietig', strength: 0.9 },
  eenzaam: { face: 'verdrietig', strength: 0.6 },
  ongeduldig: { face: 'boos', strength: 0.3 },
  kortaf: { face: 'boos', strength: 0.4 },
  geïrriteerd: { face: 'boos', strength: 0.6 },
  gefrustreerd: { face: 'boos', strength: 0.7 },
  verontwaardigd: { face: 'boos', strength: 0.7 },
  spottend: { face: 'boos', strength: 0.4 },
  boos: { face: 'boos', strength: 0.8 },
  woedend: { face: 'boos', strength: 1 },
  zachter: { face: 'opgelucht', strength: 0.3 },
  gerustgesteld: { face: 'opgelucht', strength: 0.6 },
  opgelucht: { face: 'opgelucht', strength: 0.8 },
  ontroerd: { face: 'opgelucht', strength: 0.7 },
  vriendelijk: { face: 'blij', strength: 0.4 },
  tevreden: { face: 'blij', strength: 0.5 },
  hoopvol: { face: 'blij', strength: 0.4 },
  dankbaar: { face: 'blij', strength: 0.7 },
  enthousiast: { face: 'blij', strength: 0.8 },
  trots: { face: 'blij', strength: 0.7 },
  vrolijk: { face: 'blij', strength: 0.8 },
  blij: { face: 'blij', strength: 1 },
};

/** Drawings that a script may show: things that lie on the counter, and what customers take pictures of. */
export const DRAWINGS = [
  'paspoort',
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
