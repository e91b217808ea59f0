import type { CheckFinding } from './check-report.ts';
import type { Rule } from './finding-rule.ts';
import { FORMAT_RULES } from './findings-format.da.ts';
import { PLAY_RULES } from './findings-plays.da.ts';
import { REFERENCE_RULES } from './findings-references.da.ts';
import { USE_RULES } from './findings-use.da.ts';
import { WORD_RULES } from './findings-words.da.ts';

/** Every kind of finding by its code: how grave it is, its sentence, and what to do. The page of help is made from it. */
export const FINDINGS = { ...FORMAT_RULES, ...REFERENCE_RULES, ...USE_RULES, ...WORD_RULES, ...PLAY_RULES };

export type FindingCode = keyof typeof FINDINGS;
/** What the sentence of a finding must be told. */
type Params = { [C in FindingCode]: Parameters<(typeof FINDINGS)[C]['say']>[0] };
export type ParamsOf<C extends FindingCode> = Params[C];
/** The same rules, seen so that a code and its parameters belong together. */
const RULES: { readonly [C in FindingCode]: Rule<Params[C]> } = FINDINGS;

export type Path = readonly (string | number)[];

/** Where a finding stands, and how one comes there. All that is left out is found from `at`, or is not so. */
export interface Where {
  /** Keys from the top of the file. */
  readonly at?: Path;
  /** The scene; the second key of `at` when left out. */
  readonly node?: string | null;
  readonly path?: readonly string[];
  readonly seat?: string | undefined;
  /** What helps in this very place, before the general remedy: "Mente du bordet?" */
  readonly hint?: string | undefined;
  /** A walk that is not whole cannot be sure: told as a warning. */
  readonly isUnsure?: boolean;
}

/** A finding in the words of the catalogue. */
export function finding<C extends FindingCode>(code: C, params: Params[C], where: Where = {}): CheckFinding {
  const { at, path = [], seat, hint, isUnsure = false } = where;
  const rule: Rule<Params[C]> = RULES[code];
  return {
    code,
    severity: isUnsure ? 'warning' : rule.severity,
    kind: kindOf(rule, isUnsure),
    node: where.node !== undefined ? where.node : at?.[0] === 'nodes' ? String(at[1]) : null,
    message: rule.say(params),
    path,
    suggestion: hint ? `${hint} ${rule.remedy}` : rule.remedy,
    help: helpAnchor(code),
    ...(seat === undefined ? {} : { seat }),
    ...(at === undefined ? {} : { at }),
  };
}

function kindOf({ severity, missing }: Pick<Rule, 'severity' | 'missing'>, isUnsure: boolean): CheckFinding['kind'] {
  if (isUnsure || severity === 'warning') return 'warning';
  return missing ? 'missing' : 'error';
}

/** The rule of a code; undefined when the catalogue has none. */
export function ruleOf(code: string): Rule<never> | undefined {
  return isCode(code) ? RULES[code] : undefined;
}

export function isCode(code: string): code is FindingCode {
  return Object.hasOwn(FINDINGS, code);
}

/** Where the page of findings tells of a code. */
export function helpAnchor(code: string): string {
  return `fund-${code}`;
}

/** One line of the list of findings. */
export interface ListedFinding {
  readonly code: string;
  readonly kind: 'error' | 'missing' | 'warning';
  readonly title: string;
  readonly remedy: string;
  readonly help: string;
}

/** The whole catalogue, for the page of help. */
export function listFindings(): ListedFinding[] {
  return Object.entries(FINDINGS).map(([code, rule]: [string, Rule<never>]) => ({
    code,
    kind: kindOf(rule, false) ?? 'error',
    title: rule.title,
    remedy: rule.remedy,
    help: helpAnchor(code),
  }));
}

/** Collects findings by code and place. */
export interface Notes {
  readonly findings: CheckFinding[];
  fail<C extends FindingCode>(code: C, at: Path, params: ParamsOf<C>, hint?: string): void;
}

export function notes(): Notes {
  const findings: CheckFinding[] = [];
  return {
    findings,
    fail: (code, at, params, hint) => {
      findings.push(finding(code, params, { at, ...(hint === undefined ? {} : { hint }) }));
    },
  };
}
