import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { openLearningStore } from '#db/open.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { aLearner, learningOn, moduleCommands } from '#tests/support/learning.ts';

test('npm run measurements: few are not told, more are told as a band', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'psp-rates-'));
  const told = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/measurements.ts'], {
      cwd: projectRoot,
      env: { ...process.env, PSP_DATA_DIR: folder, PSP_DATABASE_URL: '' },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return stdout.split('\n').slice(0, 4);
  };
  const learn = async (people: number) => {
    const db = await openLearningStore({ kind: 'sqlite', file: join(folder, 'learning.sqlite') });
    const service = learningOn(db);
    for (let person = 0; person < people; person += 1) {
      const me = aLearner();
      for (const command of moduleCommands('maa-jeg-dele', uuidv7())) await service.record(me, command);
    }
    await db.destroy();
  };
  await learn(9);
  expect(told()).toEqual([
    'Før kurset          for få til at vise',
    'Lige efter kurset   ingen er spurgt endnu',
    'Tre måneder efter   ingen er spurgt endnu',
    'Et år efter         ingen er spurgt endnu',
  ]);
  await learn(2);
  expect(told()[0]).toBe('Før kurset          omkring 10 er spurgt, 0–20 procent har svaret');
  rmSync(folder, { recursive: true, force: true });
});
