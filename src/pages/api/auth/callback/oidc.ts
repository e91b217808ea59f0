import type { APIRoute } from 'astro';

/** The identity provider sends the browser back here with its proof. */
export const GET: APIRoute = ({ locals, request }) =>
  locals.services.configuration.oidc ? locals.services.signIn.finishOidc(request) : new Response(null, { status: 404 });
