import type { AttemptRow } from '#db/learning/attempts.ts';
import type { PlayState } from '#src/scenarios/engine/index.ts';
import type { Rating } from '#src/scenarios/engine/judgement.ts';
import type { RefresherRun } from './attempt.ts';
import type { Library } from './library.ts';
import { type MeasuringHistory, openPoint, type Point } from './measurements.ts';
import { type ModuleAnswers, progressOf, type Step, stepsOf } from './module-steps.ts';
import { type BegunCase, type RefresherAnswer, type RefresherPlan, refresherPlan } from './refreshers.ts';

/** Where a learner stands in a module. */
export interface ModuleState {
  readonly module: string;
  readonly isObligatory: boolean;
  readonly stepsDone: number;
  readonly steps: number;
  /** When it was first completed; a later run does not undo it. */
  readonly completedAt: number | null;
  /** The steps of the newest run that are not done, in order: why the module is not complete. */
  readonly missing: readonly Step[];
}

/** One run of a scenario. */
export interface ScenarioState {
  readonly scenario: string;
  readonly attempt: string;
  readonly seat: string;
  /** Own decisions made. */
  readonly decisions: number;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

export function moduleStates(library: Library, attempts: readonly AttemptRow[]): ModuleState[] {
  return library.modules.map((courseModule) => {
    const runs = attempts.filter(({ kind, subject }) => kind === 'module' && subject === courseModule.id);
    const newest = runs.at(-1);
    const progress = progressOf(courseModule, newest ? answersOf(newest) : { answers: {}, read: [] });
    return {
      module: courseModule.id,
      isObligatory: courseModule.obligatory,
      stepsDone: progress.done.size,
      steps: progress.total,
      completedAt: runs.find(({ finished_at }) => finished_at !== null)?.finished_at ?? null,
      missing: stepsOf(courseModule).filter(({ id }) => !progress.done.has(id)),
    };
  });
}

export function scenarioStates(attempts: readonly AttemptRow[]): ScenarioState[] {
  return attempts
    .filter(({ kind }) => kind === 'scenario')
    .map(({ id, subject, seat, state, started_at, finished_at }) => ({
      scenario: subject,
      attempt: id,
      seat,
      decisions: (JSON.parse(state) as PlayState).trail.filter(({ own }) => own).length,
      startedAt: started_at,
      finishedAt: finished_at,
    }));
}

export function answersOf({ state }: AttemptRow): ModuleAnswers {
  return JSON.parse(state) as ModuleAnswers;
}

/** What the learner may refresh now, by all that was done. */
export function planOf(library: Library, attempts: readonly AttemptRow[], now: number): RefresherPlan {
  const completed = new Map(
    moduleStates(library, attempts).flatMap(({ module, completedAt }) =>
      completedAt === null ? [] : [[module, completedAt] as const],
    ),
  );
  const answered: RefresherAnswer[] = [];
  const begun: BegunCase[] = [];
  for (const run of attempts.filter(({ kind }) => kind === 'refresher')) {
    const item = run.subject;
    const { answers } = JSON.parse(run.state) as RefresherRun;
    const question = answers[0]?.question ?? '';
    const next = run.finished_at === null ? library.stepsOf(item, question)[answers.length] : undefined;
    // A case whose next step is no longer asked ends with what was answered.
    if (next === undefined) answered.push({ item, question, rating: weakest(answers), at: run.changed_at });
    else begun.push({ item, question: next, attempt: run.id });
  }
  return refresherPlan(library.refreshers, completed, answered, begun, now);
}

/** A case is remembered as well as its weakest step. */
function weakest(answers: RefresherRun['answers']): Rating | null {
  const ratings = answers.map(({ rating }) => rating);
  return (['poor', 'acceptable', 'best'] as const).find((one) => ratings.includes(one)) ?? null;
}

/** The measurement that is open to the learner now. */
export function openPointOf(library: Library, attempts: readonly AttemptRow[], now: number): Point | null {
  return library.measurement('A').questions.length === 0 ? null : openPoint(measuringHistory(library, attempts), now);
}

/** What measuring depends on, of one learner's runs. */
export function measuringHistory(library: Library, attempts: readonly AttemptRow[]): MeasuringHistory {
  const modules = moduleStates(library, attempts);
  const obligatory = modules.filter(({ isObligatory }) => isObligatory);
  const completed = obligatory.map(({ completedAt }) => completedAt);
  return {
    finished: new Map(
      attempts.flatMap(({ kind, subject, finished_at }) =>
        kind === 'measurement' ? [[subject as Point, finished_at] as const] : [],
      ),
    ),
    hasCompletedModule: modules.some(({ completedAt }) => completedAt !== null),
    courseCompletedAt: completed.every((at) => at !== null) ? Math.max(0, ...completed.map(Number)) : null,
  };
}
