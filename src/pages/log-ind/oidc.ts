import type { APIRoute } from 'astro';

/** Sends the browser to the identity provider. A link, not a form: form-action 'self' would stop the way out. */
export const GET: APIRoute = ({ locals, request }) =>
  locals.services.configuration.oidc ? locals.services.signIn.startOidc(request) : new Response(null, { status: 404 });
