import content from 'virtual:psp-content';
import type { APIRoute } from 'astro';
import { steeringCsv } from '#src/indicators/csv.ts';
import { steeringPage } from '#src/indicators/steering.ts';

/** The page's table as a file: the same published rows, no more and no less (security.md CSV-1, STAT-7). */
export const GET: APIRoute = async ({ locals, params }) => {
  const { principal, services } = locals;
  const { district = '' } = params;
  const outcome = principal && (await steeringPage(services.publications, content, principal, district));
  if (outcome?.kind !== 'page') return new Response(null, { status: 404 });
  const csv = steeringCsv(outcome.page, content, await services.organisation.placeNames());
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="psp-tal-${outcome.page.district}-${outcome.page.month}.csv"`,
    },
  });
};
