import { getActionContext } from 'astro:actions';
import { defineMiddleware } from 'astro:middleware';
import { randomUUID } from 'node:crypto';
import { may } from '#src/organisation/access.ts';
import { csrfVerdict } from '#src/server/csrf.ts';
import { logFault, logRequest } from '#src/server/log.ts';
import { ownPath } from '#src/server/own-path.ts';
import type { ProblemCode } from '#src/server/problem.da.ts';
import { problemAnswer } from '#src/server/problem.ts';
import { ROUTES } from '#src/server/routes.ts';
import { getServices } from '#src/server/services.ts';
import { hashSessionId, outboxKeyOf, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#src/server/session.ts';
import { VISITOR_COOKIE, VISITOR_COOKIE_OPTIONS } from '#src/server/visitors.ts';

/** What every request passes: whence it comes, who it is, whether the route is theirs, and the answer of a form. */
export const onRequest = defineMiddleware(async (context, next) => {
  // Prerendered pages are made at build time, for everybody alike.
  if (context.isPrerendered) return next();
  const { request, locals, routePattern: route } = context;
  const problem = (code: ProblemCode, back?: string) => problemAnswer(request, code, back);
  const id = randomUUID();
  const began = performance.now();
  let response: Response;
  try {
    response = await answer();
  } catch (error) {
    logFault(id, route, error);
    response = problem('fault');
  }
  // Whatever depends on a sign-in stays out of every cache (security.md XSS-2).
  response.headers.set('cache-control', 'no-store');
  logRequest({ id, method: request.method, route, status: response.status, ms: Math.round(performance.now() - began) });
  return response;

  async function answer(): Promise<Response> {
    const services = await getServices();
    const { configuration } = services;
    const verdict = csrfVerdict(request, configuration.origin);
    if (verdict === 'foreign') return problem('foreign-origin');
    if (verdict === 'unsupported-type') return problem('unsupported-type');
    const access = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined;
    if (access === undefined) return problem('not-found');

    const cookie = context.cookies.get(SESSION_COOKIE)?.value;
    const session = cookie ? await services.sessions.find(hashSessionId(cookie), services.now().getTime()) : undefined;
    if (cookie && !session) context.cookies.delete(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
    locals.services = services;
    locals.principal = session?.principal ?? null;
    locals.profile = session?.profile ?? null;
    locals.outboxKey = session?.principal.learner ? outboxKeyOf(session.principal.person, configuration.secret) : null;
    const code =
      access === 'public' || access === 'scenario.play' ? context.cookies.get(VISITOR_COOKIE)?.value : undefined;
    locals.visitor = code ? await services.visitors.find(code) : null;
    if (code && !locals.visitor) context.cookies.delete(VISITOR_COOKIE, VISITOR_COOKIE_OPTIONS);
    locals.isDemo = configuration.isDemo;
    locals.signInOptions = {
      demo: configuration.isDemo && route === '/log-ind' ? await services.organisation.demonstrationPersons() : null,
      mail: configuration.mail !== null,
      oidc: configuration.oidc && { name: configuration.oidc.name },
    };

    // Who plays without an account may play, and nothing else (security.md ANON-1).
    const isPlaying = access === 'scenario.play' && !session && locals.visitor !== null;
    if (access !== 'public' && !isPlaying) {
      if (!session)
        return request.method === 'GET'
          ? context.redirect(`/log-ind?naeste=${encodeURIComponent(context.url.pathname)}`, 303)
          : problem('not-signed-in', ownPath(context.url.pathname, '/'));
      if (!may(session.principal, access)) return problem('not-found');
    }

    const { action, setActionResult, serializeActionResult } = getActionContext(context);
    if (action?.calledFrom === 'form') {
      const result = await action.handler();
      if (!result.error)
        return context.redirect(ownPath((result.data as { to?: string } | undefined)?.to, '/start'), 303);
      if (result.error.code === 'UNAUTHORIZED') return problem('not-signed-in', ownPath(context.url.pathname, '/'));
      setActionResult(action.name, serializeActionResult(result));
      const page = await next();
      // The page tells what is wrong; so does its status.
      return page.status === 200
        ? new Response(page.body, { status: result.error.status, headers: page.headers })
        : page;
    }
    const page = await next();
    return page.status === 404 && page.body === null ? problem('not-found') : page;
  }
});
