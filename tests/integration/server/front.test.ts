import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { frontServer, LONG_PAGE, PAGE_POLICY } from './front-server.ts';

type Running = Awaited<ReturnType<typeof frontServer>>;
let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Answers like the application does, and tells what it was asked. */
async function application(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') await new Promise((resolve) => setTimeout(resolve, 30)); // the application asks the database first
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const path = (request.url ?? '').split('?')[0];
  if (path === '/side')
    response
      .writeHead(200, {
        'content-type': 'text/html',
        'content-security-policy': PAGE_POLICY,
        'set-cookie': ['a=1', 'b=2'],
      })
      .end(LONG_PAGE);
  else if (path === '/api/ping') response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
  else if (path === '/vej') response.writeHead(303, { location: '/log-ind' }).end();
  else if (path === '/fejl') throw new Error('canary of the fault');
  else
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ headers: request.headers, url: request.url, body }));
}
const start = async (options?: Parameters<typeof frontServer>[1]) => {
  running = await frontServer((request, response) => application(request, response) as unknown as undefined, options);
  return running;
};

const FIXED: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

describe('XSS-2: headers on every response', () => {
  const paths = [
    '/',
    '/moduler',
    '/side',
    '/api/ping',
    '/vej',
    '/fejl',
    '/findes-ikke.js',
    '/_astro/side.abc.js',
    '/favicon.svg',
    '/%zz',
    '/%00',
  ];

  test.each(paths)('%s', async (path) => {
    const { address } = await start();
    const { headers } = await fetch(`${address}${path}`, { redirect: 'manual' });
    for (const [name, value] of Object.entries(FIXED)) expect(headers.get(name), name).toBe(value);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["frame-ancestors 'none'"]) expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('a refused body has them too', async () => {
    const { address } = await start();
    const { status, headers } = await fetch(`${address}/side`, { method: 'POST', body: 'x'.repeat(70_000) });
    expect(status).toBe(413);
    for (const [name, value] of Object.entries(FIXED)) expect(headers.get(name), name).toBe(value);
  });

  test("a page's own hashes stay in force, and nothing else is let in", async () => {
    const { address } = await start();
    for (const path of ['/side', '/moduler', '/']) {
      const policy = (await fetch(`${address}${path}`)).headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("script-src 'self' 'sha256-abc='");
      expect(policy, path).toContain("default-src 'none'");
    }
  });

  test('a page in German dress: HTML always says that it is UTF-8', async () => {
    const { address } = await start();
    for (const path of ['/side', '/', '/%zz'])
      expect((await fetch(`${address}${path}`)).headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/i);
  });

  test('HSTS where the public origin is https', async () => {
    const { address } = await start({
      settings: {
        PSP_PUBLIC_ORIGIN: 'https://akademi.example.dk',
        PSP_SECRET: 's'.repeat(32),
        PSP_SMTP_URL: 'smtps://mail.example.dk',
        PSP_MAIL_FROM: 'a@example.dk',
      },
    });
    for (const path of ['/', '/side', '/findes-ikke.js'])
      expect((await fetch(`${address}${path}`)).headers.get('strict-transport-security')).toBe(
        'max-age=31536000; includeSubDomains',
      );
  });

  test('what depends on a request is not kept; what never changes is', async () => {
    const { address } = await start();
    const kept = async (path: string) => (await fetch(`${address}${path}`)).headers.get('cache-control');
    expect(await kept('/side')).toContain('no-store');
    expect(await kept('/%zz')).toContain('no-store');
    expect(await kept('/moduler')).toBe('no-cache');
    expect(await kept('/_astro/side.abc.js')).toContain('immutable');
  });
});

describe('the public origin', () => {
  test('IN-2: what a request says of host, scheme and client is not believed', async () => {
    const { address } = await start();
    const answer = await fetch(`${address}/ekko`, {
      headers: {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'gopher',
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-port': '1',
        forwarded: 'host=evil.example',
        'x-forwarded-anything': 'evil',
      },
    });
    const { headers } = (await answer.json()) as { headers: Record<string, string> };
    expect(headers.host).toBe('localhost:4999');
    expect(headers['x-forwarded-host']).toBe('localhost:4999');
    expect(headers['x-forwarded-proto']).toBe('http');
    expect(headers['x-forwarded-for']).toBeUndefined();
    expect(JSON.stringify(headers)).not.toMatch(/evil|203\.0\.113|gopher/);
  });

  test('an evil Host header has no effect', async () => {
    const { raw } = await start();
    const answer = await raw('GET /ekko HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(answer).toContain('localhost:4999');
    expect(answer).not.toContain('evil.example');
  });

  test('IN-2: of a trusted hop, only the last address counts', async () => {
    const { address } = await start({ settings: { PSP_TRUSTED_PROXY: '1' } });
    const answer = await fetch(`${address}/ekko`, {
      headers: { 'x-forwarded-for': '10.0.0.1, 198.51.100.2, 203.0.113.9' },
    });
    const { headers } = (await answer.json()) as { headers: Record<string, string> };
    expect(headers['x-forwarded-for']).toBe('203.0.113.9');
  });
});

describe('IN-1: bodies', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test('64 KiB is let through whole, one byte more is refused in Danish', async () => {
    const { address } = await start();
    const full = await fetch(`${address}/ekko`, { method: 'POST', headers: form, body: 'x'.repeat(64 * 1024) });
    expect(((await full.json()) as { body: string }).body).toHaveLength(64 * 1024);
    const over = await fetch(`${address}/ekko`, { method: 'POST', headers: form, body: 'x'.repeat(64 * 1024 + 1) });
    expect(over.status).toBe(413);
    expect(await over.text()).toContain('Det er for meget på én gang');
  });

  const chunked = (body: string, size = 1000) => {
    const chunks = body.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
    return `POST /ekko HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')}0\r\n\r\n`;
  };

  test('a body whose length is not announced arrives whole, and no more than allowed', async () => {
    const { raw } = await start();
    expect(await raw(chunked('a=hel-og-uden-tab'))).toContain('a=hel-og-uden-tab');
    expect(await raw(chunked('x'.repeat(70_000)))).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('two lengths, or a length and chunks, are no request', async () => {
    const { raw } = await start();
    const twice = await raw('POST /ekko HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde');
    const mixed = await raw(
      'POST /ekko HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    expect([twice, mixed].map((answer) => answer.slice(0, 12))).toEqual(['HTTP/1.1 400', 'HTTP/1.1 400']);
  });
});

describe('compression', () => {
  test.each(['br', 'gzip'])('pages of the application come as %s and read the same', async (encoding) => {
    const { address } = await start();
    const answer = await fetch(`${address}/side`, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(LONG_PAGE.length / 5);
    expect(await answer.text()).toBe(LONG_PAGE);
  });

  test('files come as they were packed at build time', async () => {
    const { address } = await start();
    const answer = await fetch(`${address}/_astro/side.abc.js`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.text()).toContain('xxx');
  });

  test('who cannot unpack gets it plain', async () => {
    const { raw } = await start();
    const answer = await raw('GET /side HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer).toContain(LONG_PAGE.slice(0, 200));
    expect(answer.toLowerCase()).not.toContain('content-encoding');
  });
});

describe('reports of what a policy stopped', () => {
  const report = (address: string, body: string) =>
    fetch(`${address}/api/csp`, { method: 'POST', headers: { 'content-type': 'application/csp-report' }, body });

  test('are taken, whatever they hold', async () => {
    const { address } = await start();
    for (const body of [
      '{"csp-report":{"effective-directive":"script-src-elem","blocked-uri":"https://evil.example/canary"}}',
      '',
      '{',
      'x'.repeat(60_000),
      '[[[',
    ])
      expect((await report(address, body)).status).toBe(204);
    expect((await report(address, 'x'.repeat(70_000))).status).toBe(413);
  });

  test('every policy says where they go', async () => {
    const { address } = await start();
    for (const path of ['/', '/side', '/favicon.svg', '/%zz'])
      expect((await fetch(`${address}${path}`)).headers.get('content-security-policy')).toContain(
        'report-uri /api/csp',
      );
  });
});

describe('faults', () => {
  test('a fault of the application is a Danish page without its reason', async () => {
    const { address } = await start();
    const answer = await fetch(`${address}/fejl`);
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain('Noget gik galt hos os');
    expect(text).not.toContain('canary');
  });

  test('the pages that errors are made from are no pages of their own', async () => {
    const { address } = await start();
    for (const path of ['/problemer/fault', '/problemer/fault.html'])
      expect((await (await fetch(`${address}${path}`)).text()).includes('Noget gik galt')).toBe(false);
  });

  test.each(['/%zz', '/%00', '/a%00b', '/%c0%af'])('the address %s is not found', async (path) => {
    const { address } = await start();
    expect((await fetch(`${address}${path}`)).status).toBe(404);
  });

  test.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/_astro/..%2f..%2f..%2fetc/passwd',
    '//etc/passwd',
  ])('no file outside the site: %s', async (path) => {
    const { raw } = await start();
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).not.toContain('"dependencies"');
    expect(answer).not.toContain('root:');
  });
});

describe('IN-3: time and number', () => {
  test('the limits are those of the rule', async () => {
    const { server } = await start();
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
  });

  test('slow headers and slow bodies are cut while others are served', async () => {
    const { address, raw } = await start({
      limits: { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 },
    });
    const began = performance.now();
    const slow = Array.from({ length: 50 }, (_, at) =>
      raw(
        at % 2 === 0
          ? 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '
          : 'POST /ekko HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf',
        5000,
      ),
    );
    for (let at = 0; at < 20; at += 1) expect((await fetch(`${address}/api/ping`)).status).toBe(200);
    for (const answer of await Promise.all(slow)) expect(answer === '' || answer.startsWith('HTTP/1.1 408')).toBe(true);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('the limits are looked after often enough to mean something', async () => {
    const { raw } = await start({ limits: { headersTimeout: 200, requestTimeout: 400 } });
    const began = performance.now();
    await raw('GET / HTTP/1.1\r\nHost: x\r\n', 8000);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  test('SIGTERM: not ready, and every answer asks the browser to leave', async () => {
    const { address, front } = await start();
    front.stop();
    const health = await fetch(`${address}/api/health`);
    expect(health.status).toBe(503);
    expect(health.headers.get('connection')).toBe('close');
    const page = await fetch(`${address}/side`);
    expect(page.status).toBe(200);
    expect(page.headers.get('connection')).toBe('close');
  });
});
