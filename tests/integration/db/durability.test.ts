import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction, openDatabase, openLearningStore, StoreError } from '#db/open.ts';
import { describeStores } from '#tests/support/stores.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psp-durability-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('SQLite', () => {
  test('DUR-1: after a write the connection reads back WAL, FULL, foreign keys, the busy timeout and secure delete', async () => {
    const db = await openLearningStore({ kind: 'sqlite', file: join(folder, 'learning.sqlite') });
    await db.insertInto('learner').values({ id: 'x', created_at: 1 }).execute();
    const read = async (name: string) =>
      Object.values((await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
    expect([
      await read('journal_mode'),
      await read('synchronous'),
      await read('foreign_keys'),
      await read('busy_timeout'),
      await read('secure_delete'),
    ]).toEqual(['wal', 2, 1, 5000, 1]);
    await db.destroy();
  });

  test('DUR-2: two processes read and then add; the end is the sum of what was acknowledged, with no busy error', async () => {
    const file = join(folder, 'counter.sqlite');
    const db = openDatabase<{ counter: { value: number } }>({ kind: 'sqlite', file });
    await db.schema.createTable('counter').addColumn('value', 'integer').execute();
    await db.insertInto('counter').values({ value: 0 }).execute();
    const worker = fileURLToPath(new URL('./adder.ts', import.meta.url));
    const add = () =>
      new Promise<number>((resolve, reject) => {
        const child = spawn(process.execPath, [worker, file, '500'], { stdio: ['ignore', 'pipe', 'inherit'] });
        let output = '';
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
        child.on('exit', (code) => (code === 0 ? resolve(Number(output)) : reject(new Error(`adder gave ${code}`))));
      });
    const acknowledged = await Promise.all([add(), add()]);
    expect(acknowledged).toEqual([500, 500]);
    expect(await db.selectFrom('counter').select('value').executeTakeFirstOrThrow()).toEqual({ value: 1000 });
    await db.destroy();
  });

  test('DUR-5: a store that a newer version has written is refused with a sentence', async () => {
    const location = { kind: 'sqlite', file: join(folder, 'learning.sqlite') } as const;
    const db = await openLearningStore(location);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-fremtid', '2030-01-01')`.execute(db);
    await db.destroy();
    await expect(openLearningStore(location)).rejects.toThrow(StoreError);
    await expect(openLearningStore(location)).rejects.toThrow('nyere udgave');
  });
});

describeStores('a transaction', ({ learning }) => {
  test('DUR-2: parallel read-then-write loses nothing', async () => {
    const db = await learning();
    await db.insertInto('learner').values({ id: 'counter', created_at: 0 }).execute();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        inTransaction(db, async (tx) => {
          const { created_at } = await tx
            .selectFrom('learner')
            .select('created_at')
            .where('id', '=', 'counter')
            .executeTakeFirstOrThrow();
          await tx
            .updateTable('learner')
            .set({ created_at: created_at + 1 })
            .where('id', '=', 'counter')
            .execute();
        }),
      ),
    );
    expect((await db.selectFrom('learner').select('created_at').executeTakeFirstOrThrow()).created_at).toBe(20);
  });

  test('a failed transaction leaves nothing behind', async () => {
    const db = await learning();
    const failing = inTransaction(db, async (tx) => {
      await tx.insertInto('learner').values({ id: 'half', created_at: 0 }).execute();
      throw new Error('cut');
    });
    await expect(failing).rejects.toThrow('cut');
    expect(await db.selectFrom('learner').selectAll().execute()).toEqual([]);
  });
});
