import { z } from 'zod';
import type { Scenario } from '#src/scenarios/engine/schema.ts';
import type { Figure } from './figure-schema.ts';
import { authorityId, certainty, contentId, day, prose, semver } from './primitives.ts';
import type { Question } from './question-schema.ts';
import type { SharingRule } from './sharing-schema.ts';

/** Null: no lawyer has reviewed it, and the page says so. */
const lawyer = z.union([z.null(), z.strictObject({ name: prose, date: day })]);

const sourceOfLaw = z.strictObject({
  /** Key in the project's source list, e.g. K7. */
  ref: prose,
  title: prose,
  address: z.url().optional(),
  /** The date of the source as it gives it: a day, a year, or a year and a month. */
  dated: z.string().optional(),
  /** The day on which we read it. */
  read: day,
});

export const provisionSchema = z.strictObject({
  id: contentId,
  /** As a lawyer writes it: "§ 115, stk. 2". */
  section: prose,
  /** What it says, in our own words. */
  gist: prose,
  /** Short and exact; only what the source list gives word for word. */
  quote: prose.optional(),
  validFrom: z.union([day, z.null()]),
  validTo: z.union([day, z.null()]),
  sources: z.array(sourceOfLaw),
  certainty,
  /** Listed in retsgrundlag 0.3: never the ground of a right answer. */
  redField: z.boolean(),
  lawyer,
  note: prose.optional(),
});

export const statuteFileSchema = z.strictObject({
  statute: z.strictObject({ id: contentId, title: prose }),
  provisions: z.array(provisionSchema).min(1),
});

/** A provision with the statute it stands in. */
export type Provision = z.infer<typeof provisionSchema> & { statute: { id: string; title: string } };

const moduleSource = z.strictObject({
  /** How the module's text names it, where a figure or a finding rests on it: <Source id>. */
  id: contentId.optional(),
  title: prose,
  publisher: prose.optional(),
  year: z.number().int().optional(),
  address: z.url().optional(),
  note: prose.optional(),
});

export const moduleSchema = z.strictObject({
  id: contentId,
  order: z.number().int().min(1),
  title: prose,
  /** One sentence: what the learner can do afterwards. */
  goal: prose,
  minutes: z.number().int().min(1).max(18, 'Et modul må højst tage 18 minutter'),
  /** Part of the basic course that indicator I01 counts. */
  obligatory: z.boolean(),
  version: semver,
  /** "Senest fagligt gennemgået". */
  reviewed: day,
  lawyer,
  competences: z.array(contentId),
  sources: z.array(moduleSource).min(1),
  /** Two questions before reading (product.md: retrieve before and after). */
  opening: z.array(contentId).length(2, 'Et modul begynder med præcis to spørgsmål'),
  parts: z
    .array(
      z.strictObject({
        /** Also the file name of the part's text: <part>.mdx beside module.yaml. */
        id: contentId,
        title: prose,
        minutes: z.number().int().min(1),
        provisions: z.array(contentId),
        checks: z.array(contentId),
      }),
    )
    .min(1),
  closing: z.array(contentId).length(2, 'Et modul slutter med præcis to spørgsmål'),
  /** If-then plans that the learner can take over. */
  plan: z
    .array(z.strictObject({ when: prose, will: prose }))
    .min(2)
    .max(3),
});
export type CourseModule = z.infer<typeof moduleSchema>;

/** All question ids of a module in the order in which they are asked. */
export function questionsOf({ opening, parts, closing }: CourseModule): string[] {
  return [...opening, ...parts.flatMap(({ checks }) => checks), ...closing];
}

export const glossaryFileSchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: contentId,
      term: prose,
      definition: prose,
      source: prose,
      certainty,
      /** Words not to use, and why. */
      avoid: prose.optional(),
      /** What the authorities mean by it where they differ. */
      differs: z.partialRecord(authorityId, prose).optional(),
      related: z.array(contentId).default([]),
      provisions: z.array(contentId).default([]),
    }),
  ),
});
export type Term = z.infer<typeof glossaryFileSchema>['terms'][number];

