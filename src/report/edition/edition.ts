/**
 * An edition of the report: everything that may leave the reader's machine. The page, the CSVs and the workbook are drawn from this
 * alone. What is withheld is not in it, only that it is, and why.
 *
 * How to read it: `periods`, `groups` and `modules` are the axes of a fixed cube; each table below is a list of cells, keyed by the
 * ids of those axes. A cell that does not exist was never in the cube (no data at all); one that is withheld says so (`shown: false`).
 */
import { z } from 'zod';
import { COMPETENCES, OUTCOMES } from '../../content/vocabulary.js';
import { choice, graph, mistakesCell, outcomesCell, routesCell } from './conversations.js';
import { cell, change, mean, minutes, points, share } from './figures.js';
import { ofModule, where } from './keys.js';
import { testAnalysis } from './test-analysis.js';

export type { Choice, Graph } from './conversations.js';
export type { ItemFigure } from './test-analysis.js';

export const EDITION_VERSION = 4;

const competence = z.enum(COMPETENCES);
const outcome = z.enum(OUTCOMES);
const month = z.string().regex(/^\d{4}-\d{2}$/);

// ---------------------------------------------------------------- the axes

/** A span of whole months. They nest: all > year > quarter > month. */
const period = z.strictObject({
  /** 'all', '2026', '2026-q4', '2026-11'. */
  id: z.string(),
  kind: z.enum(['all', 'year', 'quarter', 'month']),
  /** Dutch, as in a list: 'oktober – december 2026'. */
  label: z.string(),
  first: month,
  /** The last month, included. */
  last: month,
  /** True while its last month is not over. */
  running: z.boolean(),
  /** The period before it, of the same kind. */
  previous: z.string().nullable(),
});
export type Period = z.infer<typeof period>;

/** 'whole' has the id 'whole'; the others '<kind>:<name>'. A team belongs to its department, a department and a role to the whole. */
const group = z.strictObject({
  id: z.string(),
  kind: z.enum(['whole', 'department', 'team', 'role']),
  label: z.string(),
  parent: z.string().nullable(),
});
export type Group = z.infer<typeof group>;

const unitAxis = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['lesson', 'conversation', 'find-mistake', 'quiz', 'test', 'dilemmas', 'journey', 'workday']),
});

/** A package, in the order of the course. */
const moduleAxis = z.strictObject({
  id: z.string(),
  label: z.string(),
  units: z.array(unitAxis),
  /** Content versions met, oldest first. */
  versions: z.array(z.strictObject({ id: z.string(), firstSeen: z.iso.date() })),
  /** Competences that it practises; empty for tests and lessons. */
  practises: z.array(competence),
});
export type ModuleAxis = z.infer<typeof moduleAxis>;

/** Names of the scale; from 0 up. A score has the last label whose `from` it reaches. */
const scoreLabel = z.strictObject({ from: points, label: z.string() });

// ---------------------------------------------------------------- the tables

/** The dienstverleningsscore: the first scored run of each person's latest kennistoets in the period (and of the werkdag, if played). */
const scoreCell = cell(where, {
  ...mean.shape,
  /** Of `labels`. */
  label: z.string(),
  /** In the order of `competences`. */
  competences: z.array(z.strictObject({ competence, ...mean.shape })),
  /** The two halves apart; an instrument that too few persons did is left out. */
  instruments: z.array(
    z.strictObject({
      instrument: z.enum(['kennistoets', 'werkdag']),
      n: z.number().int().positive(),
      ...mean.shape,
    }),
  ),
  /** How many of them were measured by the eindmeting (the others by the nulmeting). */
  atEnd: share,
  /** Against the period before, if that is shown too. */
  change: z.strictObject({ previous: z.string(), ...change.shape }).nullable(),
});

/** Baseline and final of one subject; null where they would, beside the score, tell who did not take both tests. */
const growthFigure = {
  ...change.shape,
  baseline: points.nullable(),
  final: points.nullable(),
};
/**
 * Nulmeting -> eindmeting of the persons who took both, the eindmeting in the period; corrected for the difference between forms A
 * and B; at least 30 persons.
 */
const growthCell = cell(where, {
  ...growthFigure,
  /** Cohen's d: mean difference / mean of the two standard deviations; two decimals. */
  effect: z.number(),
  effectSize: z.enum(['none', 'small', 'medium', 'large']),
  competences: z.array(z.strictObject({ competence, ...growthFigure })),
  /** How the forms were divided, and the points by which B is the easier one (already taken out). */
  forms: z.strictObject({ firstA: share, bEasier: z.number() }),
});

