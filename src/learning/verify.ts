import { isDeepStrictEqual } from 'node:util';
import type { StoredLearner } from '#db/learning/verification.ts';
import type { Library } from './library.ts';
import { type Projections, project } from './projections.ts';

/** A derived row that does not follow from the events. Holds keys only. */
export interface Difference {
  readonly table: keyof Projections | 'event';
  readonly key: string;
  readonly kind: 'missing' | 'surplus' | 'changed' | 'impossible';
}

/** What stands of a learner but does not follow from the learner's events; empty when all is well. */
export function differences(stored: StoredLearner, library: Library): Difference[] {
  let rebuilt: Projections;
  try {
    rebuilt = project(stored.events, library);
  } catch {
    return [{ table: 'event', key: stored.events[0]?.attempt ?? '', kind: 'impossible' }];
  }
  return [
    ...compare('attempts', stored.attempts, rebuilt.attempts, ({ id }) => id),
    ...compare('moduleProgress', stored.moduleProgress, rebuilt.moduleProgress, ({ attempt }) => attempt),
    ...compare('decisions', stored.decisions, rebuilt.decisions, ({ attempt, sequence }) => `${attempt}/${sequence}`),
    ...compare('evidence', stored.evidence, rebuilt.evidence, ({ event, competence }) => `${event}/${competence}`),
  ];
}

function compare<T>(
  table: keyof Projections,
  stored: readonly T[],
  rebuilt: readonly T[],
  keyOf: (row: T) => string,
): Difference[] {
  const before = new Map(stored.map((row) => [keyOf(row), row]));
  const after = new Map(rebuilt.map((row) => [keyOf(row), row]));
  const missing = [...after.keys()]
    .filter((key) => !before.has(key))
    .map((key): Difference => ({ table, key, kind: 'missing' }));
  const wrong = [...before].flatMap(([key, row]): Difference[] => {
    const wanted = after.get(key);
    if (wanted === undefined) return [{ table, key, kind: 'surplus' }];
    return isDeepStrictEqual({ ...row }, { ...wanted }) ? [] : [{ table, key, kind: 'changed' }];
  });
  return [...missing, ...wrong];
}
