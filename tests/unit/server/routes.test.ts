import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '#src/organisation/permissions.ts';
import { ROUTES } from '#src/server/routes.ts';
import { projectRoot } from '#tests/support/imports.ts';

/** Routes that run on demand, as Astro names them: everything under src/pages that is not prerendered. */
const onDemand = globSync('src/pages/**/*.{astro,ts}', { cwd: projectRoot })
  .filter((file) => !/^export const prerender = true;?$/m.test(readFileSync(join(projectRoot, file), 'utf8')))
  .map(
    (file) =>
      file
        .replace(/^src\/pages/, '')
        .replace(/\.(astro|ts)$/, '')
        .replace(/\/index$/, '') || '/',
  )
  .sort();

/** What a visitor without an account may reach; a new one is a decision. */
const PUBLIC = [
  '/404',
  '/500',
  '/api/auth/callback/oidc',
  '/api/health',
  '/bevis/[code]',
  '/fejl',
  '/log-ind',
  '/log-ind/kode',
  '/log-ind/oidc',
  '/maa-jeg-dele',
  '/scenarier/[scenario]',
  '/soeg',
  '/uden-konto',
];

describe('AUTHZ-1: the routes', () => {
  test('every route that runs on demand has a row', () => {
    expect(onDemand.filter((route) => !Object.hasOwn(ROUTES, route))).toEqual([]);
  });

  test('every row but those of prerendered errors is a route', () => {
    expect(
      Object.keys(ROUTES).filter((route) => !onDemand.includes(route) && !['/404', '/500'].includes(route)),
    ).toEqual([]);
  });

  test('every row is public or names an action of the matrix', () => {
    for (const [route, access] of Object.entries(ROUTES))
      expect(access === 'public' || Object.hasOwn(PERMISSIONS, access), route).toBe(true);
  });

  test('exactly these are public', () => {
    expect(
      Object.keys(ROUTES)
        .filter((route) => ROUTES[route] === 'public')
        .sort(),
    ).toEqual(PUBLIC);
  });
});
