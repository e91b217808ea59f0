import { type Document, isScalar, visit } from 'yaml';
import { checkDraft, checkScenario } from './check.ts';
import { BUDGET, type CheckContext, type CheckFinding, type CheckReport } from './check-report.ts';
import { draftOf } from './draft.ts';
import { finding, helpAnchor, type Path } from './findings.ts';
import type { FormatFinding, LineOf } from './located-yaml.ts';
import { readScenario } from './parse.ts';
import { looksLikeCpr } from './personal-data.ts';
import type { Scenario } from './schema.ts';
import { wayInWords } from './way.ts';

/** A finding with its place in the file. */
export interface LocatedFinding extends CheckFinding {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly kind: 'error' | 'missing' | 'warning';
  /** The way there by titles and words. */
  readonly way: readonly string[];
}

/** Something that is not written yet. */
export interface MissingPart {
  readonly at: Path;
  readonly line: number;
  readonly message: string;
}

export interface TextReport {
  /** The case, where its file keeps the format; a draft is never given out. */
  readonly scenario?: Scenario;
  readonly findings: readonly LocatedFinding[];
  /** What the findings say is missing, in the file's order. */
  readonly missing: readonly MissingPart[];
  readonly coverage: CheckReport['coverage'];
  readonly played: CheckReport['played'];
}

/** What a case may refer to; a function where that depends on the case that it mirrors. */
export type ContextFor = CheckContext | ((scenario: Pick<Scenario, 'twinOf'>) => CheckContext);

/**
 * Checks a file in stages, each on what the one before has left: YAML, shape, references, plays, writing. A missing field
 * silences nothing but what follows from it. Never throws on the text.
 * @param file as it shall be named in findings
 */
export function checkText(text: string, file: string, context: ContextFor, budget = BUDGET): TextReport {
  const read = readScenario(text, file);
  if (read.kind === 'unreadable') return report([], read.findings.map(fromFormat), { coverage: [], played: 'none' });
  const { document, lineOf } = read;
  const written = inTheFile(text, document, file);
  if (read.kind === 'whole') {
    const { scenario } = read;
    const checked = checkScenario(scenario, contextFor(scenario), budget);
    return { scenario, ...report(written, located(scenario, checked.findings, lineOf), checked) };
  }
  const shape = read.findings.map(fromFormat);
  const draft = draftOf(read.value);
  if (!draft) return report(written, shape, { coverage: [], played: 'none' });
  const checked = checkDraft(draft, contextFor(draft.scenario), budget);
  return report(written, [...shape, ...located(draft.scenario, checked.findings, lineOf)], checked);

  function contextFor(scenario: Scenario): CheckContext {
    return typeof context === 'function' ? context(scenario) : context;
  }

  function located(scenario: Scenario, findings: readonly CheckFinding[], lineOf: LineOf): LocatedFinding[] {
    return findings.map((one) => ({
      ...one,
      file,
      line: lineOf(one.at ?? (one.node === null ? [] : ['nodes', one.node])),
      kind: one.kind ?? one.severity,
      way: wayInWords(scenario, one.path),
    }));
  }
}

/** What is said of a file whose bytes are no text. @param line counted from 1 */
export function notUtf8(file: string, line: number): TextReport {
  const one = { ...finding('ikke-utf8', { line }), file, line, kind: 'error' as const, way: [] };
  return report([], [one], { coverage: [], played: 'none' });
}

function report(
  written: readonly LocatedFinding[],
  others: readonly LocatedFinding[],
  { coverage, played }: Pick<CheckReport, 'coverage' | 'played'>,
): TextReport {
  const findings = [...written, ...others];
  const missing = findings
    .filter(({ kind }) => kind === 'missing')
    .map(({ at = [], line, message }) => ({ at, line, message }))
    .toSorted((a, b) => a.line - b.line);
  return { findings, missing, coverage, played };
}

function fromFormat({ file, line, at, code, kind, sentence, remedy }: FormatFinding): LocatedFinding {
  const node = at[0] === 'nodes' && at[1] !== undefined ? String(at[1]) : null;
  const help = helpAnchor(code);
  return {
    file,
    line,
    at,
    code,
    kind,
    severity: 'error',
    node,
    message: sentence,
    suggestion: remedy,
    help,
    path: [],
    way: [],
  };
}

/** Fields in which a mark of a remark cuts a text. */
const PROSE = new Set(
  'title summary label intro name definite text short day question hint why missing follows'.split(' '),
);

/** What only the file shows, and not its data: remarks. */
function inTheFile(text: string, document: Document, file: string): LocatedFinding[] {
  const found: LocatedFinding[] = [];
  const add = (line: number, one: CheckFinding) =>
    found.push({ ...one, file, line, kind: one.kind ?? one.severity, way: [] });
  for (const [index, row] of text.split('\n').entries()) {
    const remark = /(?:^|\s)#(.*)$/.exec(row)?.[1];
    if (remark !== undefined && looksLikeCpr(remark)) add(index + 1, finding('cpr-nummer', {}));
  }
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value) || !PROSE.has(String(key.value))) return;
      const isCut = value.type === 'PLAIN' && value.comment && typeof value.value === 'string';
      if (isCut && value.range)
        add(lineAt(value.range[0]), finding('afkortet-tekst', { read: String(value.value).slice(-40) }));
    },
  });
  return found;
}
