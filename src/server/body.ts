import { IncomingMessage } from 'node:http';
import { BODY_LIMIT } from './limits.ts';

/** Whether the announced length is more than any of our forms needs (security.md IN-1). */
export function isTooLarge({ headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) > BODY_LIMIT;
}

/** Whether a body comes in pieces without saying how long it is. */
export function isUnannounced({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined;
}

/** The request with its body read whole; null when it is larger than allowed, and then no more of it is read. */
export async function readWhole(request: IncomingMessage): Promise<IncomingMessage | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  const { 'transfer-encoding': _, ...headers } = request.headers;
  const whole = Object.assign(new IncomingMessage(request.socket), {
    method: request.method,
    url: request.url,
    httpVersion: request.httpVersion,
    complete: true,
    headers: { ...headers, 'content-length': String(size) },
  });
  whole.push(Buffer.concat(chunks));
  whole.push(null);
  return whole;
}