export const competenceFileSchema = z.strictObject({
  version: z.number().int(),
  competences: z.array(
    z.strictObject({
      id: contentId,
      title: prose,
      /** Verb phrase for tables. */
      short: prose,
      levels: z.array(prose).min(2),
      /** The rule for "vist" as a sentence; src/learning/competence.ts is the same rule as code. */
      rule: prose,
      validityMonths: z.number().int().min(1),
    }),
  ),
});
export type Competence = z.infer<typeof competenceFileSchema>['competences'][number];

export const indicatorFileSchema = z.strictObject({
  version: z.string(),
  indicators: z.array(
    z.strictObject({
      id: contentId,
      /** Number in the catalogue: I01. */
      code: z.string().regex(/^I\d{2}$/),
      name: prose,
      purpose: prose,
      level: prose,
      numerator: prose,
      denominator: prose,
      unit: z.enum(['share', 'days']),
      source: prose,
      frequency: prose,
      breakdown: z.array(z.enum(['nation', 'authority', 'district', 'group'])),
      /** Fewest persons behind a shown cell: 5, or 10 for test and case results (STAT-2). */
      threshold: z.union([z.literal(5), z.literal(10)]),
      /** Fewest units where the unit is no person (I04: operative groups). */
      minimumUnits: z.number().int().optional(),
      target: z.strictObject({ value: z.number(), direction: z.enum(['at-least', 'at-most']), text: prose }).optional(),
      pitfalls: prose,
      pairedWith: z.array(contentId).default([]),
      question: prose,
      version: semver,
      /** A proposal of ours, not a published national definition. */
      constructed: z.boolean(),
    }),
  ),
});
export type Indicator = z.infer<typeof indicatorFileSchema>['indicators'][number];

const mandateLine = z.strictObject({
  text: prose,
  provisions: z.array(contentId).default([]),
  certainty: certainty.optional(),
});
export const mandateFileSchema = z.strictObject({
  authorities: z.array(
    z.strictObject({
      id: authorityId,
      name: prose,
      fullName: prose,
      lead: prose,
      tasks: z.array(mandateLine),
      can: z.array(mandateLine),
      limits: z.array(mandateLine),
    }),
  ),
});
export type Mandate = z.infer<typeof mandateFileSchema>['authorities'][number];

const stepAnswer = z.strictObject({
  outcome: z
    .enum(['HANDL', 'ANONYMT', 'PLIGT', 'SAMTYKKE', 'PSP', 'ANDEN', 'IKKE', 'JURIST', 'VENT', 'SLUT'])
    .optional(),
  next: contentId.optional(),
  text: prose,
});
export const decisionStepFileSchema = z.strictObject({
  steps: z.array(
    z.strictObject({
      id: contentId,
      question: prose,
      help: prose.optional(),
      /** Asked only after one answer to the step before: to pass it by is no turn of the walk. */
      aside: z.boolean().optional(),
      yes: stepAnswer,
      /** The same answer from somebody whose own place in the circle of § 115 is unsettled: who gives counts as much. */
      yesOutside: stepAnswer.optional(),
      no: stepAnswer,
      unsure: stepAnswer,
      provisions: z.array(contentId).default([]),
      certainty,
    }),
  ),
});
export type DecisionStep = z.infer<typeof decisionStepFileSchema>['steps'][number];

/** One invented week told by several professions; each dilemma opens the guide at its step (src/pages/maa-jeg-dele/historie.astro). */
export const guideStoryFileSchema = z.strictObject({
  title: prose,
  lead: prose,
  tellers: z
    .array(
      z.strictObject({
        id: contentId,
        profession: prose,
        /** First name; invented. */
        name: prose,
        day: prose,
        text: z.array(prose).min(1),
        /** What the teller does not know; never what is right. */
        doubt: prose,
        /** The link's words. */
        label: prose,
        step: contentId,
        /** Who tells and what has been answered before that step, as the guide's address holds it. */
        answers: z.string().regex(/^[A-Z][a-z]*$/),
      }),
    )
    .min(1),
  after: prose,
});
export type GuideStory = z.infer<typeof guideStoryFileSchema>;

