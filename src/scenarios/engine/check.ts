import { checkPlays } from './check-plays.ts';
import { checkReferences } from './check-references.ts';
import { BUDGET, type CheckContext, type CheckReport } from './check-report.ts';
import { checkWriting } from './check-writing.ts';
import type { Scenario } from './schema.ts';
import { editionsOf } from './variants.ts';

/**
 * Checks a scenario that keeps the format: first what it refers to, then, when that holds, every play from every seat of
 * its editions, and how it is written.
 * @param budget how many places are walked per seat
 */
export function checkScenario(scenario: Scenario, context: CheckContext, budget = BUDGET): CheckReport {
  const references = checkReferences(scenario, context);
  if (references.some(({ severity }) => severity === 'error')) return { findings: references, coverage: [] };
  // Editions differ in words alone, so one of them is played for all.
  const [edition] = editionsOf(scenario);
  const played = checkPlays(edition?.scenario ?? scenario, budget);
  return {
    findings: [...references, ...played.findings, ...checkWriting(scenario, context, played.coverage)],
    coverage: played.coverage,
  };
}
