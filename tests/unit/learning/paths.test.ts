import { describe, expect, test } from 'vitest';
import type { LearningPath } from '#src/content/schema.ts';
import { pathFor, pathProgress } from '#src/learning/paths.ts';

const path: LearningPath = {
  id: 'medlem',
  title: 'Medlem',
  lead: 'Sådan.',
  functions: ['member'],
  modules: ['et', 'to'],
  byAuthority: { kif: ['kif'] },
  cases: 2,
};
const moduleState = (module: string, completedAt: number | null) => ({
  module,
  isObligatory: true,
  stepsDone: 0,
  steps: 5,
  completedAt,
  missing: [],
});
const run = (scenario: string, seat: string, finishedAt: number | null) => ({
  scenario,
  attempt: `${scenario}-${seat}`,
  seat,
  decisions: 3,
  startedAt: 1,
  finishedAt,
});

describe('a path', () => {
  test('says just what is missing', () => {
    const progress = pathProgress(path, 'kif', {
      modules: [moduleState('et', 5), moduleState('to', null), moduleState('kif', null)],
      scenarios: [run('a', 'politi', 5), run('a', 'kommune', 6), run('b', 'politi', null)],
    });
    expect(progress).toMatchObject({ missingModules: ['to', 'kif'], casesPlayed: 1, isComplete: false });
  });

  test('is complete when its modules and cases are', () => {
    const progress = pathProgress(path, 'politi', {
      modules: [moduleState('et', 5), moduleState('to', 7)],
      scenarios: [run('a', 'politi', 5), run('b', 'kommune', 6), run('c', 'politi', 8)],
    });
    expect(progress).toMatchObject({ missingModules: [], casesPlayed: 2, isComplete: true });
  });

  test('is chosen by function, and the first one where nothing is known', () => {
    const deputy = { ...path, id: 'stedfortraeder', functions: ['deputy' as const] };
    expect(pathFor([path, deputy], 'deputy')?.id).toBe('stedfortraeder');
    expect(pathFor([path, deputy], null)?.id).toBe('medlem');
  });
});
