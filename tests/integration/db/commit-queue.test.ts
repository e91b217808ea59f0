import { expect, test } from 'vitest';
import { inTransaction } from '#db/open.ts';
import { describeStores } from '#tests/support/stores.ts';

describeStores('works that wait at the same time', ({ learning }) => {
  const add = (db: Awaited<ReturnType<typeof learning>>, id: string, fails = false) =>
    inTransaction(db, async (tx) => {
      await tx.insertInto('learner').values({ id, created_at: 1 }).execute();
      if (fails) throw new Error(`no ${id}`);
      return id;
    });

  test('each gets its own answer, and a failed one spoils nothing but itself', async () => {
    const db = await learning();
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => add(db, `l${index}`, index % 7 === 3)),
    );
    const lost = answers.flatMap((answer, index) => (answer.status === 'rejected' ? [index] : []));
    expect(lost).toEqual([3, 10, 17, 24]);
    expect(answers[0]).toEqual({ status: 'fulfilled', value: 'l0' });
    const stored = (await db.selectFrom('learner').select('id').execute()).map(({ id }) => id);
    expect(stored.toSorted()).toEqual(
      Array.from({ length: 30 }, (_, index) => `l${index}`)
        .filter((_, index) => !lost.includes(index))
        .toSorted(),
    );
  });

  test('DUR-1: an answer comes after the commit: another connection sees the row', async () => {
    const db = await learning();
    const other = await learning();
    const seen = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const id = await add(db, `l${index}`);
        return other.selectFrom('learner').select('id').where('id', '=', id).executeTakeFirst();
      }),
    );
    expect(seen.map((row) => row?.id)).toEqual(Array.from({ length: 10 }, (_, index) => `l${index}`));
  });
});
