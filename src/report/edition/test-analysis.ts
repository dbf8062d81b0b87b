/** What an edition tells of tests as measures: the kennistoets, and the modules' own quizzes. */
import { z } from 'zod';
import { COMPETENCES } from '../../content/vocabulary.js';
import { points, share } from './figures.js';

export const itemAdvice = z.enum([
  'fine',
  'few', // under 30 answers: no advice yet
  'check-key', // correlates negatively with the rest, and not by chance
  'too-easy', // facility above 90
  'too-hard', // facility below the chance of guessing + 10, and it tells nobody apart
  'weak', // correlation below 0.20, and not by chance
  'teach', // good item, but often wrong: more explanation in the lesson
  'dead-distractor', // fine, but a distractor that nobody takes
]);

const item = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** What happens, above the question; null: it needs none. */
  situation: z.string().nullable(),
  competence: z.enum(COMPETENCES).nullable(),
  /** As in `forms`. */
  form: z.string(),
  n: z.number().int().positive(),
  versions: z.array(z.string()),
  /** Mean share of the answer that is right. */
  facility: points,
  /** Item-rest correlation, -1..1, two decimals; null: no spread. Moodle calls 100 x this the discrimination index. */
  discrimination: z.number().nullable(),
  /** Percent; Moodle doubts an item under 15. */
  efficiency: z.number().int().nullable(),
  /** Single choice: each option, most taken first; a share that too few took is null. Other kinds: empty. */
  options: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      right: z.boolean(),
      share: share.nullable(),
    }),
  ),
  advice: itemAdvice,
});
export type ItemFigure = z.infer<typeof item>;

const form = z.strictObject({
  /** 'A' or 'B' of the kennistoets; 'module/unit' of a module's own quiz. */
  form: z.string(),
  n: z.number().int().positive(),
  items: z.number().int().positive(),
  mean: points,
  sd: z.number(),
  /** Cronbach's alpha, two decimals; null: no spread. */
  alpha: z.number().nullable(),
  /** Standard error of one measurement, in points. */
  sem: z.number().nullable(),
  /** 'unstable': under 30 persons, read nothing in it. 'provisional': under 100. */
  certainty: z.enum(['unstable', 'provisional', 'stable']),
});

/** First attempts at whole forms, the whole organisation, all months. */
export const testAnalysis = z.strictObject({
  forms: z.array(form),
  items: z.array(item),
  /** Items that fewer than k persons answered, of the kennistoets or a quiz that was played; they are not in `items`. */
  withheldItems: z.number().int().min(0),
});
