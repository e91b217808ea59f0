import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { copyStore, dumpPostgres } from '#db/backup.ts';
import { openLearningStore } from '#db/open.ts';
import { aLearner, learningOn, moduleCommands } from '#tests/support/learning.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psp-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('DUR-6: a copy made under load holds at least what was acknowledged when it began', async () => {
  const file = join(folder, 'learning.sqlite');
  const db = await openLearningStore({ kind: 'sqlite', file });
  const service = learningOn(db);
  let acknowledged = 0;
  let isDone = false;
  const load = (async () => {
    while (!isDone) {
      const me = aLearner();
      for (const command of moduleCommands('hvad-er-psp', uuidv7()).slice(0, 5)) {
        await service.record(me, command);
        acknowledged += 1;
      }
    }
  })();
  while (acknowledged < 40) await new Promise((resolve) => setTimeout(resolve, 5));
  const before = acknowledged;
  const rows = await copyStore(file, join(folder, 'copy.sqlite'));
  isDone = true;
  await load;
  expect(rows.event).toBeGreaterThanOrEqual(before);
  await db.destroy();
  const copy = await openLearningStore({ kind: 'sqlite', file: join(folder, 'copy.sqlite') });
  expect(await copy.selectFrom('event').select('id').execute()).toHaveLength(rows.event ?? 0);
  await copy.destroy();
});

test('a store that is not there, and a copy that is in the way, are told, and nothing is overwritten', async () => {
  await expect(copyStore(join(folder, 'none.sqlite'), join(folder, 'copy.sqlite'))).rejects.toThrow('findes ikke');
  const file = join(folder, 'learning.sqlite');
  await (await openLearningStore({ kind: 'sqlite', file })).destroy();
  writeFileSync(join(folder, 'copy.sqlite'), 'mine');
  await expect(copyStore(file, join(folder, 'copy.sqlite'))).rejects.toThrow();
  expect(readFileSync(join(folder, 'copy.sqlite'), 'utf8')).toBe('mine');
});

test('PostgreSQL is dumped by its own program; where that is missing, the operator is told', async () => {
  const location = { kind: 'postgres', url: inject('postgresUrl'), schema: `backup_${process.pid}` } as const;
  await (await openLearningStore(location)).destroy();
  const dump = dumpPostgres(location, join(folder, 'learning.dump'));
  // The server that npm brings has no such program.
  if (spawnSync('pg_dump', ['--version']).error) return expect(dump).rejects.toThrow('pg_dump mangler');
  expect(await dump).toEqual({});
  expect(readFileSync(join(folder, 'learning.dump')).subarray(0, 5).toString()).toBe('PGDMP');
});
