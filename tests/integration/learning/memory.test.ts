import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { createVerification } from '#db/learning/verification.ts';
import type { LearnerPrincipal } from '#db/principal.ts';
import { sampleAnswers } from '#src/learning/answers.ts';
import { readCode } from '#src/learning/code.ts';
import { differences } from '#src/learning/verify.ts';
import { aLearner, content, learningOn, library, moduleCommands, sceneCommand } from '#tests/support/learning.ts';
import { describeStores } from '#tests/support/stores.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-23T12:00:00Z');
type Service = ReturnType<typeof learningOn>;

async function completeModule(service: Service, me: LearnerPrincipal, module: string) {
  for (const command of moduleCommands(module)) expect(await service.record(me, command)).toEqual({ kind: 'recorded' });
}

async function playCase(service: Service, me: LearnerPrincipal, scenario: string, seat: string) {
  const attempt = uuidv7();
  await service.record(me, { type: 'scenario.start', id: uuidv7(), attempt, scenario, seat });
  for (let steps = 0; steps < 60; steps += 1) {
    const place = await service.scene(me, attempt);
    if (!place || place.scene.finished) return;
    expect(await service.record(me, sceneCommand(place.scene, attempt))).toEqual({ kind: 'recorded' });
  }
}

/** Answers what is due, with the strongest answer. */
async function refresh(service: Service, me: LearnerPrincipal): Promise<number> {
  let count = 0;
  for (let plan = await service.refreshers(me); plan.due[0]; plan = await service.refreshers(me)) {
    const { question, attempt } = plan.due[0];
    const asked = library.question(question);
    // Where the authors disagree, nothing is stronger than acceptable.
    const answers = asked ? sampleAnswers(asked) : [];
    const option = ['best', 'acceptable'].flatMap((one) => answers.filter(({ rating }) => rating === one))[0]?.id;
    const command = {
      type: 'refresher.answer',
      id: uuidv7(),
      attempt: attempt ?? uuidv7(),
      question,
      option: option ?? '3',
    } as const;
    expect(await service.record(me, command)).toEqual({ kind: 'recorded' });
    // A small case is one, however many steps it has.
    if (attempt === null) count += 1;
  }
  return count;
}

