import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Scenario, scenarioSchema } from './schema.ts';

/** Where a scenario file breaks the format, and what to do, in plain Danish. */
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
export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly lineOf: (path: readonly PropertyKey[]) => number }
  | { readonly ok: false; readonly findings: FormatFinding[] };

/** Reads a scenario file; never throws on its text. @param file as it shall be named in findings */
export function parseScenario(text: string, file: string): Parsed {
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
  const parsed = scenarioSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, scenario: parsed.data, lineOf };
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
      // Prose has its own message; a list or a number has not.
      return issue.origin === 'string' ? issue.message : `Der skal være mindst ${issue.minimum}`;
    case 'too_big':
      return `Der må højst være ${issue.maximum}`;
    default:
      return issue.message;
  }
}
