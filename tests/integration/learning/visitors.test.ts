import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { createRateLimits } from '#db/identity/rate-limits.ts';
import { createVerification } from '#db/learning/verification.ts';
import { createVisitors } from '#db/learning/visitors.ts';
import { newCode, readCode } from '#src/learning/code.ts';
import { differences } from '#src/learning/verify.ts';
import { createVisitorService } from '#src/server/visitors.ts';
import { aLearner, learningOn, library, sceneCommand } from '#tests/support/learning.ts';
import { describeStores } from '#tests/support/stores.ts';

const DAY = 86_400_000;
const CASE = 'tre-gange-paa-to-maaneder';

test('a code has 128 random bits, and is read however it is typed', () => {
  const codes = Array.from({ length: 200 }, newCode);
  expect(new Set(codes).size).toBe(200);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(
      readCode(
        ` ${code
          .toLowerCase()
          .match(/.{1,5}/g)
          ?.join(' - ')} `,
      ),
    ).toBe(code);
  }
  expect(readCode('O'.repeat(26))).toBe('0'.repeat(26));
  for (const wrong of ['', 'A'.repeat(25), 'U'.repeat(26), '../../etc', '%00'.repeat(9)])
    expect(readCode(wrong)).toBeNull();
});

describeStores('ANON-1: playing without an account', ({ learning, identity }) => {
  const opened = async (secret = 'hemmelig') => {
    const [db, people] = [await learning(), await identity()];
    let clock = Date.parse('2026-11-23T12:00:00Z');
    const service = createVisitorService(createVisitors(db), createRateLimits(people), secret, () => new Date(clock));
    return { db, service, pass: (days: number) => (clock += days * DAY) };
  };

  test('the store knows the hash alone; who has the code finds the play again, and nobody else', async () => {
    const { db, service } = await opened();
    const begun = await service.begin('net');
    if (!begun) throw new Error('not begun');
    expect(JSON.stringify(await db.selectFrom('visitor').selectAll().execute())).not.toContain(begun.code);
    expect((await service.find(begun.code))?.principal.learner).toBe(begun.visitor.principal.learner);
    expect(await service.enter(begun.visitor.code, 'net')).toEqual({ code: begun.code });
    for (let guess = 0; guess < 50; guess += 1) {
      expect(await service.find(newCode())).toBeNull();
      expect(await service.enter(newCode(), 'andet-net')).toBe('unknown');
    }
  });

  test('tries and beginnings from one place have a limit', async () => {
    const { service } = await opened();
    for (let guess = 0; guess < 100; guess += 1) await service.enter(newCode(), 'net');
    expect(await service.enter(newCode(), 'net')).toBe('limited');
    expect(await service.enter(newCode(), 'et-andet')).toBe('unknown');
    for (let count = 0; count < 200; count += 1) expect(await service.begin('net')).not.toBeNull();
    expect(await service.begin('net')).toBeNull();
  });

  test('what was played goes to whom is signed in and has the code, once; the rebuild from the events agrees', async () => {
    const { db, service } = await opened();
    const play = learningOn(db);
    const begun = await service.begin('net');
    if (!begun) throw new Error('not begun');
    const { principal } = begun.visitor;
    const start = { type: 'scenario.start' as const, id: uuidv7(), attempt: uuidv7(), scenario: CASE, seat: 'kommune' };
    await play.record(principal, start);
    const place = await play.scene(principal, start.attempt);
    if (place) await play.record(principal, sceneCommand(place.scene, start.attempt));
    const [me, other] = [aLearner(), aLearner()];
    expect(await service.claim(other, newCode())).toBe(false);
    expect(await service.claim(me, begun.code)).toBe(true);
    expect(await service.claim(other, begun.code)).toBe(false);
    expect(await service.find(begun.code)).toBeNull();
    expect((await play.scene(me, start.attempt))?.scene.decisionNumber).toBe(2);
    expect(await play.scene(principal, start.attempt)).toBeUndefined();
    expect(await play.scene(other, start.attempt)).toBeUndefined();
    expect(differences(await createVerification(db).of(me.learner), library)).toEqual([]);
  });

  test('after 30 days nothing of it is left, and what others played stays', async () => {
    const { db, service, pass } = await opened();
    const play = learningOn(db);
    const old = await service.begin('net');
    pass(20);
    const young = await service.begin('net');
    for (const begun of [old, young])
      if (begun)
        await play.record(begun.visitor.principal, {
          type: 'scenario.start',
          id: uuidv7(),
          attempt: uuidv7(),
          scenario: CASE,
          seat: 'politi',
        });
    pass(11);
    expect(await service.find(old?.code ?? '')).toBeNull();
    expect(await service.find(young?.code ?? '')).not.toBeNull();
    expect(await service.forget()).toBe(1);
    const left = await db.selectFrom('event').select('learner').execute();
    expect(left.map(({ learner }) => learner)).toEqual([young?.visitor.principal.learner]);
    await service.erase(young?.code ?? '');
    expect(await db.selectFrom('event').select('learner').execute()).toEqual([]);
  });
});
