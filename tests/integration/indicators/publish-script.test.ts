import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPublications } from '#db/learning/publication.ts';
import { openLearningStore } from '#db/open.ts';
import { endOfMonth } from '#src/indicators/month.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { randomRows, writeRows } from './random-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psp-publish-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run publish` as an operator runs it, on a data folder of its own. */
function run(...args: string[]): { status: number | null; out: string; error: string } {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PSP_'));
  const env = { ...Object.fromEntries(inherited), PSP_DATA_DIR: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/publish.ts', ...args], {
    cwd: projectRoot,
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout, error: stderr };
}

test('npm run publish freezes a month, and says why it does not do it again', async () => {
  const db = await openLearningStore({ kind: 'sqlite', file: join(folder, 'learning.sqlite') });
  await writeRows(db, randomRows(41, 80, endOfMonth('2025-10')));
  await db.destroy();
  expect(run('--month', '2025-10')).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^2025-10 er offentliggjort: \d+ tal vises, \d+ er skjult/),
  });
  expect(run('--month', '2025-10')).toMatchObject({
    status: 1,
    error: expect.stringContaining('bliver aldrig lavet om'),
  });
  expect(run('--month', '2025-09')).toMatchObject({ status: 1, error: expect.stringContaining('i rækkefølge') });
  expect(run('--month', '2999-01')).toMatchObject({ status: 1, error: expect.stringContaining('ikke slut') });
  const again = await openLearningStore({ kind: 'sqlite', file: join(folder, 'learning.sqlite') });
  const steering = {
    person: 'p',
    learner: null,
    session: 's',
    grants: [{ role: 'steering', scope: { kind: 'district', id: 'kreds-1' } }],
  } as const;
  const months = await createPublications(again).publishedFor(steering, 'kreds-1', 12);
  expect(months?.map(({ publication }) => [publication.month, publication.is_fictional])).toEqual([['2025-10', 1]]);
  await again.destroy();
});

test('what cannot be read is answered with one sentence and no trace of the code', () => {
  for (const args of [
    ['--month', 'oktober'],
    ['--maaned', '2025-10'],
    ['--month', '2025-13'],
  ]) {
    const { status, error } = run(...args);
    expect(status).toBe(1);
    expect(error).toMatch(/2026-10/);
    expect(error).not.toMatch(/\bat .*\.ts|node:internal/);
  }
});
