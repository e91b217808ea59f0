import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Compresses pages of the application; files are compressed beforehand. */
export function compress(request: IncomingMessage, response: ServerResponse): void {
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

/** Headers handed to writeHead go the way of all others. */
export function setAll(response: ServerResponse, headers: unknown): void {
  if (!headers || typeof headers !== 'object') return;
  for (const [name, value] of Object.entries(headers as Record<string, string | string[]>))
    response.setHeader(name, value);
}
