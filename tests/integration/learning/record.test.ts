import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { createAttempts } from '#db/learning/attempts.ts';
import { createReleases } from '#db/learning/releases.ts';
import { createVerification } from '#db/learning/verification.ts';
import type { Content } from '#src/content/schema.ts';
import { createLearning } from '#src/learning/learning.ts';
import { createLibrary, releasesOf } from '#src/learning/library.ts';
import type { Command } from '#src/learning/record.ts';
import { differences } from '#src/learning/verify.ts';
import {
  aLearner,
  content,
  learningOn,
  library,
  moduleCommands,
  ownLines,
  sceneCommand,
} from '#tests/support/learning.ts';
import { offered } from '#tests/support/scenarios.ts';
import { describeStores } from '#tests/support/stores.ts';

const MODULE = 'hvad-er-psp';
const CASE = 'tre-gange-paa-to-maaneder';
const start = (attempt = uuidv7(), seat = 'kommune'): Extract<Command, { type: 'scenario.start' }> => ({
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
    const [other] = moduleCommands(MODULE, first.attempt, 2);
    if (other?.type !== 'module.answer') throw new Error('A module begins with a question');
    expect(await service.record(me, { ...first, option: other.option })).toEqual({ kind: 'conflict' });
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
      const next = sceneCommand(place.scene, command.attempt);
      ownLineAt ??= place.scene.node;
      const withLine = next.type === 'scenario.choose' ? { ...next, ownLine: 'Fordi der er en frist.' } : next;
      expect(await service.record(me, withLine)).toEqual({ kind: 'recorded' });
    }
    const played = await service.debrief(me, command.attempt);
    expect(played?.debrief?.decisions.length).toBeGreaterThanOrEqual(5);
    expect(played?.ownLines[ownLineAt ?? '']).toBe('Fordi der er en frist.');
  });

  test('an own line lies sealed in the store, opens for its owner alone, and can be taken back', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const command = start();
    await service.record(me, command);
    const first = await service.scene(me, command.attempt);
    for (let place = first; place && !place.scene.finished; place = await service.scene(me, command.attempt)) {
      const next = sceneCommand(place.scene, command.attempt);
      await service.record(me, next.type === 'scenario.choose' ? { ...next, ownLine: 'KANINHOP' } : next);
    }
    const rows = await db.selectFrom('own_text').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('KANINHOP');
    const node = first?.scene.node ?? '';
    await service.deleteOwnLine(aLearner(), command.attempt, node);
    expect((await service.debrief(me, command.attempt))?.ownLines[node]).toBe('KANINHOP');
    await service.deleteOwnLine(me, command.attempt, node);
    expect((await service.debrief(me, command.attempt))?.ownLines).not.toHaveProperty(node);
    await service.keepPlan(me, command.attempt, 'Hvis nogen tier, så spørger jeg.');
    await service.keepPlan(me, command.attempt, 'Hvis nogen tier, så spørger jeg to gange.');
    await service.keepPlan(aLearner(), command.attempt, 'En andens plan.');
    expect((await service.debrief(me, command.attempt))?.plan).toBe('Hvis nogen tier, så spørger jeg to gange.');
    await service.keepPlan(me, command.attempt, '');
    expect((await service.debrief(me, command.attempt))?.plan).toBeNull();
  });

  test('in practice one can go back to an own decision; what is decided then counts in nothing', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const command = start();
    await service.record(me, command);
    const first = await service.scene(me, command.attempt);
    if (!first) throw new Error('no scene');
    await service.record(me, sceneCommand(first.scene, command.attempt));
    const { node } = first.scene;
    const counted = await db.selectFrom('decision').selectAll().execute();
    const rewind = { type: 'scenario.rewind' as const, id: uuidv7(), attempt: command.attempt, node };
    expect(await service.record(me, { ...rewind, id: uuidv7(), node: 'en-anden-scene' })).toMatchObject({
      kind: 'not-possible',
    });
    expect(await service.record(aLearner(), { ...rewind, id: uuidv7() })).toEqual({ kind: 'unknown-attempt' });
    expect(await service.record(me, rewind)).toEqual({ kind: 'recorded' });
    expect(await service.record(me, rewind)).toEqual({ kind: 'repeated' });
    const again = await service.scene(me, command.attempt);
    expect(again?.scene).toEqual(first.scene);
    await service.record(me, sceneCommand(first.scene, command.attempt, -1));
    expect(await db.selectFrom('decision').selectAll().execute()).toEqual(counted);
    expect(differences(await createVerification(db).of(me.learner), library)).toEqual([]);
  });

  test('who plays without going back cannot', async () => {
    const service = learningOn(await learning());
    const me = aLearner();
    const command = { ...start(), mode: 'assessed' as const };
    await service.record(me, command);
    const place = await service.scene(me, command.attempt);
    if (!place) throw new Error('no scene');
    expect(place.isAssessed).toBe(true);
    await service.record(me, sceneCommand(place.scene, command.attempt));
    const rewind = { type: 'scenario.rewind' as const, id: uuidv7(), attempt: command.attempt, node: place.scene.node };
    expect(await service.record(me, rewind)).toMatchObject({ kind: 'not-possible' });
  });

  test('a new run takes over an earlier one of one’s own up to a scene, and of nobody else’s', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const command = start();
    await service.record(me, command);
    for (let turn = 0; turn < 3; turn += 1) {
      const place = await service.scene(me, command.attempt);
      if (place) await service.record(me, sceneCommand(place.scene, command.attempt));
    }
    const place = await service.scene(me, command.attempt);
    const second = place?.behind[1]?.node ?? '';
    const again = { ...start(), from: { attempt: command.attempt, node: second } };
    expect(await service.record(aLearner(), { ...again, id: uuidv7(), attempt: uuidv7() })).toMatchObject({
      kind: 'not-possible',
    });
    expect(await service.record(me, again)).toEqual({ kind: 'recorded' });
    expect((await service.scene(me, again.attempt))?.scene.node).toBe(second);
    expect(differences(await createVerification(db).of(me.learner), library)).toEqual([]);
  });

  test('a run goes on in the edition it began with, after the library has changed its text', async () => {
    const db = await learning();
    const me = aLearner();
    const releases = createReleases(db);
    await releases.keep(releasesOf(content), new Date());
    await releases.keep(releasesOf(content), new Date());
    const command = start();
    await learningOn(db).record(me, command);
    const changed = structuredClone(content) as Content;
    const entry = changed.scenarios[CASE];
    if (!entry) throw new Error('no case');
    const later: Content = {
      ...changed,
      scenarios: {
        [CASE]: {
          scenario: { ...entry.scenario, version: '9.0.0' },
          editions: [{ variant: null, hash: 'f'.repeat(64) }],
        },
      },
    };
    const without = createLearning(
      createAttempts(db),
      createLibrary(later),
      later.competences,
      ownLines,
      () => new Date(),
    );
    expect(await without.scene(me, command.attempt)).toBeUndefined();
    const library = createLibrary(later, await releases.all());
    const service = createLearning(createAttempts(db), library, later.competences, ownLines, () => new Date());
    const place = await service.scene(me, command.attempt);
    expect(place?.scene.scenario.version).toBe(entry.scenario.version);
    if (place)
      expect(await service.record(me, sceneCommand(place.scene, command.attempt))).toEqual({ kind: 'recorded' });
    expect(differences(await createVerification(db).of(me.learner), library)).toEqual([]);
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
        await service.record(me, sceneCommand(place.scene, run.attempt, -1));
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
