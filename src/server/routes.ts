import type { Action } from '#src/organisation/permissions.ts';

/** Who may come to a route at all; the query behind it decides about each record. */
export type RouteAccess = 'public' | Action;

/**
 * Every route that runs on demand, by pattern (security.md AUTHZ-1). A route that is not here answers 404; prerendered
 * pages are files and public by nature. tests/unit/server/routes.test.ts compares this with src/pages.
 */
export const ROUTES: Readonly<Record<string, RouteAccess>> = {
  '/404': 'public',
  '/500': 'public',
  '/api/auth/callback/oidc': 'public',
  '/api/health': 'public',
  '/bevis/[code]': 'public',
  '/bevis/[code]/kursusbevis.pdf': 'learning.read',
  '/fejl': 'public',
  '/genopfriskning': 'learning.read',
  '/genopfriskning/[attempt]': 'learning.read',
  '/log-ind': 'public',
  '/log-ind/kode': 'public',
  '/log-ind/oidc': 'public',
  '/log-ud': 'session.end',
  '/maa-jeg-dele': 'public',
  '/maaling/[point]': 'learning.read',
  '/min-laering': 'session.end',
  '/mine-logind': 'session.end',
  '/moduler/[module]/forloeb': 'learning.read',
  '/moduler/[module]/forloeb/[step]': 'learning.read',
  '/redaktion': 'feedback.settle',
  '/scenarier/[scenario]': 'public',
  '/scenarier/[scenario]/spil/[attempt]': 'scenario.play',
  '/scenarier/[scenario]/gennemgang/[attempt]': 'scenario.play',
  '/start': 'session.end',
  '/styregruppe': 'indicators.read',
  '/soeg': 'public',
  '/uden-konto': 'public',
  '/styregruppe/[district]': 'indicators.read',
  '/styregruppe/[district]/tal.csv': 'indicators.read',
};
