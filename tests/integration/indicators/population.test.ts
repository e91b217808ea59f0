import type { Kysely } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { cellName } from '#db/indicators/cell.ts';
import { i01 } from '#db/indicators/i01.ts';
import { i13 } from '#db/indicators/i13.ts';
import { createPopulationWriter } from '#db/indicators/population.ts';
import type { LearningStore } from '#db/learning/schema.ts';
import { obligatoryModules } from '#src/indicators/catalogue.ts';
import type { GroupPlan } from '#src/indicators/people.ts';
import { writePopulation } from '#src/indicators/population.ts';
import { periodOf } from '#src/indicators/publish.ts';
import type { LearningEvent } from '#src/learning/events.ts';
import { readEvent } from '#src/learning/events.ts';
import { createLibrary } from '#src/learning/library.ts';
import { stepsOf } from '#src/learning/module-steps.ts';
import { project } from '#src/learning/projections.ts';
import { describeStores } from '#tests/support/stores.ts';
import { testContent } from './content.ts';
import { recountI01, recountI13 } from './recount.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const GROUPS: readonly GroupPlan[] = [12, 9, 7, 4].map((members, index) => ({
  policeDistrict: index < 2 ? 'a' : 'b',
  municipality: `by-${index}`,
  operativeGroup: `gruppe-${index}`,
  members,
}));
const content = testContent();

describeStores('An invented population', (stores) => {
  let db: Kysely<LearningStore>;
  beforeEach(async () => {
    db = await stores.learning();
  });

  const fill = async (seed: number) => {
    for (const table of [
      'learner',
      'learner_affiliation',
      'event',
      'attempt',
      'module_progress',
      'decision',
      'evidence',
    ] as const)
      await db.deleteFrom(table).execute();
    return writePopulation(createPopulationWriter(db), content, {
      seed,
      now: NOW,
      groups: GROUPS,
      eventsPerPerson: null,
    });
  };
  const eventsOf = async () =>
    (await db.selectFrom('event').selectAll().execute()).map(({ received_at, ...event }) => ({
      ...event,
      receivedAt: received_at,
    }));

  test('an invented population is what its events say: rebuilt by the rules, row for row', async () => {
    const counts = await fill(1);
    const events = await eventsOf();
    expect(counts).toEqual({ learners: 32, events: events.length });
    expect(events.length).toBeGreaterThan(300);
    const library = createLibrary(content);
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
    const rebuilt = {
      attempt: [] as object[],
      module_progress: [] as object[],
      decision: [] as object[],
      evidence: [] as object[],
    };
    for (const [learner, own] of Map.groupBy(events, (event) => event.learner)) {
      const { attempts, moduleProgress, decisions, evidence } = project(own, library);
      const withLearner = (row: object) => ({ learner, ...row });
      rebuilt.attempt.push(...attempts.map(withLearner));
      rebuilt.module_progress.push(...moduleProgress.map(withLearner));
      rebuilt.decision.push(...decisions.map(withLearner));
      rebuilt.evidence.push(...evidence.map(withLearner));
    }
    for (const table of ['attempt', 'module_progress', 'decision', 'evidence'] as const)
      expect(sorted(await db.selectFrom(table).selectAll().execute())).toEqual(sorted(rebuilt[table]));
  });

  test('nothing happens before joining, after leaving or in the future', async () => {
    await fill(2);
    const affiliations = new Map(
      (await db.selectFrom('learner_affiliation').selectAll().execute()).map((one) => [one.learner, one]),
    );
    expect(affiliations.size).toBe(32);
    for (const { learner, receivedAt } of await eventsOf()) {
      const { valid_from = Number.NaN, valid_to = null } = affiliations.get(learner) ?? {};
      expect(receivedAt).toBeGreaterThan(valid_from);
      expect(receivedAt).toBeLessThan(valid_to ?? NOW);
    }
  });

  test('the figures equal a recount from the raw events', async () => {
    await fill(3);
    const period = periodOf('2026-10', obligatoryModules(content));
    const affiliations = await db.selectFrom('learner_affiliation').selectAll().execute();
    const rows = { affiliations, ...recountRows(await eventsOf()) };
    for (const [query, recount] of [
      [i01, recountI01],
      [i13, recountI13],
    ] as const) {
      const cells = await query.cells(db, period);
      const byHand = recount(rows, period);
      expect(byHand.size).toBeGreaterThan(3);
      expect(new Map(cells.map((cell) => [cellName(cell), [cell.persons, cell.numerator, cell.denominator]]))).toEqual(
        new Map([...byHand].map(([name, cell]) => [name, [cell.persons, cell.numerator, cell.denominator]])),
      );
    }
  });

  test('the same seed gives the same population, another seed another', async () => {
    const ids = async (seed: number) => {
      await fill(seed);
      return (await eventsOf()).map(({ id, body, receivedAt }) => `${id} ${body} ${receivedAt}`).sort();
    };
    const first = await ids(4);
    expect(await ids(4)).toEqual(first);
    expect(await ids(5)).not.toEqual(first);
  });
});

/** Progress and decisions read off the events by hand: a module is complete when each of its steps has an event. */
function recountRows(
  events: readonly {
    learner: string;
    attempt: string;
    sequence: number;
    type: string;
    body: string;
    receivedAt: number;
  }[],
) {
  const progress = [];
  const decisions = [];
  for (const own of Map.groupBy(events, ({ attempt }) => attempt).values()) {
    const inOrder = own.toSorted((a, b) => a.sequence - b.sequence);
    const [first] = inOrder;
    if (!first) continue;
    const opening: LearningEvent = readEvent(first);
    if (opening.type === 'scenario.started') {
      const nodes = content.scenarios[opening.body.scenario]?.scenario.nodes ?? {};
      for (const { learner, attempt, sequence, body, receivedAt } of inOrder.slice(1)) {
        const { node, choice } = JSON.parse(body) as { node: string; choice: string };
        const scene = nodes[node];
        const rating =
          (scene && 'choices' in scene ? scene.choices.find(({ id }) => id === choice)?.rating : undefined) ?? 'poor';
        decisions.push({
          learner,
          attempt,
          sequence,
          scenario: opening.body.scenario,
          node,
          choice,
          rating,
          fault: null,
          received_at: receivedAt,
        });
      }
    } else if ('module' in opening.body) {
      const { module } = opening.body;
      const courseModule = content.modules.find(({ id }) => id === module);
      const isWhole = courseModule && new Set(own.map(({ body }) => body)).size === stepsOf(courseModule).length;
      const last = inOrder.at(-1)?.receivedAt ?? null;
      progress.push({
        learner: first.learner,
        module,
        attempt: first.attempt,
        started_at: first.receivedAt,
        completed_at: isWhole ? last : null,
      });
    }
  }
  return { progress, decisions };
}
