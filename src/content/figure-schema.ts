import { z } from 'zod';
import { authorityId, contentId, prose } from './primitives.ts';

const common = {
  id: contentId,
  title: prose,
  /** Says the same as the drawing, for those who do not see it. */
  alt: prose.min(60, 'Teksten skal sige det samme som tegningen; skriv mindst to sætninger'),
};
const heading = z.string().trim().min(1).max(34, 'En overskrift i en figur er højst 34 tegn');
const line = z.string().trim().min(1).max(70, 'En linje i en figur er højst 70 tegn');

const figureSchema = z.discriminatedUnion('kind', [
  /** Steps one after another, from above downwards. */
  z.strictObject({
    ...common,
    kind: z.literal('flow'),
    steps: z
      .array(
        z.strictObject({
          title: heading,
          text: line,
          by: authorityId.optional(),
          /** A way out at the side. */
          branch: z.string().trim().max(40, 'En sidevej er højst 40 tegn').optional(),
        }),
      )
      .min(3)
      .max(8),
  }),
  /** Boxes above one another. */
  z.strictObject({
    ...common,
    kind: z.literal('levels'),
    levels: z
      .array(z.strictObject({ title: heading, text: line }))
      .min(2)
      .max(5),
  }),
  /** Beside one another: who does what. */
  z.strictObject({
    ...common,
    kind: z.literal('lanes'),
    lanes: z
      .array(
        z.strictObject({
          title: heading,
          by: authorityId.optional(),
          steps: z.array(z.string().trim().min(1).max(60, 'Et trin i en bane er højst 60 tegn')).min(2).max(5),
        }),
      )
      .min(2)
      .max(4),
  }),
]);

export const figureFileSchema = z.strictObject({ module: contentId, figures: z.array(figureSchema).min(1) });
/** A drawing as data; the component draws it. */
export type Figure = z.infer<typeof figureSchema>;
export type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { kind: Kind }>;
