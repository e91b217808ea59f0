import type { IncomingMessage, ServerResponse } from 'node:http';
import { readWhole } from './body.ts';
import { logBlocked } from './log.ts';

/**
 * A browser tells that a policy stopped something. Only the directive is kept: addresses and samples may hold what a
 * person wrote (security.md LOG-1). Nothing is changed, so it needs no sign-in.
 */
export async function takeReport(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const whole = await readWhole(request);
  let body = '';
  for await (const chunk of whole ?? []) body += String(chunk);
  const [, directive] = /"effective-directive"\s*:\s*"([a-z-]{1,40})"/.exec(body) ?? [];
  if (directive) logBlocked(directive);
  response.writeHead(204).end();
}
