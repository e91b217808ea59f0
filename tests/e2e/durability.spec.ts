import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLearningStore } from '#db/open.ts';
import { startServer } from '#tests/support/e2e-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { formWith, Visitor } from '#tests/support/http-client.ts';
import { expect, test } from './fixtures.ts';

const CASE = '/scenarier/tre-gange-paa-to-maaneder';
const ROUNDS = 50;
const PLAYERS = ['Sofie', 'Henrik', 'Mette', 'Amir'];

/** Plays cases as fast as the server answers; remembers the id of each event that the server has acknowledged. */
async function play(visitor: Visitor, acknowledged: Set<string>, until: () => boolean): Promise<void> {
  while (!until()) {
    const intro = await visitor.get(CASE);
    const start = formWith(intro.text, 'seat');
    const started = await visitor.submit(CASE, start, { seat: 'kommune' });
    if (started.status !== 303) throw new Error(`start gave ${started.status}`);
    acknowledged.add(start.hidden.id ?? '');
    const path = started.location ?? '';
    while (!until()) {
      const scene = await visitor.get(path);
      if (scene.status !== 200) break;
      const form = formWith(scene.text, 'node');
      const answer = await visitor.submit(path, form, { option: form.choices.option?.[0] ?? '' });
      if (answer.status !== 303) throw new Error(`a decision gave ${answer.status}`);
      acknowledged.add(form.hidden.id ?? '');
    }
  }
}

test(`DUR-1: kill -9 under load loses no acknowledged decision, ${ROUNDS} times`, async () => {
  test.setTimeout(15 * 60_000);
  const folder = mkdtempSync(join(tmpdir(), 'psp-kill-'));
  const port = await freePort();
  const acknowledged = new Set<string>();
  const visitors = new Map<string, Visitor>();
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await startServer({ folder, port });
      let isKilled = false;
      const players = PLAYERS.map(async (name) => {
        const visitor = visitors.get(name) ?? new Visitor(server.address);
        try {
          if (!visitors.has(name)) await visitor.signIn(name);
          visitors.set(name, visitor);
          await play(visitor, acknowledged, () => isKilled);
        } catch (error) {
          // A request that was under way when the server died was not acknowledged; anything else is a fault.
          if (!isKilled) throw error;
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 250));
      isKilled = true;
      await server.stop({ keepData: true, signal: 'SIGKILL' });
      await Promise.all(players);
    }
    const db = await openLearningStore({ kind: 'sqlite', file: join(folder, 'learning.sqlite') });
    const stored = new Set((await db.selectFrom('event').select('id').execute()).map(({ id }) => id));
    await db.destroy();
    expect(acknowledged.size, 'there was load').toBeGreaterThan(ROUNDS);
    expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('IN-3: SIGTERM lets the requests under way finish, then the server is gone', async () => {
  const server = await startServer();
  const visitor = new Visitor(server.address);
  await visitor.signIn('Mette');
  const answers = Promise.all(Array.from({ length: 20 }, () => visitor.get('/min-laering')));
  await new Promise((resolve) => setTimeout(resolve, 5));
  const started = Date.now();
  await Promise.all([answers, server.stop()]);
  expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(Date.now() - started).toBeLessThan(10_000);
});

test('LOG-1: what the server writes holds no name, mail, address, token or query', async () => {
  const server = await startServer();
  try {
    const visitor = new Visitor(server.address);
    await visitor.signIn('Sofie');
    await visitor.get('/min-laering?kanin=hemmelig');
    await visitor.get('/findes-ikke-kanin');
    const token = [...visitor.cookies.values()][0] ?? 'none';
    const log = server.output();
    expect(log).toContain('"route"');
    for (const canary of ['Sofie', 'kanin', 'hemmelig', '127.0.0.1', '@', token])
      expect(
        log
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .join('\n'),
      ).not.toContain(canary);
  } finally {
    await server.stop();
  }
});
