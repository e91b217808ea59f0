import { describe, expect, test } from 'vitest';
import type { LearningPath } from '#src/content/schema.ts';
import { offeredCases, pathFor, pathProgress } from '#src/learning/paths.ts';

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

describe('the cases that a path shows', () => {
  const seat = (authority: 'politi' | 'kif', playable = true) => ({ authority, playable });
  const cases = [
    { id: 'a', roles: { politi: seat('politi') } },
    { id: 'b', roles: { politi: seat('politi'), kif: seat('kif', false) } },
    { id: 'c', roles: { kif: seat('kif') } },
    { id: 'd', roles: { politi: seat('politi'), kif: seat('kif') } },
  ];
  const offered = (begun: string[], authority: 'politi' | 'kif' | null, asked = 2) =>
    offeredCases(cases, new Set(begun), authority, { cases: asked }).map(({ id }) => id);

  test('are first those in which one’s own authority can sit', () => {
    expect(offered([], 'kif')).toEqual(['c', 'd']);
    expect(offered([], 'kif', 3)).toEqual(['c', 'd', 'a']);
    expect(offered([], 'politi')).toEqual(['a', 'b']);
    expect(offered([], null)).toEqual(['a', 'b']);
  });

  test('are those that have been begun, whatever the seat, and one more at least', () => {
    expect(offered(['a'], 'kif')).toEqual(['a', 'c']);
    expect(offered(['a', 'b'], 'kif')).toEqual(['a', 'b', 'c']);
    expect(offered(['a'], 'kif', 0)).toEqual(['a', 'c']);
  });
});
