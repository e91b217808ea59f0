import { z } from 'zod';
import { FAULTS, RATINGS } from '#src/scenarios/engine/judgement.ts';
import { certainty, contentId, prose } from './primitives.ts';

const optionSchema = z
  .strictObject({
    id: contentId,
    text: prose,
    rating: z.enum(RATINGS),
    fault: z.enum(FAULTS).optional(),
    /** The reason; every option has one (elaborated feedback is what teaches). */
    why: prose,
    /** "Hvad mangler der?" Follows every partly right option. */
    missing: prose.optional(),
    /** What speaks against it, where reasonable professionals disagree: a contestable question has reasons on both sides. */
    against: prose.optional(),
  })
  .refine((option) => option.rating !== 'acceptable' || option.missing !== undefined, {
    message: 'Et delvist rigtigt svar skal sige, hvad der mangler: skriv missing',
    path: ['missing'],
  });

/** What every question has, whatever its kind. */
const common = {
  id: contentId,
  /** Constructed persons, first names only; set in serif. */
  story: prose.optional(),
  prompt: prose,
  provisions: z.array(contentId).default([]),
  /** Where facts that are not law come from. */
  sources: z.array(z.strictObject({ ref: prose, title: prose, certainty })).default([]),
  competence: contentId.optional(),
  /** The refresher item of which this is one variant. */
  item: contentId.optional(),
  /** With this question the case goes on when this one is answered: a small case of a few steps, in refreshers alone. */
  next: contentId.optional(),
  /** Asked before (A) and after (B) the course, as one of a parallel pair. */
  parallel: z.strictObject({ set: z.enum(['A', 'B']), pair: contentId }).optional(),
};

/** One of three to five, as most questions are. */
const single = z.strictObject({
  ...common,
  kind: z.literal('single'),
  options: z.array(optionSchema).min(3).max(5),
  /** Reasonable professionals disagree: no option is the right one. */
  contestable: z.boolean().default(false),
  /** The options' order means something (steps, amounts); otherwise each attempt shows its own. */
  keepOrder: z.boolean().default(false),
});

/** Every option is either to be ticked (`best`) or to be left. */
const multiple = z.strictObject({
  ...common,
  kind: z.literal('multiple'),
  options: z
    .array(
      optionSchema.refine(({ rating }) => rating !== 'acceptable', {
        message: 'I et spørgsmål med flere svar er hvert svar enten best (skal med) eller poor (skal ikke med)',
        path: ['rating'],
      }),
    )
    .min(4)
    .max(6),
});

/** A claim with reasons for and against: whether it holds counts only with why. */
const truth = z.strictObject({
  ...common,
  kind: z.literal('truth'),
  options: z
    .array(optionSchema.safeExtend({ holds: z.boolean() }))
    .min(3)
    .max(5),
});

/** Things in their right order; shown in another one. */
const order = z.strictObject({
  ...common,
  kind: z.literal('order'),
  items: z
    .array(z.strictObject({ id: contentId, text: prose, why: prose }))
    .min(3)
    .max(6),
});

/** Each of several things belongs to one of a few. */
const match = z.strictObject({
  ...common,
  kind: z.literal('match'),
  targets: z
    .array(z.strictObject({ id: contentId, text: prose }))
    .min(2)
    .max(5),
  pairs: z
    .array(z.strictObject({ id: contentId, text: prose, target: contentId, why: prose }))
    .min(3)
    .max(6),
});

/** How concerned one is, laid beside how a panel answered. There is no right answer. */
const calibration = z.strictObject({
  ...common,
  kind: z.literal('calibration'),
  /** How many of the panel chose each of the five steps; constructed. */
  panel: z.strictObject({ votes: z.array(z.number().int().min(0)).length(5, 'Panelet svarer på fem trin') }),
  /** What an experienced reader weighs. */
  weigh: z
    .array(z.strictObject({ text: prose, why: prose }))
    .min(2)
    .max(4),
});

export const questionSchema = z.preprocess(
  (raw) => (typeof raw === 'object' && raw !== null && !('kind' in raw) ? { ...raw, kind: 'single' } : raw),
  z.discriminatedUnion('kind', [single, multiple, truth, order, match, calibration], {
    error: 'Arten (kind) skal være single, multiple, truth, order, match eller calibration',
  }),
);

export const questionFileSchema = z.strictObject({ module: contentId, questions: z.array(questionSchema).min(1) });

type Authored = z.infer<typeof questionSchema>;
/** A question with the module that it belongs to. Holds the answer key: never send it to a browser before the answer. */
export type Question = Authored & { readonly module: string };
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;
/** A variant of a refresher with the questions that its case goes on with, in order. Ends where a step is met again. */
export function stepsFrom(head: Question, questions: Readonly<Record<string, Question>>): Question[] {
  const steps: Question[] = [];
  for (let step: Question | undefined = head; step && !steps.includes(step); ) {
    steps.push(step);
    const next: string | undefined = step.next;
    step = next !== undefined && Object.hasOwn(questions, next) ? questions[next] : undefined;
  }
  return steps;
}

export type Choosable = QuestionOf<'single' | 'truth'>;
