import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { z } from 'zod';
import { decodeUtf8, readLocatedYaml } from '#src/scenarios/engine/index.ts';

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

/** Reads one file of authored data. @throws when the file cannot be read at all (missing, no permission) */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Read<T> {
  const name = relative(root, file);
  const decoded = decodeUtf8(readFileSync(file));
  if (!decoded.ok) {
    const { line } = decoded;
    return {
      ok: false,
      findings: [{ file: name, line, message: 'Filen er ikke gemt som UTF-8. Gem den igen som UTF-8' }],
    };
  }
  const read = readLocatedYaml(decoded.text, name, schema);
  if (read.ok) return read;
  return {
    ok: false,
    findings: read.findings.map(({ line, path, message }) => ({
      file: name,
      line,
      message: path ? `${path}: ${message}` : message,
    })),
  };
}
