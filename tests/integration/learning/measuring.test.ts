import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { createVerification } from '#db/learning/verification.ts';
import type { LearnerPrincipal } from '#db/principal.ts';
import { sampleAnswers } from '#src/learning/answers.ts';
import { type Point, setOf } from '#src/learning/measurements.ts';
import { differences } from '#src/learning/verify.ts';
import { aLearner, content, learningOn, library, moduleCommands } from '#tests/support/learning.ts';
import { describeStores } from '#tests/support/stores.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-23T12:00:00Z');
type Service = ReturnType<typeof learningOn>;
const trust = (value: number) => Object.fromEntries(content.trustStatements.map(({ id }) => [id, value]));

/** Answers a whole measurement, every question with the answer at a place: 0 the strongest. */
async function measure(service: Service, me: LearnerPrincipal, point: Point, rating: 'best' | 'poor', value: number) {
  const attempt = uuidv7();
  for (const question of library.measurement(setOf(me.learner, point)).questions) {
    const asked = library.question(question);
    const option = asked && sampleAnswers(asked).find((one) => one.rating === rating)?.id;
    const command = {
      type: 'measurement.answer',
      id: uuidv7(),
      attempt,
      point,
      question,
      option: option ?? '',
      confidence: 75,
    } as const;
    expect(await service.record(me, command)).toEqual({ kind: 'recorded' });
  }
  expect(
    await service.record(me, { type: 'measurement.rate', id: uuidv7(), attempt, point, trust: trust(value) }),
  ).toEqual({
    kind: 'recorded',
  });
}

describeStores('before and after the course', ({ learning }) => {
  test('a learner is measured before, right after, three months and a year after, with sets in turn', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const open = async () => (await service.overview(me)).measurement;
    expect(await open()).toBe('t0');
    await measure(service, me, 't0', 'poor', 3);
    expect(await open()).toBeNull();
    for (const { id, obligatory } of content.modules)
      if (obligatory) for (const command of moduleCommands(id)) await service.record(me, command);
    expect(await open()).toBe('t1');
    await measure(service, me, 't1', 'best', 8);
    service.at(new Date(START + 60 * DAY));
    expect(await open()).toBeNull();
    service.at(new Date(START + 95 * DAY));
    expect(await open()).toBe('t2');
    await measure(service, me, 't2', 'best', 8);
    service.at(new Date(START + 400 * DAY));
    expect(await open()).toBe('t3');

    const place = await service.measuring(me, 't1');
    expect(place).toMatchObject({ isFinished: true, next: null });
    expect(place?.results).toEqual([
      { point: 't0', strong: 0, asked: 7, trust: 3 },
      { point: 't1', strong: 7, asked: 7, trust: 8 },
      { point: 't2', strong: 7, asked: 7, trust: 8 },
    ]);
    // What is measured shows no competence: it would be practice.
    const events = await db.selectFrom('event').select('id').where('type', '=', 'measurement.answered').execute();
    const shown = (await db.selectFrom('evidence').select('event').execute()).map(({ event }) => event);
    expect(events.filter(({ id }) => shown.includes(id))).toEqual([]);
    expect(differences(await createVerification(db).of(me.learner), library)).toEqual([]);
  });

  test('not ahead of time, not twice, not with the other set’s questions', async () => {
    const service = learningOn(await learning());
    const me = aLearner();
    const [own, other] = (['A', 'B'] as const).map((set) => library.measurement(set).questions[0] ?? '');
    const [mine, foreign] = setOf(me.learner, 't0') === 'A' ? [own, other] : [other, own];
    const first = {
      type: 'measurement.answer',
      id: uuidv7(),
      attempt: uuidv7(),
      point: 't0',
      question: mine ?? '',
      option: 'a',
      confidence: 50,
    } as const;
    expect(await service.record(me, { ...first, point: 't1' })).toEqual({ kind: 'conflict' });
    expect(await service.record(me, { ...first, question: foreign ?? '' })).toEqual({
      kind: 'not-possible',
      reason: 'unknown',
    });
    expect(await service.record(me, first)).toEqual({ kind: 'recorded' });
    expect(await service.record(me, first)).toEqual({ kind: 'repeated' });
    expect(await service.record(me, { ...first, id: uuidv7() })).toEqual({ kind: 'conflict' });
    expect(await service.record(me, { ...first, id: uuidv7(), attempt: uuidv7() })).toEqual({ kind: 'conflict' });
    expect(
      await service.record(me, {
        type: 'measurement.rate',
        id: uuidv7(),
        attempt: first.attempt,
        point: 't0',
        trust: { dele: 5 },
      }),
    ).toEqual({ kind: 'not-possible', reason: 'unknown' });
    expect(await service.measuring(aLearner(), 't1')).toBeNull();
  });
});
