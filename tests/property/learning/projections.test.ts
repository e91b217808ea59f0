import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import type { AttemptRow, StoredEvent } from '#db/learning/attempts.ts';
import { afterEvent } from '#src/learning/attempt.ts';
import type { LearningEvent } from '#src/learning/events.ts';
import { project } from '#src/learning/projections.ts';
import { isDecision } from '#src/scenarios/engine/index.ts';
import { content, library, moduleCommands } from '#tests/support/learning.ts';

/** A learner's life as a list of events that the rule has let pass, built from random wishes. */
const anyLife = fc
  .array(fc.record({ what: fc.nat({ max: 3 }), pick: fc.nat({ max: 5 }) }), { minLength: 1, maxLength: 60 })
  .map((wishes) => {
    const events: StoredEvent[] = [];
    const runs = new Map<string, AttemptRow>();
    const modules = new Map(content.modules.map(({ id }) => [id, { attempt: uuidv7(), rest: moduleCommands(id) }]));
    let at = 1_700_000_000_000;
    const take = (attempt: string, event: LearningEvent) => {
      const before = runs.get(attempt);
      at += 60_000;
      const receipt = { id: uuidv7(), attempt, sequence: (before?.last_sequence ?? 0) + 1, receivedAt: at };
      const judged = afterEvent(before, event, receipt, library);
      if (judged.kind === 'refused') return;
      runs.set(attempt, judged.consequence.attempt);
      events.push({ ...receipt, type: event.type, body: JSON.stringify(event.body) });
    };
    for (const { what, pick } of wishes) {
      const scenario = Object.values(content.scenarios)[0];
      if (what === 0 && scenario)
        take(uuidv7(), {
          type: 'scenario.started',
          body: {
            scenario: scenario.scenario.id,
            version: scenario.scenario.version,
            hash: scenario.editions[0]?.hash ?? '',
            seat: ['kommune', 'politi', 'psykiatri'][pick % 3] ?? 'kommune',
          },
        });
      else if (what === 1) {
        const module = [...modules.values()][pick % modules.size];
        const command = module?.rest.shift();
        const version = content.modules[0]?.version ?? '1.0.0';
        if (command?.type === 'module.read')
          take(module?.attempt ?? '', {
            type: 'module.read',
            body: { module: command.module, version, part: command.part },
          });
        if (command?.type === 'module.answer')
          take(module?.attempt ?? '', {
            type: 'module.answered',
            body: { module: command.module, version, question: command.question, option: command.option },
          });
      } else {
        const open = [...runs.values()].filter(({ kind, finished_at }) => kind === 'scenario' && finished_at === null);
        const run = open[pick % Math.max(open.length, 1)];
        if (!run) continue;
        const { node } = JSON.parse(run.state) as { node: string };
        const scene = content.scenarios[run.subject]?.scenario.nodes[node];
        const choices = isDecision(scene) ? scene.choices : [];
        take(run.id, {
          type: 'scenario.chose',
          body: { node, choice: choices[pick % Math.max(choices.length, 1)]?.id ?? '' },
        });
      }
    }
    return { events, runs };
  });

test('DUR-3: shuffled and repeated events give the very rows that were written when they came', () => {
  fc.assert(
    fc.property(anyLife, fc.infiniteStream(fc.nat()), ({ events, runs }, order) => {
      const dice = order[Symbol.iterator]();
      const shuffled = [...events, ...events.filter((_, index) => index % 3 === 0)]
        .map((event) => ({ event, at: Number(dice.next().value) }))
        .toSorted((a, b) => a.at - b.at);
      const rebuilt = project(
        shuffled.map(({ event }) => event),
        library,
      );
      expect(new Map(rebuilt.attempts.map((row) => [row.id, row]))).toEqual(runs);
    }),
    { numRuns: 60 },
  );
});