describeStores('what is learned is remembered', ({ learning }) => {
  const moduleWithItems = Object.values(content.questions).find(({ item }) => item !== undefined)?.module ?? '';

  test('refreshers come some days after a module, two a week, and are refused ahead of time and twice', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    await completeModule(service, me, moduleWithItems);
    expect((await service.refreshers(me)).due).toEqual([]);
    const early = library.refreshers.find(({ module }) => module === moduleWithItems)?.variants[0]?.steps[0] ?? '';
    const ahead = { type: 'refresher.answer', id: uuidv7(), attempt: uuidv7(), question: early, option: 'a' } as const;
    expect(await service.record(me, ahead)).toEqual({ kind: 'conflict' });

    service.at(new Date(START + 4 * DAY));
    const [first] = (await service.refreshers(me)).due;
    const asked = first && library.question(first.question);
    if (!asked) throw new Error('something is due');
    const answer = {
      type: 'refresher.answer',
      id: uuidv7(),
      attempt: uuidv7(),
      question: asked.id,
      option: sampleAnswers(asked)[0]?.id ?? '',
    } as const;
    expect(await service.record(me, answer)).toEqual({ kind: 'recorded' });
    expect(await service.record(me, answer)).toEqual({ kind: 'repeated' });
    expect(await service.record(me, { ...answer, id: uuidv7(), attempt: uuidv7() })).toEqual({ kind: 'conflict' });
    expect(await service.answeredRefresher(me, answer.attempt)).toMatchObject({
      answers: [{ question: asked.id }],
      isFinished: true,
    });
    expect(await service.answeredRefresher(aLearner(), answer.attempt)).toBeUndefined();
    // What was completed stays completed.
    const overview = await service.overview(me);
    expect(overview.modules.find(({ module }) => module === moduleWithItems)?.completedAt).not.toBeNull();
  });

  test('a small case goes on where it was left, is one refresher, and counts as its weakest step', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const item = library.refreshers.find(
      ({ module, variants }) => module === 'maa-jeg-dele' && variants[1]?.steps.length === 2,
    );
    const [[plain], [first, second]] = [item?.variants[0]?.steps ?? [], item?.variants[1]?.steps ?? []];
    if (!item || !plain || !first || !second) throw new Error('an item has a small case as its second variant');
    const answer = (question: string, attempt: string, rating: 'best' | 'poor') => {
      const asked = library.question(question);
      const option = asked && sampleAnswers(asked).find((one) => one.rating === rating)?.id;
      return { type: 'refresher.answer', id: uuidv7(), attempt, question, option: option ?? '' } as const;
    };
    await completeModule(service, me, item.module);
    service.at(new Date(START + 4 * DAY));
    expect(await service.record(me, answer(plain, uuidv7(), 'poor'))).toEqual({ kind: 'recorded' });
    service.at(new Date(START + 14 * DAY));
    expect((await service.refreshers(me)).due[0]).toEqual({ item: item.id, question: first, attempt: null });

    const attempt = uuidv7();
    // A later step is not answered by itself.
    expect(await service.record(me, answer(second, uuidv7(), 'best'))).toEqual({ kind: 'conflict' });
    const begin = answer(first, attempt, 'best');
    expect(await service.record(me, begin)).toEqual({ kind: 'recorded' });
    expect(await service.record(me, begin)).toEqual({ kind: 'repeated' });
    expect(await service.answeredRefresher(me, attempt)).toMatchObject({
      answers: [{ question: first }],
      isFinished: false,
    });
    // Weeks later it stands first, and takes its place of the week.
    service.at(new Date(START + 40 * DAY));
    const { due } = await service.refreshers(me);
    expect(due[0]).toEqual({ item: item.id, question: second, attempt });
    expect(due).toHaveLength(2);
    expect(await service.record(me, answer(first, attempt, 'poor'))).toEqual({ kind: 'conflict' });
    expect(await service.record(me, answer(first, uuidv7(), 'poor'))).toEqual({ kind: 'conflict' });
    expect(await service.record(me, answer(second, attempt, 'poor'))).toEqual({ kind: 'recorded' });
    expect(await service.answeredRefresher(me, attempt)).toMatchObject({
      answers: [{ question: first }, { question: second }],
      isFinished: true,
    });
    expect(await service.record(me, answer(second, attempt, 'best'))).toEqual({ kind: 'conflict' });
    // It went badly in the end, so the item comes back soon, as its third variant.
    service.at(new Date(START + 50 * DAY));
    expect((await service.refreshers(me)).due[0]).toMatchObject({
      item: item.id,
      question: item.variants[2]?.steps[0],
    });
    expect(differences(await createVerification(db).of(me.learner), library)).toEqual([]);
  });

  test('a full member’s way: modules, cases, eight weeks of refreshers, a certificate; and it all follows from the events', async () => {
    const db = await learning();
    const service = learningOn(db);
    const me = aLearner();
    const path = content.paths.find(({ id }) => id === 'medlem');
    if (!path) throw new Error('there is a path for members');
    const certify = () =>
      service.record(me, { type: 'certificate.issue', id: uuidv7(), attempt: uuidv7(), path: path.id });
    expect(await certify()).toEqual({ kind: 'not-possible', reason: 'unknown' });
    for (const module of path.modules) await completeModule(service, me, module);
    expect(await certify()).toEqual({ kind: 'not-possible', reason: 'unknown' });
    for (const { scenario } of Object.values(content.scenarios).slice(0, path.cases)) {
      const seat = Object.entries(scenario.roles).find(([, { playable }]) => playable)?.[0] ?? '';
      await playCase(service, me, scenario.id, seat);
    }
    for (let week = 1; week <= 8; week += 1) {
      service.at(new Date(START + week * 7 * DAY));
      // Two a week, and three once everything that is open has been met.
      expect(await refresh(service, me)).toBeLessThanOrEqual(week <= 3 ? 2 : 3);
    }
    const { met, open } = await service.refreshers(me);
    expect(met).toBeGreaterThanOrEqual(Math.min(16, open));

    expect(await certify()).toEqual({ kind: 'recorded' });
    const [own] = await service.certificates(me);
    if (!own) throw new Error('there is a certificate');
    expect(own).toMatchObject({ path: 'medlem', cases: path.cases });
    expect(own.modules.map(({ id }) => id)).toEqual(path.modules);
    expect(readCode(own.code)).toBe(own.code);
    const seen = await service.verifiedCertificate(own.code);
    expect(seen).toMatchObject({ path: 'medlem', validUntil: own.validUntil });
    expect(JSON.stringify(seen)).not.toContain(me.learner);
    expect(await service.verifiedCertificate('0'.repeat(26))).toBeUndefined();
    expect(await service.certificates(aLearner())).toEqual([]);

    expect(differences(await createVerification(db).of(me.learner), library)).toEqual([]);
  });
});
