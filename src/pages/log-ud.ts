import type { APIRoute } from 'astro';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#src/server/session.ts';

/** Ends the sign-in at once, and leaves nothing in the browser (security.md SESS-2). */
export const POST: APIRoute = async ({ locals, cookies }) => {
  const { principal, services } = locals;
  if (principal) await services.sessions.end(principal, services.now().getTime());
  cookies.delete(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
  return new Response(null, { status: 303, headers: { location: '/', 'clear-site-data': '"cookies", "storage"' } });
};
