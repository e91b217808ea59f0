import { expect, test } from 'vitest';
import { createRateLimits } from '#db/identity/rate-limits.ts';
import { openIdentityStore } from '#db/open.ts';
import { describeStores } from '#tests/support/stores.ts';

const LIMIT = { count: 10, milliseconds: 60_000 };
const START = Date.UTC(2026, 10, 23, 9);

describeStores('IN-2: limits', (stores) => {
  test('hold when tries come at once, over two servers, and after a restart', async () => {
    const one = createRateLimits(await stores.identity());
    const other = createRateLimits(await stores.identity());
    const taken = await Promise.all(
      Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? one : other).take('key', LIMIT, START)),
    );
    expect(taken.filter(Boolean)).toHaveLength(LIMIT.count);
    const restarted = await openIdentityStore(stores.location('identity'));
    expect(await createRateLimits(restarted).take('key', LIMIT, START)).toBe(false);
    await restarted.destroy();
  });

  test('are counted by key, and anew in each window', async () => {
    const limits = createRateLimits(await stores.identity());
    for (let at = 0; at < LIMIT.count; at += 1) expect(await limits.take('key', LIMIT, START + at)).toBe(true);
    expect(await limits.take('key', LIMIT, START + 59_999)).toBe(false);
    expect(await limits.take('another', LIMIT, START)).toBe(true);
    expect(await limits.take('key', LIMIT, START + 60_000)).toBe(true);
  });

  test('windows that are over are forgotten', async () => {
    const db = await stores.identity();
    const limits = createRateLimits(db);
    await limits.take('old', LIMIT, START);
    await limits.take('new', LIMIT, START + 120_000);
    await limits.forget(START + 120_000);
    expect(await db.selectFrom('rate_limit').select('key').execute()).toEqual([{ key: 'new' }]);
  });
});
