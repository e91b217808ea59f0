import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEMS, type ProblemCode, RETURN_PATH } from './problem.da.ts';

const pages = new Map<ProblemCode, string>();

/**
 * The page that says what went wrong and what to do, as it was built; the same bytes whoever asks (security.md AUTHZ-2).
 * @param back for a sign-in that ran out: where the person was
 */
export function problemPage(code: ProblemCode, back?: string): Response {
  const html = built(code);
  return new Response(
    back === undefined ? html : html.replaceAll(RETURN_PATH, `/log-ind?naeste=${encodeURIComponent(back)}`),
    {
      status: PROBLEMS[code].status,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  );
}

function built(code: ProblemCode): string {
  let html = pages.get(code);
  if (html === undefined) {
    html = readFileSync(join(process.cwd(), 'dist/client/problemer', `${code}.html`), 'utf8');
    pages.set(code, html);
  }
  return html;
}
