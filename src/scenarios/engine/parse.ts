import type { Document } from 'yaml';
import { finding, type ParamsOf } from './findings.ts';
import { FIELD_NOTES } from './json-schema.da.ts';
import { type FormatFinding, type LineOf, locatedFindings, readLooseYaml } from './located-yaml.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { lineOfLost } from './utf8.ts';

/** Three times the largest case there is; a reader is through it in well under a second. */
const MOST_KB = 256;
const MOST_SCENES = 400;

/** The names of the format's fields: the last part of the place that a note is for. */
const FIELDS = new Set(Object.keys(FIELD_NOTES).map((place) => place.slice(place.lastIndexOf('.') + 1)));

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario; readonly lineOf: LineOf }
  | { readonly ok: false; readonly findings: FormatFinding[] };

/** A case as far as it could be read: whole, of a shape that is not kept, or no YAML at all. */
export type Read =
  | { readonly kind: 'whole'; readonly scenario: Scenario; readonly document: Document; readonly lineOf: LineOf }
  | {
      readonly kind: 'broken';
      readonly value: unknown;
      readonly document: Document;
      readonly lineOf: LineOf;
      readonly findings: FormatFinding[];
    }
  | { readonly kind: 'unreadable'; readonly findings: FormatFinding[] };

/** Reads a scenario file; never throws on its text. @param file as it shall be named in findings */
export function parseScenario(text: string, file: string): Parsed {
  const read = readScenario(text, file);
  return read.kind === 'whole'
    ? { ok: true, scenario: read.scenario, lineOf: read.lineOf }
    : { ok: false, findings: read.findings };
}

/** Reads what can be read of a scenario file; never throws on its text. Too much is refused before it is read. */
export function readScenario(text: string, file: string): Read {
  const refuse = <C extends 'for-stor-fil' | 'for-mange-scener' | 'ikke-utf8'>(
    code: C,
    params: ParamsOf<C>,
    line = 1,
  ): Read => {
    const { message: sentence, suggestion } = finding(code, params);
    const remedy = suggestion ?? '';
    const message = `${sentence} ${remedy}`.replace(/\.$/, '');
    return {
      kind: 'unreadable',
      findings: [{ file, line, path: '', at: [], code, kind: 'error', message, sentence, remedy }],
    };
  };
  const size = Math.ceil(text.length / 1024);
  if (size > MOST_KB) return refuse('for-stor-fil', { size, most: MOST_KB, scenes: MOST_SCENES });
  const lost = lineOfLost(text);
  if (lost !== undefined) return refuse('ikke-utf8', { line: lost }, lost);
  const loose = readLooseYaml(text, file);
  if (!loose.ok) return { kind: 'unreadable', findings: loose.findings };
  const count = scenesIn(loose.value);
  if (count > MOST_SCENES) return refuse('for-mange-scener', { count, scenes: MOST_SCENES }, loose.lineOf(['nodes']));
  const { value, document, lineOf } = loose;
  const parsed = scenarioSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return { kind: 'whole', scenario: parsed.data, document, lineOf };
  return {
    kind: 'broken',
    value,
    document,
    lineOf,
    findings: locatedFindings(parsed.error.issues, loose, file, FIELDS),
  };
}

function scenesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('nodes' in value)) return 0;
  return typeof value.nodes === 'object' && value.nodes !== null ? Object.keys(value.nodes).length : 0;
}