export const traitFileSchema = z.strictObject({
  traits: z.array(z.strictObject({ id: contentId, name: prose, seenFirstBy: prose, firstQuestion: prose })),
});
export type Trait = z.infer<typeof traitFileSchema>['traits'][number];

export const measurementFileSchema = z.strictObject({
  /** What one trusts oneself to do. */
  statements: z.array(z.strictObject({ id: contentId, text: prose })).min(1),
});
export type TrustStatement = z.infer<typeof measurementFileSchema>['statements'][number];

export const openQuestionFileSchema = z.strictObject({
  questions: z.array(
    z.strictObject({
      id: contentId,
      question: prose,
      /** Why we cannot answer it, and what we do meanwhile. */
      why: prose,
      provisions: z.array(contentId).min(1),
    }),
  ),
});
export type OpenQuestion = z.infer<typeof openQuestionFileSchema>['questions'][number];

export const lawChangeFileSchema = z.strictObject({
  changes: z.array(
    z.strictObject({
      /** A provision, or a section that stands for its paragraphs: `rpl-115`. */
      provision: contentId,
      /** When it became known here. */
      on: day,
      what: prose,
      /** What has been looked at since, as `module:…`, `question:…` and so on. */
      reviewed: z.array(z.string()),
    }),
  ),
});
export type LawChange = z.infer<typeof lawChangeFileSchema>['changes'][number];

export const pathFileSchema = z.strictObject({
  paths: z
    .array(
      z.strictObject({
        id: contentId,
        title: prose,
        lead: prose,
        /** Whose path it is before they choose another one. */
        functions: z.array(z.enum(['member', 'deputy', 'chair', 'contact'])),
        /** The promise of a short path; the modules' minutes must keep it. */
        minutes: z.number().int().optional(),
        /** In the order in which they are taken. */
        modules: z.array(contentId).min(1),
        /** Modules for one authority only, after the others. */
        byAuthority: z.partialRecord(authorityId, z.array(contentId)).optional(),
        /** How many cases are played to an end. */
        cases: z.number().int().min(0),
        /** The path that follows. */
        next: contentId.optional(),
      }),
    )
    .min(1),
});
export type LearningPath = z.infer<typeof pathFileSchema>['paths'][number];

/** A scenario of the library with what pins an attempt to it. */
export interface LibraryScenario {
  readonly scenario: Scenario;
  /** Its editions (one, unless it has variants), in their order. */
  readonly editions: readonly {
    readonly variant: string | null;
    /** Hex SHA-256 of the edition's canonical JSON. */
    readonly hash: string;
  }[];
}

/** All authored data but the prose of the modules. Plain JSON, so that the build can ship it. */
export interface Content {
  readonly provisions: Readonly<Record<string, Provision>>;
  /** In reading order. */
  readonly modules: readonly CourseModule[];
  readonly questions: Readonly<Record<string, Question>>;
  readonly figures: Readonly<Record<string, Figure & { readonly module: string }>>;
  readonly terms: readonly Term[];
  readonly competences: readonly Competence[];
  readonly competenceVersion: number;
  readonly indicators: readonly Indicator[];
  readonly catalogueVersion: string;
  readonly mandates: readonly Mandate[];
  /** Who may give what to whom; every cell is covered once. */
  readonly sharing: readonly SharingRule[];
  readonly decisionSteps: readonly DecisionStep[];
  readonly guideStory: GuideStory;
  readonly traits: readonly Trait[];
  readonly paths: readonly LearningPath[];
  /** The provisions that a module's text names, by module. */
  readonly cited: Readonly<Record<string, readonly string[]>>;
  readonly lawChanges: readonly LawChange[];
  readonly trustStatements: readonly TrustStatement[];
  /** For a lawyer. */
  readonly openQuestions: readonly OpenQuestion[];
  readonly scenarios: Readonly<Record<string, LibraryScenario>>;
}
