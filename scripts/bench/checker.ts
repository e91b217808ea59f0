// Checks one generated case and prints what it took; a process of its own, so that the memory is the checker's alone.
// Argument: the plan of the case as JSON.
import { checkScenario } from '#src/scenarios/engine/index.ts';
import { buildLargeScenario, type LargePlan } from '#tests/support/large-scenario.ts';

const plan = JSON.parse(process.argv[2] ?? '{}') as LargePlan;
const scenario = buildLargeScenario(plan);
const began = performance.now();
const { coverage } = checkScenario(scenario, { provisions: new Map(), competences: new Set(scenario.competences) });
console.log(
  JSON.stringify({
    milliseconds: performance.now() - began,
    // Kilobytes as the system counts them.
    memory: process.resourceUsage().maxRSS * 1024,
    places: coverage.reduce((sum, one) => sum + one.places, 0),
    kind: coverage[0]?.kind ?? 'all',
  }),
);
