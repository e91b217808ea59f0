import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from '#src/server/configuration.ts';
import { projectRoot } from '#tests/support/imports.ts';

const SECRET = 'x'.repeat(32);
const MAIL = { PSP_SMTP_URL: 'smtps://mail.example.dk', PSP_MAIL_FROM: 'akademi@example.dk' };
const OIDC = {
  PSP_OIDC_ISSUER: 'https://login.example.dk',
  PSP_OIDC_CLIENT_ID: 'psp',
  PSP_OIDC_CLIENT_SECRET: 'of this run',
};
const read = (variables: Record<string, string>) => readConfiguration(variables, '/somewhere');

/** The sentence that stops the start. */
function refusal(variables: Record<string, string>): string {
  try {
    read(variables);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
}

describe('configuration', () => {
  test('nothing set is the demonstration on this machine', () => {
    expect(read({})).toMatchObject({
      host: '127.0.0.1',
      port: 4321,
      origin: 'http://localhost:4321',
      isDemo: true,
      mail: null,
      oidc: null,
      trustsProxy: false,
      dataDirectory: '/somewhere/data',
    });
  });

  test('an empty value counts as missing, and other variables are none of ours', () => {
    expect(read({ PSP_PORT: '', PATH: '/bin', PORT: '80' }).port).toBe(4321);
  });

  test('PostgreSQL gives two schemas', () => {
    const { identity, learning, dataDirectory } = read({ PSP_DATABASE_URL: 'postgres://127.0.0.1/psp' });
    expect([identity, learning]).toEqual(
      ['identity', 'learning'].map((schema) => ({ kind: 'postgres', url: 'postgres://127.0.0.1/psp', schema })),
    );
    expect(dataDirectory).toBeNull();
  });

  test('a provider ends the demonstration, also on this machine', () => {
    expect(read({ ...MAIL, PSP_SECRET: SECRET }).isDemo).toBe(false);
    expect(read({ ...OIDC, PSP_SECRET: SECRET }).isDemo).toBe(false);
  });

  test.each([
    { PSP_HOST: '0.0.0.0' },
    { PSP_HOST: '::' },
    { PSP_HOST: '192.0.2.1' },
    { PSP_HOST: 'akademi.example.dk' },
    { PSP_HOST: '127.0.0.1.evil.example' },
    { PSP_PUBLIC_ORIGIN: 'https://akademi.example.dk' },
    { PSP_PUBLIC_ORIGIN: 'https://localhost.evil.example' },
    { PSP_HOST: '0.0.0.0', PSP_PUBLIC_ORIGIN: 'http://localhost:4321' },
  ])('no demonstration where others can reach it: %o', (variables) => {
    expect(refusal(variables)).toContain('Der er ingen måde at logge ind på');
  });

  test.each<[Record<string, string>, string]>([
    [{ PSP_PORT: 'abc' }, 'PSP_PORT'],
    [{ PSP_PORT: '0' }, 'PSP_PORT'],
    [{ PSP_PORT: '70000' }, 'PSP_PORT'],
    [{ PSP_PORT: '80.5' }, 'PSP_PORT'],
    [{ PSP_DATABASE_URL: 'mysql://x' }, 'PSP_DATABASE_URL'],
    [{ PSP_PUBLIC_ORIGIN: 'akademi.example.dk' }, 'PSP_PUBLIC_ORIGIN'],
    [{ PSP_PUBLIC_ORIGIN: 'https://akademi.example.dk/sti' }, 'PSP_PUBLIC_ORIGIN'],
    [{ PSP_PUBLIC_ORIGIN: 'https://user@akademi.example.dk' }, 'PSP_PUBLIC_ORIGIN'],
    [{ PSP_PUBLIC_ORIGIN: 'ftp://localhost' }, 'PSP_PUBLIC_ORIGIN'],
    [{ ...MAIL, PSP_SECRET: SECRET, PSP_PUBLIC_ORIGIN: 'http://akademi.example.dk' }, 'PSP_PUBLIC_ORIGIN'],
    [{ ...MAIL }, 'PSP_SECRET'],
    [{ ...MAIL, PSP_SECRET: 'x'.repeat(31) }, 'PSP_SECRET'],
    [{ PSP_SMTP_URL: MAIL.PSP_SMTP_URL, PSP_SECRET: SECRET }, 'PSP_MAIL_FROM'],
    [{ PSP_MAIL_FROM: MAIL.PSP_MAIL_FROM, PSP_SECRET: SECRET }, 'PSP_SMTP_URL'],
    [{ ...MAIL, PSP_SMTP_URL: 'https://mail.example.dk', PSP_SECRET: SECRET }, 'PSP_SMTP_URL'],
    [{ ...OIDC, PSP_SECRET: SECRET, PSP_OIDC_ISSUER: 'login' }, 'PSP_OIDC_ISSUER'],
    [{ ...OIDC, PSP_SECRET: SECRET, PSP_OIDC_ISSUER: 'http://login.example.dk' }, 'PSP_OIDC_ISSUER'],
    [{ PSP_OIDC_ISSUER: OIDC.PSP_OIDC_ISSUER, PSP_SECRET: SECRET }, 'PSP_OIDC_CLIENT_ID'],
    [{ PSP_OIDC_CLIENT_ID: 'psp', PSP_OIDC_CLIENT_SECRET: 's', PSP_SECRET: SECRET }, 'PSP_OIDC_ISSUER'],
    [{ PSP_TRUSTED_PROXY: 'yes' }, 'PSP_TRUSTED_PROXY'],
    [{ PSP_PROT: '4321' }, 'PSP_PROT'],
    [{ PSP_OIDC_ACR: 'high', PSP_SECRET: SECRET }, 'PSP_OIDC_ISSUER'],
  ])('%o is refused with one sentence that names the setting', (variables, name) => {
    const sentence = refusal(variables);
    expect(sentence).toContain(name);
    expect(sentence).not.toContain('\n');
    expect(sentence).toMatch(/\.$/);
  });

  test('no sentence repeats a secret', () => {
    expect(refusal({ ...MAIL, PSP_SECRET: 'short-canary' })).not.toContain('canary');
    expect(refusal({ PSP_DATABASE_URL: 'mysql://user:canary@host' })).not.toContain('canary');
    expect(refusal({ PSP_PUBLIC_ORIGIN: 'https://user:canary@host.example' })).not.toContain('canary');
  });

  test('the server stops with exit code 1 and that sentence, before it opens anything', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['server.mjs'], {
      cwd: projectRoot,
      env: { PATH: process.env.PATH, PSP_HOST: '0.0.0.0', PSP_DATA_DIR: '/nowhere/at/all' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('Der er ingen måde at logge ind på');
  });
});
