import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { v7 as uuidv7 } from 'uuid';
import type { AttemptRow, StoredEvent } from '#db/learning/attempts.ts';
import { afterEvent } from '#src/learning/attempt.ts';
import type { LearningEvent } from '#src/learning/events.ts';
import { createLibrary } from '#src/learning/library.ts';
import { project } from '#src/learning/projections.ts';
import { scenarioHash } from '#src/scenarios/engine/index.ts';
import { buildLargeScenario, type LargePlan } from '#tests/support/large-scenario.ts';

export interface CheckerFigure {
  readonly what: string;
  readonly milliseconds: number;
  /** Peak memory of the process in bytes. */
  readonly memory: number;
  readonly places: number;
  readonly kind: 'all' | 'sampled';
}

export interface EngineFigures {
  readonly checker: readonly CheckerFigure[];
  /** Median milliseconds of one decision after 100 events, from the cached state. */
  readonly decision: number;
  /** Median milliseconds of a rebuild from 100 events. */
  readonly replay: number;
}

const TIMES = 31;
const EVENTS = 100;
const PLANS: readonly (LargePlan & { readonly what: string })[] = [
  { what: '150 scenes, 6 variables of 2 values', scenes: 150, variables: 6, values: 2, seed: 1 },
  { what: '150 scenes, 6 variables of 4 values', scenes: 150, variables: 6, values: 4, seed: 1 },
  { what: '150 scenes, 8 variables of 4 values: past the budget', scenes: 150, variables: 8, values: 4, seed: 1 },
];

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What the scenario engine takes, without server and store. */
export function measureEngine(): EngineFigures {
  const checker = PLANS.map(({ what, ...plan }): CheckerFigure => {
    const script = fileURLToPath(new URL('checker.ts', import.meta.url));
    const { stdout, status, stderr } = spawnSync(process.execPath, [script, JSON.stringify(plan)], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return { what, ...(JSON.parse(stdout) as Omit<CheckerFigure, 'what'>) };
  });
  return { checker, ...measureRun() };
}

/** A run of a hundred decisions by the real rule of learning. */
function measureRun(): Pick<EngineFigures, 'decision' | 'replay'> {
  const scenario = buildLargeScenario({ scenes: 400, variables: 6, values: 4, seed: 1 });
  const hash = scenarioHash(scenario);
  const library = createLibrary({
    modules: [],
    questions: {},
    scenarios: { [scenario.id]: { scenario, editions: [{ variant: null, hash }] } },
  });
  const attempt = uuidv7();
  const events: StoredEvent[] = [];
  let before: AttemptRow | undefined;
  const next = (): LearningEvent =>
    before === undefined
      ? { type: 'scenario.started', body: { scenario: scenario.id, version: scenario.version, hash, seat: 'kommune' } }
      : { type: 'scenario.chose', body: { node: (JSON.parse(before.state) as { node: string }).node, choice: 'a' } };
  const judge = (event: LearningEvent) => {
    const sequence = events.length + 1;
    const receipt = { id: uuidv7(), attempt, sequence, receivedAt: sequence };
    const judged = afterEvent(before, event, receipt, library);
    if (judged.kind === 'refused') throw new Error(`Refused: ${judged.reason}`);
    return { receipt, after: judged.consequence.attempt };
  };
  while (events.length < EVENTS) {
    const event = next();
    const { receipt, after } = judge(event);
    events.push({ ...receipt, type: event.type, body: JSON.stringify(event.body) });
    before = after;
  }
  const timed = (work: () => void) =>
    median(
      Array.from({ length: TIMES }, () => {
        const began = performance.now();
        work();
        return performance.now() - began;
      }),
    );
  const event = next();
  return { decision: timed(() => judge(event)), replay: timed(() => project(events, library)) };
}
