import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEMS, type ProblemCode, RETURN_PATH } from './problem.da.ts';

const pages = new Map<ProblemCode, string>();

/** Who asks for JSON and not for a page, such as a script or a probe. */
export function wantsJson(accept: string | null | undefined): boolean {
  return /\bapplication\/(problem\+)?json\b/.test(accept ?? '') && !/\btext\/html\b/.test(accept ?? '');
}

/** The problem as RFC 9457 wants it; the title is the page's, so that both say the same. */
export function problemJson(code: ProblemCode): string {
  const { status, title, text } = PROBLEMS[code];
  return JSON.stringify({ type: `/problemer/${code}`, title, status, detail: text });
}

/** Answers in the form that was asked for. */
export function problemAnswer(request: Pick<Request, 'headers'>, code: ProblemCode, back?: string): Response {
  if (!wantsJson(request.headers.get('accept'))) return problemPage(code, back);
  return new Response(problemJson(code), {
    status: PROBLEMS[code].status,
    headers: { 'content-type': 'application/problem+json' },
  });
}

/**
 * The page that says what went wrong and what to do, as it was built; the same bytes whoever asks (security.md AUTHZ-2).
 * @param back for a sign-in that ran out: where the person was
 */
function problemPage(code: ProblemCode, back?: string): Response {
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
