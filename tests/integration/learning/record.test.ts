import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { createVerification } from '#db/learning/verification.ts';
import type { Command } from '#src/learning/record.ts';
import { differences } from '#src/learning/verify.ts';
import { aLearner, learningOn, library, moduleCommands } from '#tests/support/learning.ts';
import { offered } from '#tests/support/scenarios.ts';
import { describeStores } from '#tests/support/stores.ts';

const MODULE = 'hvad-er-psp';
const CASE = 'tre-gange-paa-to-maaneder';
const start = (attempt = uuidv7(), seat = 'kommune'): Command => ({
  type: 'scenario.start',
  id: uuidv7(),
  attempt,
  scenario: CASE,
  seat,
});

describeStores('record', ({ learning }) => {
  test('a module is taken step by step to its end, and a wrong answer counts like a right one', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    for (const command of moduleCommands(MODULE))
      expect(await service.record(me, command)).toEqual({ kind: 'recorded' });
    expect((await service.moduleProgress(me, MODULE)).progress.next).toBeNull();
    expect((await service.overview(me)).modules.find(({ module }) => module === MODULE)?.completedAt).toBe(
      Date.parse('2026-11-23T12:00:00Z'),
    );
  });

  test('DUR-3: the same event again is a success that stores nothing; another body under its id is a conflict', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const [first] = moduleCommands(MODULE);
    if (first?.type !== 'module.answer') throw new Error('A module begins with a question');
    expect(await service.record(me, first)).toEqual({ kind: 'recorded' });
    expect(await service.record(me, first)).toEqual({ kind: 'repeated' });
    expect(
      await service.record(me, { ...first, option: library.question(first.question)?.options.at(-1)?.id ?? '' }),
    ).toEqual({ kind: 'conflict' });
    expect(await db.selectFrom('event').selectAll().execute()).toHaveLength(1);
  });

  test('two tabs: the step that is taken is a conflict, and what was answered first stands', async () => {
    const service = learningOn(await learning());
    const me = aLearner();
    const [first, second] = [moduleCommands(MODULE), moduleCommands(MODULE, uuidv7(), 1)].map(([command]) => command);
    if (first?.type !== 'module.answer' || !second) throw new Error('A module begins with a question');
    await service.record(me, first);
    expect(await service.record(me, { ...second, attempt: first.attempt })).toEqual({ kind: 'conflict' });
    expect(await service.record(me, second), 'a second run beside the open one').toEqual({ kind: 'conflict' });
    expect((await service.moduleProgress(me, MODULE)).answers).toEqual({ [first.question]: first.option });
  });

  test('a step ahead of its turn and an unknown one are refused', async () => {
    const service = learningOn(await learning());
    const me = aLearner();
    const commands = moduleCommands(MODULE);
    expect(await service.record(me, commands.at(-1) as Command)).toEqual({ kind: 'not-possible', reason: 'order' });
    expect(
      await service.record(me, { ...(commands[0] as Command & { type: 'module.answer' }), option: 'constructor' }),
    ).toEqual({ kind: 'not-possible', reason: 'unknown' });
    expect(
      await service.record(me, { ...(commands[0] as Command & { type: 'module.answer' }), module: '__proto__' }),
    ).toEqual({ kind: 'not-possible', reason: 'unknown' });
  });

  test('AUTHZ-2: somebody else’s attempt looks like one that does not exist, for writing and for reading', async () => {
    const service = learningOn(await learning());
    const me = aLearner();
    const other = aLearner();
    const command = start();
    await service.record(me, command);
    const place = await service.scene(me, command.attempt);
    const choose = (attempt: string): Command => ({
      type: 'scenario.choose',
      id: uuidv7(),
      attempt,
      node: place?.scene.node ?? '',
      choice: (place && offered(place.scene)[0]?.id) ?? '',
    });
    expect(await service.record(other, choose(command.attempt))).toEqual({ kind: 'unknown-attempt' });
    expect(await service.record(other, choose(uuidv7()))).toEqual({ kind: 'unknown-attempt' });
    expect(await service.scene(other, command.attempt)).toBeUndefined();
    expect(await service.debrief(other, command.attempt)).toBeUndefined();
    expect(await service.scenarioAttempts(other, CASE)).toEqual([]);
  });

  test('a scenario is played to its end; the debrief comes then and not before; own lines come back there', async () => {
    const service = learningOn(await learning());
    const me = aLearner();
    const command = start();
    await service.record(me, command);
    expect((await service.debrief(me, command.attempt))?.debrief).toBeNull();
    let ownLineAt: string | undefined;
    for (
      let place = await service.scene(me, command.attempt);
      place && !place.scene.finished;
      place = await service.scene(me, command.attempt)
    ) {
      const choose: Command = {
        type: 'scenario.choose',
        id: uuidv7(),
        attempt: command.attempt,
        node: place.scene.node,
        choice: (place && offered(place.scene)[0]?.id) ?? '',
        ownLine: 'Fordi der er en frist.',
      };
      ownLineAt ??= place.scene.node;
      expect(await service.record(me, choose)).toEqual({ kind: 'recorded' });
    }
    const played = await service.debrief(me, command.attempt);
    expect(played?.debrief?.decisions.length).toBeGreaterThanOrEqual(5);
    expect(played?.ownLines[ownLineAt ?? '']).toBe('Fordi der er en frist.');
  });

  test('free text is never part of an event', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const command = start();
    await service.record(me, command);
    const place = await service.scene(me, command.attempt);
    await service.record(me, {
      type: 'scenario.choose',
      id: uuidv7(),
      attempt: command.attempt,
      node: place?.scene.node ?? '',
      choice: (place && offered(place.scene)[0]?.id) ?? '',
      ownLine: 'KANINHOP',
    });
    const rest = [
      await db.selectFrom('event').selectAll().execute(),
      await db.selectFrom('attempt').selectAll().execute(),
      await db.selectFrom('decision').selectAll().execute(),
    ];
    expect(JSON.stringify(rest)).not.toContain('KANINHOP');
    expect(await db.selectFrom('own_text').selectAll().execute()).toHaveLength(1);
  });

  test('AUTHZ-5: of ten races for one step, one wins and the rest store nothing', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const command = start();
    await service.record(me, command);
    const place = await service.scene(me, command.attempt);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        service.record(me, {
          type: 'scenario.choose',
          id: uuidv7(),
          attempt: command.attempt,
          node: place?.scene.node ?? '',
          choice: (place && offered(place.scene)[0]?.id) ?? '',
        }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(9);
    expect(await db.selectFrom('event').selectAll().execute()).toHaveLength(2);
  });

  describe('verification', () => {
    test('finds nothing after real play, and a row that somebody has changed', async () => {
      const db = await learning();
      const service = learningOn(db);
      const me = aLearner();
      for (const command of moduleCommands(MODULE, uuidv7(), 1)) await service.record(me, command);
      const run = start();
      await service.record(me, run);
      for (
        let place = await service.scene(me, run.attempt);
        place && !place.scene.finished;
        place = await service.scene(me, run.attempt)
      )
        await service.record(me, {
          type: 'scenario.choose',
          id: uuidv7(),
          attempt: run.attempt,
          node: place.scene.node,
          choice: offered(place.scene).at(-1)?.id ?? '',
        });
      const verification = createVerification(db);
      const learners: string[] = [];
      for await (const one of verification.learners()) learners.push(one);
      expect(learners).toEqual([me.learner]);
      expect(differences(await verification.of(me.learner), library)).toEqual([]);

      await db.updateTable('decision').set({ rating: 'best' }).where('rating', '<>', 'best').execute();
      await db.deleteFrom('module_progress').execute();
      const kinds = differences(await verification.of(me.learner), library).map(
        ({ table, kind }) => `${table} ${kind}`,
      );
      expect(kinds).toContain('moduleProgress missing');
      expect(kinds).toContain('decisions changed');
    });
  });
});
