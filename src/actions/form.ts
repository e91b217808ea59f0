import { ActionError } from 'astro:actions';
import type { z } from 'zod';
import text from './form.da.ts';

/**
 * Reads a posted form by a strict schema: a field that is unknown, repeated or a file is refused, so that nothing the
 * form did not offer reaches a service (security.md AUTHZ-5, IN-1). Astro's own reader would drop unknown fields.
 * @throws {ActionError} UNPROCESSABLE_CONTENT with a sentence for the reader
 */
export function readForm<T>(form: FormData, schema: z.ZodType<T>): T {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name in fields)
      throw new ActionError({ code: 'UNPROCESSABLE_CONTENT', message: text.unreadable });
    // Browsers send line ends as CRLF; what the person wrote has plain ones.
    fields[name] = value.replace(/\r\n/g, '\n');
  }
  const parsed = schema.safeParse({ ...fields });
  if (parsed.success) return parsed.data;
  const custom = parsed.error.issues.find((issue) => issue.code === 'custom' || issue.code === 'too_big');
  const missing = parsed.error.issues.find((issue) => issue.path.length > 0 && !(String(issue.path[0]) in fields));
  throw new ActionError({
    code: 'UNPROCESSABLE_CONTENT',
    message: custom?.message ?? (missing ? text.chooseOne : text.unreadable),
  });
}
