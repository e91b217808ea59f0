import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openIdentityStore } from '#db/open.ts';
import { projectRoot } from '#tests/support/imports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'psp-admin-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as an operator would. */
function admin(line: string, settings: Record<string, string> = {}) {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return spawnSync(process.execPath, ['scripts/admin.ts', ...words], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PSP_DATA_DIR: folder, ...settings },
  });
}
function done(line: string, settings?: Record<string, string>): string {
  const { status, stdout, stderr } = admin(line, settings);
  expect({ status, stderr }, line).toEqual({ status: 0, stderr: '' });
  return stdout;
}

test('a group, a member and a role: what was done is said, and the list shows it', () => {
  expect(done('add-group --id odense --navn Odense --kreds fyn --kommune Odense')).toContain('odense');
  done('add-member --navn "Karin Ø" --mail Karin@Example.org --gruppe odense --myndighed politi --fra 2026-11-01');
  done('add-person --navn Birgit --mail birgit@example.org');
  done('grant --mail birgit@example.org --rolle steering --omraade kreds:fyn');
  const list = done('list');
  expect(list).toContain('Fyns Politi');
  expect(list).toMatch(/karin@example\.org\s+Karin Ø\s+learner/);
  expect(list).toMatch(/birgit@example\.org\s+Birgit\s+steering/);
  done('revoke --mail birgit@example.org --rolle steering');
  done('end-member --mail karin@example.org --gruppe odense');
  done('disable --mail karin@example.org');
  expect(done('list')).toMatch(/Karin Ø.*lukket/);
});

test('an account at the work place is tied by issuer and subject', async () => {
  const oidc = {
    PSP_OIDC_ISSUER: 'https://login.example.dk',
    PSP_OIDC_CLIENT_ID: 'psp',
    PSP_OIDC_CLIENT_SECRET: 'of this run',
    PSP_SECRET: 's'.repeat(32),
  };
  done('add-person --navn Birgit --mail birgit@example.org', oidc);
  done('link-account --mail birgit@example.org --emne 8c2f', oidc);
  const db = await openIdentityStore({ kind: 'sqlite', file: join(folder, 'identity.sqlite') });
  expect(await db.selectFrom('federated_account').select(['issuer', 'subject']).execute()).toEqual([
    { issuer: oidc.PSP_OIDC_ISSUER, subject: '8c2f' },
  ]);
  await db.destroy();
});

test.each([
  ['', 'Brug: npm run admin'],
  ['findes-ikke', 'Brug: npm run admin'],
  ['list --findes-ikke x', 'Kommandoen kunne ikke læses'],
  ['add-group --id odense', 'mangler --navn'],
  ['add-group --id Odense! --navn O --kreds fyn --kommune Odense', '--id må kun'],
  ['add-group --id odense --navn O --kreds findes-ikke --kommune Odense', 'Politikredsen findes-ikke findes ikke'],
  ['add-group --id odense --navn O --kreds fyn --kommune Odensee', '--kommune skal være en af de 98'],
  ['add-person --navn Birgit --mail birgit', '--mail skal være en mailadresse'],
  ['grant --mail birgit@example.org --rolle steering --omraade landet', 'Der er ingen person'],
  ['grant --mail birgit@example.org --rolle konge --omraade landet', 'Der er ingen person'],
  ['link-account --mail birgit@example.org --emne x', 'Der er ikke sat en OIDC-udbyder op'],
])('"%s" is refused in Danish, without a stack', (line, sentence) => {
  const { status, stderr, stdout } = admin(line);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
  expect(`${stderr}${stdout}`).not.toMatch(/^\s+at /m);
});

test('a date that is none is refused before anything is made', () => {
  done('add-group --id odense --navn Odense --kreds fyn --kommune Odense');
  for (const date of ['23-11-2026', '2026-13-01', 'i-morgen']) {
    const { status, stderr } = admin(
      `add-member --navn Karin --mail karin@example.org --gruppe odense --myndighed politi --fra ${date}`,
    );
    expect(status).toBe(1);
    expect(stderr).toContain('--fra skal være en dato');
  }
  expect(done('list')).not.toContain('Karin');
});