/** From opening a package to completing it, and where people stop. */
const funnelCell = cell(ofModule, {
  /** Of the n who opened it. */
  completed: share,
  /** null: the package has no pass mark. */
  passed: share.nullable(),
  /** In the order of the module; `begun` and `finished` of the n who opened the package. */
  units: z.array(z.strictObject({ unit: z.string(), begun: share, finished: share })),
  /** The unit after which most of those who did not complete it stopped; null: nobody to speak of. */
  stop: z.string().nullable(),
  /** Time in the package per person, over all visits that were closed; null: too few visits were. */
  minutes: minutes.nullable(),
});

/** Competences as shown in practice (first scored runs of a module): for what to train, never part of the dienstverleningsscore. */
const practiceCell = cell(
  { ...where, module: z.string() },
  /** Each over the `n` persons who showed it; a competence that too few showed is left out. */
  { competences: z.array(z.strictObject({ competence, n: z.number().int().positive(), ...mean.shape })) },
);

/** What to train first: the weakest competences of the group, with what practises them. */
const planCell = cell(where, {
  steps: z.array(
    z.strictObject({
      rank: z.number().int().positive(),
      competence,
      ...mean.shape,
      /** Below the mean of the whole organisation, by more than chance. */
      behind: z.boolean(),
      /** Modules that practise it, best fit first, and how many of the group completed each; null: withheld. */
      modules: z.array(z.strictObject({ module: z.string(), completed: share.nullable() })),
      /** The conversation in which the n who ran it, over all months, lost most points of this competence; null: none is told. */
      again: z
        .strictObject({
          module: z.string(),
          unit: z.string(),
          n: z.number().int().positive(),
          lost: points,
        })
        .nullable(),
    }),
  ),
});

// ---------------------------------------------------------------- the whole

export const edition = z.strictObject({
  editionVersion: z.literal(EDITION_VERSION),
  /** Counts up at each run over the same store. */
  number: z.number().int().positive(),
  made: z.iso.datetime(),
  organisation: z.string(),
  /** Smallest group that is shown. */
  k: z.number().int().min(5),
  read: z.strictObject({
    statements: z.number().int().min(0),
    /** Persons seen at all; null when fewer than k. */
    persons: z.number().int().min(0).nullable(),
    /** Of them, persons that the teams file does not know; null: no teams file, or fewer than k are (or are not) known. */
    withoutTeam: z.number().int().min(0).nullable(),
    teamsFile: z.boolean(),
    /** Learners of demo-data are in it: the page says so, large. */
    demo: z.boolean(),
  }),
  labels: z.array(scoreLabel).min(1),
  competences: z.array(z.strictObject({ id: competence, label: z.string(), explanation: z.string() })),
  outcomes: z.array(z.strictObject({ id: outcome, label: z.string(), explanation: z.string() })),
  /** The page opens with the first of these ids. */
  open: z.strictObject({ period: z.string(), group: z.string() }),
  periods: z.array(period),
  groups: z.array(group),
  modules: z.array(moduleAxis),
  score: z.array(scoreCell),
  growth: z.array(growthCell),
  funnel: z.array(funnelCell),
  /** Of the conversations whose routes are told. */
  graphs: z.array(graph),
  routes: z.array(routesCell),
  /** The words of the options that `mistakes` names. */
  choices: z.array(choice),
  mistakes: z.array(mistakesCell),
  outcomeScores: z.array(outcomesCell),
  practice: z.array(practiceCell),
  plan: z.array(planCell),
  /** null: too few took the kennistoets. */
  test: testAnalysis.nullable(),
});
export type Edition = z.infer<typeof edition>;
export type ScoreCell = Edition['score'][number];
export type GrowthCell = Edition['growth'][number];
export type FunnelCell = Edition['funnel'][number];
export type RoutesCell = Edition['routes'][number];
export type MistakesCell = Edition['mistakes'][number];
export type OutcomesCell = Edition['outcomeScores'][number];
export type PracticeCell = Edition['practice'][number];
export type PlanCell = Edition['plan'][number];
/** The released half of a cell. */
export type Shown<C extends { readonly shown: boolean }> = Extract<C, { readonly shown: true }>;
