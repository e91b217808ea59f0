import type { CourseModule } from '#src/content/schema.ts';

export type Stage = 'opening' | 'check' | 'closing';

/** One screen of a module. */
export type Step =
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly stage: Stage;
      readonly question: string /** Counted within the stage or part. */;
      readonly number: number;
    }
  | { readonly kind: 'part'; readonly id: string; readonly stage: 'part'; readonly part: string };

/** What a learner has done in a run of a module. */
export interface ModuleAnswers {
  /** The chosen option by question. */
  readonly answers: Readonly<Record<string, string>>;
  /** Parts that have been read. */
  readonly read: readonly string[];
}

export interface ModuleProgress {
  /** Ids of the steps that are done. */
  readonly done: ReadonlySet<string>;
  /** The first step that is not done; null when the module is complete. */
  readonly next: string | null;
  readonly total: number;
}

/** The steps of a module in order: two questions before reading, each part with its checks, two questions after (product.md). */
export function stepsOf(courseModule: CourseModule): Step[] {
  const questions = (stage: Stage, ids: readonly string[], prefix: string): Step[] =>
    ids.map((question, index) => ({
      kind: 'question',
      id: `${prefix}-${index + 1}`,
      stage,
      question,
      number: index + 1,
    }));
  return [
    ...questions('opening', courseModule.opening, 'aabning'),
    ...courseModule.parts.flatMap((part): Step[] => [
      { kind: 'part', id: part.id, stage: 'part', part: part.id },
      ...questions('check', part.checks, part.id),
    ]),
    ...questions('closing', courseModule.closing, 'afslutning'),
  ];
}

/** How far a run is. Complete when every part is read and every question answered; a wrong answer counts like a right one. */
export function progressOf(courseModule: CourseModule, { answers, read }: ModuleAnswers): ModuleProgress {
  const steps = stepsOf(courseModule);
  const isDone = (step: Step) =>
    step.kind === 'part' ? read.includes(step.part) : Object.hasOwn(answers, step.question);
  return {
    done: new Set(steps.filter(isDone).map(({ id }) => id)),
    next: steps.find((step) => !isDone(step))?.id ?? null,
    total: steps.length,
  };
}
