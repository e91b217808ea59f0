import type { APIRoute } from 'astro';
import { may } from '#src/organisation/access.ts';

/** After sign-in: to what the person comes for. */
export const GET: APIRoute = ({ locals: { principal }, redirect }) => {
  if (may(principal, 'learning.read')) return redirect('/min-laering', 303);
  if (may(principal, 'indicators.read')) return redirect('/styregruppe', 303);
  return redirect(may(principal, 'feedback.settle') ? '/redaktion' : '/', 303);
};
