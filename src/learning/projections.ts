import type { AttemptRow, DecisionRow, EvidenceRow, ModuleProgressRow, StoredEvent } from '#db/learning/attempts.ts';
import { afterEvent } from './attempt.ts';
import type { Consequence } from './consequence.ts';
import { readEvent } from './events.ts';
import type { Library } from './library.ts';

/** All rows that follow from a learner's events. */
export interface Projections {
  readonly attempts: readonly AttemptRow[];
  readonly moduleProgress: readonly ModuleProgressRow[];
  readonly decisions: readonly DecisionRow[];
  readonly evidence: readonly EvidenceRow[];
}

/**
 * Rebuilds what is cached from the events alone: the order in which they are handed over and repeats do not matter, since
 * each carries its sequence (security.md DUR-3).
 * @param events of one learner
 * @throws {Error} when the events contradict the rule, which only a damaged store can hold
 */
export function project(events: readonly StoredEvent[], library: Library): Projections {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  const byAttempt = Map.groupBy(unique, ({ attempt }) => attempt);
  const consequences = [...byAttempt.values()].map((own) =>
    replayAttempt(
      own.toSorted((a, b) => a.sequence - b.sequence),
      library,
    ),
  );
  return {
    attempts: consequences.flatMap((steps) => steps.at(-1)?.attempt ?? []),
    moduleProgress: consequences.flatMap((steps) => steps.at(-1)?.moduleProgress ?? []),
    decisions: consequences.flatMap((steps) => steps.flatMap(({ decision }) => decision ?? [])),
    evidence: consequences.flatMap((steps) => steps.flatMap(({ evidence }) => evidence)),
  };
}

function replayAttempt(events: readonly StoredEvent[], library: Library): Consequence[] {
  const steps: Consequence[] = [];
  for (const event of events) {
    const judged = afterEvent(steps.at(-1)?.attempt, readEvent(event), event, library);
    if (judged.kind === 'refused') throw new Error(`Event ${event.id} cannot follow: ${judged.reason}`);
    steps.push(judged.consequence);
  }
  return steps;
}
