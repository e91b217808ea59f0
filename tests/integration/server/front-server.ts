import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { readConfiguration } from '#src/server/configuration.ts';
import { createFront } from '#src/server/front.ts';
import { SERVER_LIMITS } from '#src/server/limits.ts';
import { PROBLEMS } from '#src/server/problem.da.ts';

export const PAGE_POLICY = "default-src 'none'; script-src 'self' 'sha256-abc='; style-src 'self'";
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(3000))});`;
export const LONG_PAGE = `<!doctype html><title>Side</title>${'<p>Ord og ord.</p>'.repeat(500)}`;

/** The front as server.mjs starts it, with a small site on disk, in front of an application of the test's own. */
export async function frontServer(
  application: RequestListener,
  { settings = {}, limits = {} }: { settings?: Record<string, string>; limits?: Partial<typeof SERVER_LIMITS> } = {},
) {
  const root = mkdtempSync(join(tmpdir(), 'psp-front-'));
  const client = join(root, 'dist/client');
  for (const folder of ['_astro', 'problemer', 'moduler']) mkdirSync(join(client, folder), { recursive: true });
  const page = (title: string) =>
    `<!doctype html><html lang="da"><head><meta http-equiv="content-security-policy" content="${PAGE_POLICY.replaceAll("'", '&#39;')}"><title>${title}</title></head></html>`;
  writeFileSync(join(client, 'index.html'), page('Forside'));
  writeFileSync(join(client, 'moduler.html'), page('Moduler'));
  writeFileSync(join(client, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(client, '_astro/side.abc.js'), SCRIPT);
  writeFileSync(join(client, '_astro/side.abc.js.br'), brotliCompressSync(SCRIPT));
  for (const [code, { title }] of Object.entries(PROBLEMS))
    writeFileSync(join(client, `problemer/${code}.html`), page(title));
  const configuration = readConfiguration({ PSP_PUBLIC_ORIGIN: 'http://localhost:4999', ...settings }, root);
  const front = createFront(
    configuration,
    (request: IncomingMessage, response: ServerResponse) => application(request, response as never),
    root,
  );
  const server = createServer({ ...SERVER_LIMITS, ...limits }, front.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    front,
    server,
    /** Sends bytes as they are; what came back when the other side closed, or after `wait` milliseconds. */
    raw(bytes: string, wait = 2000): Promise<string> {
      return new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1');
        let answer = '';
        const done = () => {
          clearTimeout(timer);
          socket.destroy();
          resolve(answer);
        };
        const timer = setTimeout(done, wait);
        socket.on('data', (chunk) => {
          answer += chunk.toString();
        });
        socket.on('close', done);
        socket.on('error', done);
        socket.write(bytes);
      });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(root, { recursive: true, force: true });
    },
  };
}
