import type { AttemptRow } from '#db/learning/attempts.ts';
import type { PlayState } from '#src/scenarios/engine/index.ts';
import type { Library } from './library.ts';
import { type ModuleAnswers, progressOf } from './module-steps.ts';

/** Where a learner stands in a module. */
export interface ModuleState {
  readonly module: string;
  readonly isObligatory: boolean;
  readonly stepsDone: number;
  readonly steps: number;
  /** When it was first completed; a later run does not undo it. */
  readonly completedAt: number | null;
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
