import type { Authority, MemberFunction } from '#db/principal.ts';
import type { LearningPath } from '#src/content/schema.ts';
import type { Scenario } from '#src/scenarios/engine/index.ts';
import type { ModuleState, ScenarioState } from './overview.ts';

/** Where a learner is on a path, and just what is missing. */
export interface PathProgress {
  readonly path: LearningPath;
  /** Of the path, in order. */
  readonly modules: readonly string[];
  readonly missingModules: readonly string[];
  /** Different cases that have been played to an end, counted no higher than the path asks for. */
  readonly casesPlayed: number;
  readonly isComplete: boolean;
}

/**
 * A path's progress by what was done: a module counts once it has been completed, and a later run never undoes it; a case
 * counts once, whichever seat it was played from.
 */
export function pathProgress(
  path: LearningPath,
  authority: Authority | null,
  { modules, scenarios }: { readonly modules: readonly ModuleState[]; readonly scenarios: readonly ScenarioState[] },
): PathProgress {
  const own = [...path.modules, ...((authority && path.byAuthority?.[authority]) ?? [])];
  const completed = new Set(modules.filter(({ completedAt }) => completedAt !== null).map(({ module }) => module));
  const missingModules = own.filter((id) => !completed.has(id));
  const played = new Set(scenarios.filter(({ finishedAt }) => finishedAt !== null).map(({ scenario }) => scenario))
    .size;
  return {
    path,
    modules: own,
    missingModules,
    casesPlayed: Math.min(played, path.cases),
    isComplete: missingModules.length === 0 && played >= path.cases,
  };
}

/**
 * The cases that a path shows: those that have been begun, then as many more as the path asks for, and one at least. First
 * come those with a seat of the learner's own authority, since one learns one's own part before the others'.
 * @param begun ids of cases
 */
export function offeredCases<Case extends Pick<Scenario, 'id' | 'roles'>>(
  scenarios: readonly Case[],
  begun: ReadonlySet<string>,
  authority: Authority | null,
  { cases }: Pick<LearningPath, 'cases'>,
): Case[] {
  const hasSeat = ({ roles }: Case) =>
    Object.values(roles).some((role) => role.playable && role.authority === authority);
  const touched = scenarios.filter(({ id }) => begun.has(id));
  const others = scenarios
    .filter(({ id }) => !begun.has(id))
    .toSorted((a, b) => Number(hasSeat(b)) - Number(hasSeat(a)));
  return [...touched, ...others.slice(0, Math.max(1, cases - touched.length))];
}

/** The path of a function; the first one where there is none. */
export function pathFor(
  paths: readonly LearningPath[],
  memberFunction: MemberFunction | null,
): LearningPath | undefined {
  return paths.find(({ functions }) => memberFunction !== null && functions.includes(memberFunction)) ?? paths[0];
}
