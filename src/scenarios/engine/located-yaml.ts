import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Where a file breaks its format, and what to do, in plain Danish. */
export interface FormatFinding {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Dotted path within the file: `nodes.del.choices.0.why`. */
  readonly path: string;
  /** Stable code of the kind of fault. */
  readonly code: string;
  readonly message: string;
}
export type Located<T> =
  | { readonly ok: true; readonly data: T; readonly lineOf: (path: readonly PropertyKey[]) => number }
  | { readonly ok: false; readonly findings: FormatFinding[] };

/**
 * Reads YAML 1.2 by a schema; never throws on the text. Every finding names the line, so that an author finds it without
 * knowing the schema.
 * @param file as it shall be named in findings
 */
export function readLocatedYaml<T>(text: string, file: string, schema: z.ZodType<T>): Located<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', logLevel: 'error' });
  if (document.errors.length > 0)
    return {
      ok: false,
      findings: document.errors.map(({ pos, message }) => ({
        file,
        line: lines.linePos(pos[0]).line,
        path: '',
        code: 'yaml',
        message: `Filen kan ikke læses som YAML: ${message.split('\n')[0]}`,
      })),
    };
  const lineOf = (path: readonly PropertyKey[]): number => {
    // The nearest node that exists: a missing field has no line of its own, its parent has.
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // Only an alias can fail here: one without an anchor, or so many that they would fill the memory.
    const message = `Filen kan ikke læses som YAML: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, findings: [{ file, line: 1, path: '', code: 'yaml', message }] };
  }
  // Without the input a missing field could not be told from one of a wrong type.
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, data: parsed.data, lineOf };
  return {
    ok: false,
    findings: parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      path: issue.path.map(String).join('.'),
      code: issue.code,
      message: danish(issue),
    })),
  };
}

/** What zod found, as an instruction. Messages written in our schemas are Danish already. */
function danish(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `Feltet ${issue.keys.join(', ')} findes ikke i formatet. Ret navnet, eller fjern det`;
    case 'invalid_type':
      return issue.input === undefined ? 'Feltet mangler' : 'Værdien har en forkert type';
    case 'invalid_value':
      return `Skriv en af: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'Værdien passer ikke til formatet. Se, hvad feltet kan være, i formatets beskrivelse';
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'Navnet passer ikke til formatet';
    case 'too_small':
      return isOurs(issue.message) ? issue.message : `Der skal være mindst ${issue.minimum}`;
    case 'too_big':
      return isOurs(issue.message) ? issue.message : `Der må højst være ${issue.maximum}`;
    default:
      return issue.message;
  }
}

/** Whether a schema of ours wrote the message; zod's own are English. */
function isOurs(message: string): boolean {
  return !/^Too (small|big)/.test(message);
}
