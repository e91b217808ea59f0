import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import sirv from 'sirv';
import type { Configuration } from './configuration.ts';
import { PROBLEMS, type ProblemCode } from './problem.da.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => unknown;

/** Largest body of any of our forms, in bytes (security.md IN-1). */
const BODY_LIMIT = 64 * 1024;

/** What a page may load and do; the application adds the hashes of its own scripts (security.md XSS-2). */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
/** Prerendered pages carry their script hashes in a meta tag, and both policies bind: this one must not forbid what the hashes allow. */
const STATIC_POLICY =
  "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'; default-src 'self'; script-src 'self'";
const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** Everything in front of the application: one place that every response passes, also errors and files. */
export function createFront(configuration: Configuration, application: Handler, root: string) {
  const origin = new URL(configuration.origin);
  const isSecure = origin.protocol === 'https:';
  const client = join(root, 'dist/client');
  const policies = metaPolicies();
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
      response.setHeader('Content-Security-Policy', policies(path) ?? POLICY);
    },
  });
  let isStopping = false;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    secure(response);
    pin(request);
    if (isStopping) response.setHeader('Connection', 'close');
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (!isReadable(path)) return problem(response, 'not-found');
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) {
      request.resume();
      return problem(response, 'too-large');
    }
    if (request.headers['transfer-encoding'] && !request.headers['content-length']) limit(request, response);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    // What an error page is made from is no page of its own.
    if (isRead && !path.startsWith('/problemer/') && path !== '/404' && path !== '/500')
      return files(request, response, () => run(request, response));
    return run(request, response);
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
    // The application's own policy lacks frame-ancestors, which works in a header only.
    const set = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      const isPolicy =
        name.toLowerCase() === 'content-security-policy' &&
        typeof value === 'string' &&
        !value.includes('frame-ancestors');
      if (name.toLowerCase() === 'content-type' && value === 'text/html') return set(name, 'text/html; charset=utf-8');
      return set(name, isPolicy ? `${value.replace(/;\s*$/, '')}; frame-ancestors 'none'` : value);
    };
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      setAll(response, rest.at(-1));
      return writeHead(status);
    }) as typeof response.writeHead;
  }

  /** Host and scheme are ours by configuration: what a request says of them is nobody's business (stack 2.3, IN-2). */
  function pin(request: IncomingMessage): void {
    const { headers } = request;
    const forwarded = configuration.trustsProxy
      ? String(headers['x-forwarded-for'] ?? '')
          .split(',')
          .at(-1)
          ?.trim()
      : undefined;
    for (const name of Object.keys(headers))
      if (name.startsWith('x-forwarded-') || name === 'forwarded') delete headers[name];
    headers.host = origin.host;
    headers['x-forwarded-host'] = origin.host;
    headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
    if (forwarded) headers['x-forwarded-for'] = forwarded;
  }

  function problem(response: ServerResponse, code: ProblemCode): void {
    if (response.headersSent) {
      response.end();
      return;
    }
    const html = readFileSync(join(client, 'problemer', `${code}.html`));
    response.writeHead(PROBLEMS[code].status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policies(`/problemer/${code}`) ?? POLICY,
      'cache-control': 'no-store',
    });
    response.end(html);
  }

  return {
    handle,
    /** From now on answers ask the browser to close. */
    stop() {
      isStopping = true;
    },
  };

  /** Cuts a body whose length was not announced. */
  function limit(request: IncomingMessage, response: ServerResponse): void {
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > BODY_LIMIT && !response.headersSent) {
        problem(response, 'too-large');
        request.destroy();
      }
    });
  }

  /** The policy of a prerendered page for the header: its meta policy with what only a header can say. */
  function metaPolicies(): (path: string) => string | undefined {
    const known = new Map<string, string>();
    return (path) => {
      if (/\.[a-z0-9]+$/.test(path) && !path.endsWith('.html')) return undefined;
      const name = path === '/' ? '/index' : path.replace(/\.html$/, '');
      let policy = known.get(name);
      if (policy === undefined) {
        policy = fromMeta(join(client, `${name}.html`));
        known.set(name, policy);
      }
      return policy;
    };
  }
}

/** Headers handed to writeHead go the way of all others. */
function setAll(response: ServerResponse, headers: unknown): void {
  if (!headers || typeof headers !== 'object') return;
  for (const [name, value] of Object.entries(headers as Record<string, string | string[]>))
    response.setHeader(name, value);
}

function fromMeta(file: string): string {
  try {
    const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(readFileSync(file, 'utf8'))?.[1];
    return meta
      ? `${meta.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replace(/;\s*$/, '')}; frame-ancestors 'none'`
      : STATIC_POLICY;
  } catch {
    return POLICY; // no such page: the answer is an error page with a policy of its own
  }
}

/** Whether an address can be decoded; a broken one is nobody's page. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

/** Compresses pages of the application; files are compressed beforehand. */
function compress(request: IncomingMessage, response: ServerResponse): void {
  const accepts = String(request.headers['accept-encoding'] ?? '');
  const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null;
  if (!encoding || request.method === 'HEAD') return;
  const chunks: Buffer[] = [];
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const writeHead = response.writeHead;
  const isText = () =>
    /^(text\/|application\/(json|problem\+json))/.test(String(response.getHeader('content-type') ?? ''));
  const take = (chunk: unknown, form: unknown) => {
    if (chunk)
      chunks.push(
        typeof chunk === 'string'
          ? Buffer.from(chunk, typeof form === 'string' ? (form as BufferEncoding) : 'utf8')
          : Buffer.from(chunk as Uint8Array),
      );
  };
  // Headers must wait for the length: a page is small, so it is held whole.
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    setAll(response, rest.at(-1));
    response.statusCode = status;
    return response;
  }) as typeof response.writeHead;
  response.write = ((chunk: unknown, form?: unknown, done?: unknown) => {
    take(chunk, form);
    const callback = typeof form === 'function' ? form : done;
    if (typeof callback === 'function') callback();
    return true;
  }) as typeof response.write;
  response.end = ((chunk?: unknown, form?: unknown) => {
    if (typeof chunk !== 'function') take(chunk, form);
    const body = Buffer.concat(chunks);
    // From here on the response is Node's own again: its end() writes the head.
    response.write = write;
    response.writeHead = writeHead;
    if (body.length < 1024 || !isText()) {
      if (body.length > 0) response.setHeader('content-length', body.length);
      return end(body);
    }
    response.setHeader('content-encoding', encoding);
    response.setHeader('vary', 'accept-encoding');
    response.removeHeader('content-length');
    const send = (error: Error | null, packed: Buffer) => {
      if (error) {
        response.removeHeader('content-encoding');
        end(body);
        return;
      }
      response.setHeader('content-length', packed.length);
      end(packed);
    };
    if (encoding === 'br') brotliCompress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }, send);
    else gzip(body, { level: 6 }, send);
    return response;
  }) as typeof response.end;
}
