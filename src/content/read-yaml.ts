import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Something an author must mend: where it stands and what to do, in plain Danish. */
export interface Finding {
  /** Path from the project's root. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

export type Read<T> =
  | { ok: true; data: T; lineOf(path: readonly PropertyKey[]): number }
  | { ok: false; findings: Finding[] };

/**
 * Reads one YAML 1.2 file and checks it against a schema. Every finding names the line, so that an author finds it
 * without knowing the schema.
 * @throws when the file cannot be read at all (missing, no permission)
 */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Read<T> {
  const shown = relative(root, file);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, version: '1.2' });
  if (document.errors.length > 0) {
    return {
      ok: false,
      findings: document.errors.map((error) => ({
        file: shown,
        line: lines.linePos(error.pos[0]).line,
        message: `Filen kan ikke læses som YAML: ${error.message.split('\n')[0]}`,
      })),
    };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    // The nearest node that exists: a missing field has no line of its own, its parent has.
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    return {
      ok: false,
      findings: parsed.error.issues.map((issue) => ({
        file: shown,
        line: lineOf(issue.path),
        message: `${issue.path.map(String).join('.') || 'Filen'}: ${danish(issue)}`,
      })),
    };
  }
  return { ok: true, data: parsed.data, lineOf };
}

/** What zod found, as an instruction. Messages written in our schemas are Danish already. */
function danish(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `feltet ${issue.keys.join(', ')} findes ikke i formatet. Ret navnet, eller fjern det`;
    case 'invalid_type':
      return issue.input === undefined ? 'feltet mangler' : `skal være ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `skal være en af: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'værdien passer ikke til formatet';
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'custom':
      return issue.message;
    default:
      return issue.message;
  }
}

const TYPES: Record<string, string> = {
  string: 'en tekst',
  number: 'et tal',
  int: 'et helt tal',
  boolean: 'true eller false',
  array: 'en liste',
  object: 'et objekt med felter',
};
