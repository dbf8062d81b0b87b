/** The YAML heads of `.gesprek.md`, `.les.md` and `.fout.md`. */
import { z } from 'zod';
import { channel, id, text } from './common.js';

const step = z.union(
  [text, z.strictObject({ doe: text, 'alleen als': text.optional(), na: id.optional() })],
  {
    error: "schrijf 'naam: tekst' of 'naam: {doe: tekst, alleen als: voorwaarde, na: andere-stap}'",
  },
);

export const conversationHead = z.strictObject({
  titel: text,
  kanaal: channel,
  klant: id,
  moment: text,
  vraag: text,
  'vraag-achter-de-vraag': text,
  leerdoelen: z.array(id).default([]),
  stappen: z.record(id, step),
  feiten: z.record(id, text).optional(),
  begin: z
    .string()
    .regex(
      /^klanttevredenheid\s+\d{1,2}([.,]5)?$/,
      "schrijf 'klanttevredenheid 3': een cijfer van 0 tot en met 10, halven mogen",
    ),
  coach: z.literal('aan', { error: "schrijf 'coach: aan', of laat het weg" }).optional(),
  'neem-mee': z.array(text).max(3, 'geef hooguit drie lessen').default([]),
});
export type ConversationHead = z.infer<typeof conversationHead>;

export const lessonHead = z.strictObject({ titel: text });
export type LessonHead = z.infer<typeof lessonHead>;

export const mistakesHead = z.strictObject({ titel: text, klant: id, kanaal: channel, inleiding: text });
export type MistakesHead = z.infer<typeof mistakesHead>;
