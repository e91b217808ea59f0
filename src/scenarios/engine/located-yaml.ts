import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { closest } from './closest.ts';
import { type FindingCode, finding, type Path } from './findings.ts';
import { type Shaped, shapeFindings } from './shape-findings.ts';

/** Where a file breaks its format, and what to do, in plain Danish. */
export interface FormatFinding {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Dotted path within the file: `nodes.del.choices.0.why`. */
  readonly path: string;
  /** The same as keys. */
  readonly at: Path;
  /** Stable code of the kind of fault (findings.ts). */
  readonly code: FindingCode;
  readonly kind: 'error' | 'missing' | 'warning';
  /** Sentence and remedy, without the last full stop. */
  readonly message: string;
  readonly sentence: string;
  readonly remedy: string;
}
export type LineOf = (path: readonly PropertyKey[]) => number;
export type Located<T> =
  | { readonly ok: true; readonly data: T; readonly lineOf: LineOf }
  | { readonly ok: false; readonly findings: FormatFinding[] };

/** What YAML gives, before any schema has seen it. */
export type LooseYaml =
  | { readonly ok: true; readonly value: unknown; readonly document: Document; readonly lineOf: LineOf }
  | { readonly ok: false; readonly findings: FormatFinding[] };

/**
 * Reads YAML 1.2 by a schema; never throws on the text. Every finding names the line, so that an author finds it without
 * knowing the schema.
 * @param file as it shall be named in findings
 */
export function readLocatedYaml<T>(text: string, file: string, schema: z.ZodType<T>): Located<T> {
  const loose = readLooseYaml(text, file);
  if (!loose.ok) return loose;
  // Without the input a missing field could not be told from one of a wrong type.
  const parsed = schema.safeParse(loose.value, { reportInput: true });
  if (parsed.success) return { ok: true, data: parsed.data, lineOf: loose.lineOf };
  return { ok: false, findings: locatedFindings(parsed.error.issues, loose, file) };
}

/** Reads YAML 1.2 alone; never throws on the text. */
export function readLooseYaml(text: string, file: string): LooseYaml {
  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, version: '1.2', logLevel: 'error' });
  } catch (error) {
    // Brackets within brackets beyond what the reader's stack holds.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, findings: [located(file, 1, { code: 'yaml-ulaeselig', at: [], params: {} })] };
  }
  // Later faults mostly follow from the first on their line.
  const first = document.errors.filter(
    ({ pos }, index, all) => all.findIndex((one) => lineAt(one.pos[0]) === lineAt(pos[0])) === index,
  );
  if (first.length > 0)
    return { ok: false, findings: first.map((one) => located(file, lineAt(one.pos[0]), { ...yamlFault(one) })) };
  const lineOf: LineOf = (path) => {
    // The nearest node that exists: a missing field has no line of its own, its parent has.
    for (let length = path.length; length >= 0; length -= 1) {
      const key = path.slice(0, length);
      const node = length === 0 ? document.contents : (document.getIn(key, true) ?? keyNode(document, key));
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  try {
    return { ok: true, value: document.toJS(), document, lineOf };
  } catch (error) {
    // Only an alias can fail here (one without an anchor, or so many that they would fill the memory), or the depth.
    if (!(error instanceof ReferenceError) && !(error instanceof RangeError)) throw error;
    const line = /\*/.test(text) ? text.slice(0, text.indexOf('*')).split('\n').length : 1;
    return { ok: false, findings: [located(file, line, { code: 'yaml-alias', at: [], params: {} })] };
  }

  function lineAt(offset: number): number {
    return Math.max(1, lines.linePos(offset).line);
  }
}

/** The findings of a schema, each with its line. @param fields of the format, for the one that a misspelt one is most like */
export function locatedFindings(
  issues: readonly z.core.$ZodIssue[],
  { document, lineOf }: Extract<LooseYaml, { ok: true }>,
  file: string,
  fields: ReadonlySet<string> = new Set(),
): FormatFinding[] {
  return shapeFindings(issues).map((shaped) => {
    const line = lineOf(shaped.at);
    const key = String(shaped.at.at(-1) ?? '');
    // A key that nobody wrote as one: what stands after a comma in a text without quotation marks.
    if (shaped.code === 'ukendt-felt' && isCutText(document, shaped.at))
      return located(file, line, { code: 'uden-anfoerselstegn', at: shaped.at, params: { words: key } });
    const near = shaped.code === 'ukendt-felt' ? closest(key, fields) : undefined;
    return located(file, line, near === undefined ? shaped : { ...shaped, hint: `Mente du ${near}?` });
  });
}

function located(file: string, line: number, { code, at, params, hint }: Shaped): FormatFinding {
  const { message, suggestion, kind } = finding(code, params, { at, hint });
  const remedy = suggestion ?? '';
  const before = code.startsWith('yaml-') ? 'Filen kan ikke læses som YAML: ' : '';
  return {
    file,
    line,
    path: at.map(String).join('.'),
    at,
    code,
    kind: kind ?? 'error',
    message: `${before}${message} ${remedy}`.replace(/\.$/, ''),
    sentence: message,
    remedy,
  };
}

function keyNode(document: Document, path: readonly PropertyKey[]): unknown {
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))?.key;
}

/** Whether a field is the rest of a text that a comma has cut within braces. */
function isCutText(document: Document, path: Path): boolean {
  const parent = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent) || parent.flow !== true) return false;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (!isPair(pair)) return false;
  const value = isScalar(pair.value) ? pair.value.value : pair.value;
  return value === null || /\s/.test(String(path.at(-1)));
}

/** What YAML's own codes mean to an author. */
const YAML_FAULTS: Readonly<Record<string, Extract<FindingCode, `yaml-${string}`>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'yaml-kolon',
  MULTILINE_IMPLICIT_KEY: 'yaml-kolon',
  TAB_AS_INDENT: 'yaml-tabulator',
  BAD_INDENT: 'yaml-indrykning',
  BLOCK_IN_FLOW: 'yaml-kolon',
  MISSING_CHAR: 'yaml-uafsluttet',
  DUPLICATE_KEY: 'yaml-dobbelt-navn',
  BAD_SCALAR_START: 'yaml-tegn',
  BAD_DQ_ESCAPE: 'yaml-tegn',
  BAD_DIRECTIVE: 'yaml-tegn',
  BAD_ALIAS: 'yaml-alias',
  ALIAS_PROPS: 'yaml-alias',
  MULTIPLE_ANCHORS: 'yaml-alias',
  MULTIPLE_DOCS: 'yaml-flere',
};

function yamlFault({ code, message }: YAMLError): Shaped {
  // The reader calls a bracket that is never closed a fault of indentation, since the file's end stands too far out.
  if (code === 'BAD_INDENT' && /end with a/.test(message)) return { code: 'yaml-uafsluttet', at: [], params: {} };
  if (/^A block sequence/.test(message)) return { code: 'yaml-indrykning', at: [], params: {} };
  return { code: YAML_FAULTS[code] ?? 'yaml-ulaeselig', at: [], params: {} };
}
