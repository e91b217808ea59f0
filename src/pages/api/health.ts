import type { APIRoute } from 'astro';

/** For the proxy in front: answers while both stores do. */
export const GET: APIRoute = async ({ locals }) => {
  await locals.services.people.isEmpty();
  return Response.json({ status: 'ok' });
};
