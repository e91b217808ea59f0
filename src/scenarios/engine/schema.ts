import { z } from 'zod';
import { AIMS, FAULTS, GROUNDS, NEEDS, RATINGS, VERDICTS } from './judgement.ts';

/** psp-scenario/1: one YAML file a case. Ids are authored and permanent; nothing is positional (docs/decisions/0004). */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Et id må kun bestå af a-z, 0-9 og bindestreg');
const prose = z.string().trim().min(1, 'Teksten mangler');
const scalar = z.union([z.string(), z.number().int(), z.boolean()]);

/** A condition is data with a fixed list of operators, never an expression (security.md XSS-1). */
export type Condition =
  | { var: string; is: string | number | boolean }
  | { var: string; gte: number }
  | { var: string; lte: number }
  | { knows: { seat: string; fact: string } }
  | { visited: string }
  /** `node/choice`: whether it was taken, by whomever. */
  | { chose: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ var: id, is: scalar }),
    z.strictObject({ var: id, gte: z.number().int() }),
    z.strictObject({ var: id, lte: z.number().int() }),
    z.strictObject({ knows: z.strictObject({ seat: id, fact: id }) }),
    z.strictObject({ visited: id }),
    z.strictObject({ chose: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Skriv chose som scene/valg') }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** Bounded, so that the state space is finite and the checker can walk it. */
const variableSchema = z.union([
  z.strictObject({ type: z.literal('bool'), init: z.boolean() }),
  z.strictObject({ type: z.literal('int'), min: z.number().int(), max: z.number().int(), init: z.number().int() }),
  z.strictObject({ type: z.literal('enum'), values: z.array(id).min(2), init: id }),
]);

/** Either one place, or a list whose last line has no condition; the first line that holds is taken. */
const target = z.union([id, z.array(z.strictObject({ when: conditionSchema.optional(), goto: id })).min(1)]);

/** Told under a condition. `claims` is what the text says has happened: the checker plays every way to it and sees that it holds. */
const toldFields = { when: conditionSchema.optional(), claims: conditionSchema.optional() };

/** What happens in a scene, in order: told, or said by somebody. A passage with a condition is an inject. */
const passageSchema = z.union([
  z.strictObject({ text: prose, ...toldFields }),
  z.strictObject({ say: z.strictObject({ seat: id, name: prose, text: prose }), ...toldFields }),
]);

const disclosureSchema = z.strictObject({
  fact: id,
  to: z.array(id).min(1),
  /** `short`: only the fact's short form is given. */
  form: z.enum(['full', 'short']).default('full'),
  /** Told when a scene with `answers` has brought the answer, and not at once: "I får svar på fredag". */
  later: z.boolean().optional(),
});

/** Why a choice was made: the second tier of a key decision, judged and counted without reading free text. */
const reasonSchema = z
  .strictObject({
    id,
    text: prose,
    rating: z.enum(RATINGS),
    fault: z.enum(FAULTS).optional(),
    /** Why the reason holds or does not; shown in the debrief only. */
    why: prose,
  })
  .refine((reason) => reason.fault === undefined || reason.rating === 'poor', {
    message: 'Kun en svag begrundelse kan have en fejlkode',
    path: ['fault'],
  });
export type Reason = z.infer<typeof reasonSchema>;

export const choiceSchema = z
  .strictObject({
    id,
    text: prose,
    /** Closed until it holds. */
    when: conditionSchema.optional(),
    set: z.record(id, scalar).default({}),
    discloses: z.array(disclosureSchema).default([]),
    /** Required when something is disclosed. */
    verdict: z.enum(VERDICTS).optional(),
    /** Ids of provisions; required when something is disclosed. */
    basis: z.array(id).default([]),
    rating: z.enum(RATINGS),
    fault: z.enum(FAULTS).optional(),
    /** Reasonable professionals disagree ([kan diskuteres]): shown as such, whatever the rating. */
    contestable: z.boolean().default(false),
    /** The reason; shown in the debrief only. */
    why: prose,
    /** "Hvad mangler der?"; required for an acceptable choice. */
    missing: prose.optional(),
    /** What follows, told at the top of the next scene. */
    follows: prose,
    /** Facts that the seat must know for the choice to be fair. */
    reliesOn: z.array(id).default([]),
    /** Points by competence id. */
    evidence: z.record(id, z.number().int().min(1).max(3)).default({}),
    /** Three or four; every choice of the scene has them or none has, so that being asked tells nothing. */
    reasons: z.array(reasonSchema).min(3).max(4).optional(),
    goto: target,
  })
  .refine((choice) => choice.rating !== 'acceptable' || choice.missing !== undefined, {
    message: 'Et delvist valg skal sige, hvad der mangler: skriv missing',
    path: ['missing'],
  })
  .refine((choice) => choice.discloses.length === 0 || (choice.verdict !== undefined && choice.basis.length > 0), {
    message: 'Et valg, der deler noget, skal have verdict og basis',
    path: ['verdict'],
  });
export type Choice = z.infer<typeof choiceSchema>;

const sceneFields = {
  title: prose,
  /** Story time: "Dag 9, onsdag". */
  day: prose.optional(),
  passages: z.array(passageSchema).default([]),
  /** Seats that are there and hear what is said; everyone when left out. The others are told nothing of the scene. */
  present: z.array(id).optional(),
};

/**
 * The answer to a question that was asked in an earlier scene: what a round wanted to tell when it asked a lawyer first, or a
 * choice marked as `later`, is told now, as far as the lawyer allows it (all of it where `allows` is left out).
 */
const answersField = z
  .strictObject({
    scene: id,
    allows: z.array(z.strictObject({ facts: z.array(id).min(1), to: z.array(id).min(1) })).optional(),
  })
  .optional();

const briefSchema = z.strictObject({
  type: z.literal('brief'),
  ...sceneFields,
  answers: answersField,
  goto: target,
});
/** News that comes by itself: told, and its `set` done, when the condition holds; passed by in silence otherwise. */
const injectSchema = z.strictObject({
  type: z.literal('inject'),
  ...sceneFields,
  when: conditionSchema,
  set: z.record(id, scalar).default({}),
  answers: answersField,
  goto: target,
});
const decisionSchema = z.strictObject({
  /** `disclosure`: the decision is what to share. */
  type: z.enum(['decision', 'disclosure']),
  ...sceneFields,
  /** Who decides; `table` is whoever plays. */
  seat: id,
  /** What the case does here when another seat is played. Required unless the seat is `table`. */
  auto: z.union([id, z.array(z.strictObject({ when: conditionSchema.optional(), choice: id })).min(1)]).optional(),
  question: prose,
  hint: prose.optional(),
  /** Whether the learner may add an own line. */
  rationale: z.enum(['off', 'optional']).default('off'),
  /** How a panel of professionals spread over the choices; credit is a choice's share over the largest. */
  panel: z
    .strictObject({
      /** True until a real panel has answered; shown as such. */
      constructed: z.boolean(),
      votes: z.record(id, z.number().int().min(0)),
    })
    .optional(),
  choices: z.array(choiceSchema).min(2).max(6),
});

/** One of the four things that close a PSP discussion. */
const commitOptionSchema = z
  .strictObject({
    id,
    text: prose,
    set: z.record(id, scalar).default({}),
    basis: z.array(id).default([]),
    rating: z.enum(RATINGS),
    fault: z.enum(FAULTS).optional(),
    why: prose,
    missing: prose.optional(),
    evidence: z.record(id, z.number().int().min(1).max(3)).default({}),
  })
  .refine((option) => option.rating !== 'acceptable' || option.missing !== undefined, {
    message: 'Et delvist valg skal sige, hvad der mangler: skriv missing',
    path: ['missing'],
  });
export type CommitOption = z.infer<typeof commitOptionSchema>;
const commitOptions = z.array(commitOptionSchema).min(2).max(4);

/** Meeting end: one option of each part is picked in one step (product.md; PSP-pjecen on handlingsansvar). */
const commitSchema = z.strictObject({
  type: z.literal('commit'),
  ...sceneFields,
  seat: id,
  /** One option id for each part, in the order of COMMIT_PARTS, with full stops between. */
  auto: z.string().optional(),
  question: prose,
  hint: prose.optional(),
  parts: z.strictObject({
    /** The one authority that is responsible for action. */
    responsible: commitOptions,
    /** Next step with a date. */
    next: commitOptions,
    /** What happens when the plan slips. */
    fallback: commitOptions,
    /** How the citizen takes part. */
    citizen: commitOptions,
  }),
  follows: prose,
  goto: target,
});
export const COMMIT_PARTS = ['responsible', 'next', 'fallback', 'citizen'] as const;
export type CommitPart = (typeof COMMIT_PARTS)[number];

const shareSchema = z.strictObject({
  fact: id,
  to: z.array(id).min(1),
  form: z.enum(['full', 'short']).default('full'),
});
export type Share = z.infer<typeof shareSchema>;

/**
 * A free disclosure round: the learner ticks which facts go to whom, and says why. Nothing is judged by the author; the
 * judgement follows from need, recipient, purpose and ground (disclosure.ts, S0–S14).
 */
const sharingSchema = z.strictObject({
  type: z.literal('sharing'),
  ...sceneFields,
  seat: id,
  /** What the case shares here when another seat is played. */
  auto: z.strictObject({ aim: z.enum(AIMS), ground: z.enum(GROUNDS), shares: z.array(shareSchema) }).optional(),
  question: prose,
  hint: prose.optional(),
  rationale: z.enum(['off', 'optional']).default('off'),
  /** What lies on the table; the learner sees those that the seat knows. */
  facts: z.array(id).min(2).max(8),
  recipients: z.array(id).min(1).max(5),
  /** What the learner may give as purpose, in the case's own words. */
  aims: z
    .array(z.strictObject({ aim: z.enum(AIMS), text: prose }))
    .min(2)
    .max(5),
  /** What the learner may give as ground, in the case's own words. */
  grounds: z
    .array(z.strictObject({ ground: z.enum(GROUNDS), text: prose }))
    .min(2)
    .max(5),
  /** What the citizen has said yes to, and whether that was said (S3). A yes to one thing is no yes to another. */
  consent: z
    .strictObject({
      when: conditionSchema.optional(),
      covers: z.array(z.strictObject({ facts: z.array(id).min(1), to: z.array(id).min(1) })).min(1),
    })
    .optional(),
  /** Holds when somebody's life or health is in danger now (S0). */
  danger: conditionSchema.optional(),
  /** Ids of provisions that the debrief shows beside the judgement. */
  basis: z.array(id).default([]),
  evidence: z.record(id, z.number().int().min(1).max(3)).default({}),
  follows: prose,
  /** What follows instead when a lawyer is asked first and nothing has been told yet. */
  asked: prose.optional(),
  goto: target,
});

const outcomeSchema = z.strictObject({
  type: z.literal('outcome'),
  title: prose,
  day: prose.optional(),
  valence: z.enum(['good', 'mixed', 'bad']),
  /** A bad end that nobody's choice caused; allowed, but said. */
  unlucky: z.boolean().default(false),
  /** True of every play that ends here; what only some of them did stands in `lines`. */
  text: prose,
  /** What `text` says has happened. */
  claims: conditionSchema.optional(),
  /** What happened in this play, told after `text` in order: each a paragraph, when its condition holds. */
  lines: z
    .array(z.strictObject({ text: prose, ...toldFields }))
    .min(1)
    .optional(),
});
export const nodeSchema = z.discriminatedUnion('type', [
  briefSchema,
  injectSchema,
  decisionSchema,
  commitSchema,
  sharingSchema,
  outcomeSchema,
]);
export type ScenarioNode = z.infer<typeof nodeSchema>;
export type DecisionNode = z.infer<typeof decisionSchema>;
export type CommitNode = z.infer<typeof commitSchema>;
export type SharingNode = z.infer<typeof sharingSchema>;
export type OutcomeNode = z.infer<typeof outcomeSchema>;
export type Passage = z.infer<typeof passageSchema>;

const roleSchema = z.strictObject({
  authority: z.enum(['politi', 'kommune', 'psykiatri', 'kif', 'andre']),
  /** What the seat is called where its authority has several, or is none of the four: "Skole". */
  name: prose.optional(),
  /** The same within a sentence: "skolen". */
  definite: prose.optional(),
  /** Can be taken by a learner. */
  playable: z.boolean().default(false),
  /** Who one is in this seat; shown where the seat is chosen. */
  intro: prose.optional(),
});

const factSchema = z.strictObject({
  holder: id,
  /** Scenes from which on the fact exists; from the start when left out. Nobody withholds what has not happened. */
  arises: z.array(id).min(1).optional(),
  kind: z.enum(['helbred', 'strafbart', 'socialt', 'almindelig']),
  text: prose,
  /** The form that is enough where `need` is part. */
  short: prose.optional(),
  need: z.enum(NEEDS),
  /** Seats that need it; empty when nobody does. */
  recipients: z.array(id).default([]),
  /** Seats that the holder must give it to by law, and the provision that says so (S1). */
  duty: z.strictObject({ to: z.array(id).min(1), basis: z.array(id).min(1) }).optional(),
  /** Another rule than § 115 that lets the holder give it to these seats (S11). */
  otherGround: z.strictObject({ to: z.array(id).min(1), basis: z.array(id).min(1) }).optional(),
});

export const scenarioSchema = z.strictObject({
  schema: z.literal('psp-scenario/1'),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'Skriv versionen som 1.0.0'),
  lang: z.literal('da'),
  title: prose,
  /** Two or three sentences before the case begins. */
  summary: prose,
  minutes: z.number().int().min(1).max(60),
  /** Place in the library: easy cases first, and cases with and without signs of concern mixed (psp-praksis B1). */
  order: z.number().int().min(1).optional(),
  /** The day on which the cited law was last checked at its source. */
  lawDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Skriv lawDate som ÅÅÅÅ-MM-DD'),
  competences: z.array(id).min(1),
  /** The case that this one mirrors: the same signs, another explanation. */
  twinOf: id.optional(),
  /**
   * Editions of the case that differ in words alone: `{{slot}}` in any text is filled in from the edition that is drawn,
   * so that the same course ties risk to no group (psp-praksis B0).
   */
  variants: z
    .array(z.strictObject({ id, label: prose, slots: z.record(id, prose) }))
    .min(2)
    .optional(),
  roles: z.record(id, roleSchema),
  vars: z.record(id, variableSchema).default({}),
  facts: z.record(id, factSchema),
  start: id,
  nodes: z.record(id, nodeSchema),
  /** The author's promises, tested at every end: "at a good end somebody is responsible". */
  assert: z
    .array(
      z.strictObject({
        at: z.enum(['outcome-good', 'outcome-mixed', 'outcome-bad', 'outcome']),
        that: conditionSchema,
      }),
    )
    .default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;
export type Fact = Scenario['facts'][string];
