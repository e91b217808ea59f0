/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

export type CsrfVerdict = 'pass' | 'foreign' | 'unsupported-type';

/**
 * Whether a request may change something (security.md CSRF-1): the browser says that it comes from our own pages, or, if
 * it says nothing, its origin is ours. Our unsafe routes take forms only; other content types are refused.
 */
export function csrfVerdict(request: Pick<Request, 'method' | 'headers'>, origin: string): CsrfVerdict {
  if (SAFE.has(request.method)) return 'pass';
  const site = request.headers.get('sec-fetch-site');
  if (site === null ? request.headers.get('origin') !== origin : site !== 'same-origin') return 'foreign';
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return FORMS.includes(type) ? 'pass' : 'unsupported-type';
}
