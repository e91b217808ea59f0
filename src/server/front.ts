import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { isTooLarge, isUnannounced, readWhole } from './body.ts';
import { compress, setAll } from './compress.ts';
import type { Configuration } from './configuration.ts';
import { completed, PERMISSIONS, POLICY, pagePolicies, REPORT_PATH } from './policy.ts';
import { PROBLEMS, type ProblemCode } from './problem.da.ts';
import { takeReport } from './report.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => unknown;

/** Everything in front of the application: one place that every response passes, also errors and files. */
export function createFront(configuration: Configuration, application: Handler, root: string) {
  const origin = new URL(configuration.origin);
  const isSecure = origin.protocol === 'https:';
  const client = join(root, 'dist/client');
  const policyOf = pagePolicies(client);
  const files = sirv(client, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: ['html'],
    setHeaders(response, path) {
      response.setHeader(
        'Cache-Control',
        path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      response.setHeader('Content-Security-Policy', policyOf(path) ?? POLICY);
    },
  });
  let isStopping = false;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    secure(response);
    pin(request);
    answer(request, response).catch(() => problem(response, 'fault'));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (isStopping) {
      response.setHeader('Connection', 'close');
      if (path === '/api/health') return problem(response, 'stopping');
    }
    if (!isReadable(path)) return problem(response, 'not-found');
    if (isTooLarge(request)) {
      request.resume();
      return problem(response, 'too-large');
    }
    if (path === REPORT_PATH && request.method === 'POST') return takeReport(request, response);
    if (isUnannounced(request)) {
      const whole = await readWhole(request);
      if (whole) return run(whole, response);
      response.setHeader('Connection', 'close');
      return problem(response, 'too-large');
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    // What an error page is made from is no page of its own.
    const isPart = path.startsWith('/problemer/') || path === '/404' || path === '/500';
    if (isRead && !isPart) files(request, response, () => run(request, response));
    else run(request, response);
  }

  function run(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('Cache-Control', 'no-store');
    compress(request, response);
    Promise.resolve(application(request, response, () => problem(response, 'not-found'))).catch(() =>
      problem(response, 'fault'),
    );
  }

  function secure(response: ServerResponse): void {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', PERMISSIONS);
    if (isSecure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    // The application's own headers pass here too: its policy lacks what only a header can say.
    const set = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      const key = name.toLowerCase();
      if (key === 'content-security-policy' && typeof value === 'string') return set(name, completed(value));
      if (key === 'content-type' && value === 'text/html') return set(name, 'text/html; charset=utf-8');
      return set(name, value);
    };
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      setAll(response, rest.at(-1));
      // A browser takes over the headers of "not changed": the page it has kept must keep its own policy.
      if (status === 304) response.removeHeader('Content-Security-Policy');
      return writeHead(status);
    }) as typeof response.writeHead;
  }

  /** Host and scheme are ours by configuration: what a request says of them is nobody's business (security.md IN-2). */
  function pin({ headers }: IncomingMessage): void {
    const hops = configuration.trustsProxy ? String(headers['x-forwarded-for'] ?? '').split(',') : [];
    const client = hops.at(-1)?.trim();
    for (const name of Object.keys(headers))
      if (name.startsWith('x-forwarded-') || name === 'forwarded') delete headers[name];
    headers.host = origin.host;
    headers['x-forwarded-host'] = origin.host;
    headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
    if (client) headers['x-forwarded-for'] = client;
  }

  function problem(response: ServerResponse, code: ProblemCode): void {
    if (response.headersSent) {
      response.end();
      return;
    }
    const html = readFileSync(join(client, 'problemer', `${code}.html`));
    response.writeHead(PROBLEMS[code].status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(`/problemer/${code}`) ?? POLICY,
      'cache-control': 'no-store',
    });
    response.end(html);
  }

  return {
    handle,
    /** From now on we are not ready, and answers ask the browser to leave. */
    stop() {
      isStopping = true;
    },
  };
}

/** Whether an address can be decoded; a broken one is nobody's page. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}
