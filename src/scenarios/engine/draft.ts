import type { z } from 'zod';
import type { Path } from './findings.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

/** Stands where a text is missing. No rule reads it as a text, and no reader ever sees it. */
export const MISSING_TEXT = '\u2060mangler\u2060';
/** Stands where a name is missing. It names nothing. */
export const MISSING_ID = 'mangler-i-filen';

/** A file that breaks the format, filled in so far that the rest can be looked at. For the checker alone: never played, saved or shown. */
export interface Draft {
  readonly scenario: Scenario;
  /** Where something else than a text was missing or wrong: what is found there follows from that. */
  readonly damaged: readonly Path[];
}

/** As many times as one repair may bring the next to light: a scene, its choice, the choice's list, a line of it. */
const MOST_ROUNDS = 14;

type Issue = z.core.$ZodIssue;
/** Plain data, as YAML gives it. */
type Tree = { [key: string | number]: unknown };

/**
 * Fills in what breaks the format with what says that it is missing.
 * @returns undefined when what stands there has nothing of a case
 */
export function draftOf(value: unknown): Draft | undefined {
  if (!isTree(value) || Array.isArray(value) || !isTree(value.nodes)) return undefined;
  const copy: Tree = structuredClone(value);
  const damaged = new Map<string, Path>();
  const tried = new Map<string, number>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const parsed = scenarioSchema.safeParse(copy, { reportInput: true });
    if (parsed.success) return { scenario: parsed.data, damaged: [...damaged.values()] };
    for (const issue of parsed.error.issues) {
      const path = issue.path.filter((key) => typeof key !== 'symbol');
      const key = JSON.stringify(path);
      const times = (tried.get(key) ?? 0) + 1;
      tried.set(key, times);
      // What cannot be mended where it stands goes, and its parent is mended instead.
      const isText = times <= 2 ? repair(copy, path, issue) : replaceParent(copy, path);
      if (isText) damaged.delete(key);
      else damaged.set(key, path);
    }
  }
  return undefined;
}

/** @returns whether only a text was filled in */
function repair(copy: Tree, path: Path, issue: Issue): boolean {
  const now = valueAt(copy, path);
  if (issue.code === 'unrecognized_keys') {
    const holder = isTree(now) ? now : {};
    for (const key of issue.keys) delete holder[key];
    return false;
  }
  if (issue.code === 'custom') return put(copy, path, path.at(-1) === 'missing' ? MISSING_TEXT : undefined);
  if (issue.code === 'invalid_key') return put(copy, path, undefined);
  if (issue.code === 'invalid_union') return put(copy, path, stand(copy, path));
  // A text is tried first; a name refuses it in the next round.
  if (issue.code === 'invalid_format' || issue.code === 'too_big') return put(copy, path, name(path));
  if (issue.code === 'too_small')
    return put(copy, path, typeof now === 'string' ? MISSING_TEXT : atLeast(path, issue, now));
  if (issue.code === 'invalid_value') return put(copy, path, issue.values[0]);
  if (issue.code === 'invalid_type') return put(copy, path, empty(issue.expected));
  return put(copy, path, undefined);
}

/** Something of the right type that says nothing. */
function empty(expected: string): unknown {
  if (expected === 'string') return MISSING_TEXT;
  if (expected === 'array') return [];
  if (expected === 'boolean') return false;
  return expected === 'number' || expected === 'int' ? 1 : {};
}

function name(path: Path): unknown {
  if (path.length === 1 && path[0] === 'version') return '1.0.0';
  if (path.length === 1 && path[0] === 'lawDate') return '1900-01-01';
  if (path.at(-1) === 'chose') return `${MISSING_ID}/${MISSING_ID}`;
  return path.at(-1) === 'minutes' ? 1 : MISSING_ID;
}

function atLeast(path: Path, issue: Extract<Issue, { code: 'too_small' }>, now: unknown): unknown {
  if (!Array.isArray(now)) return Number(issue.minimum);
  const filling = path.at(-1) === 'competences' || path.at(-1) === 'to' ? MISSING_ID : {};
  return [...now, ...Array.from({ length: Number(issue.minimum) - now.length }, () => filling)];
}

/** What can stand where a value fits none of several shapes. */
function stand(copy: Tree, path: Path): unknown {
  const last = path.at(-1);
  const list = path.at(-2);
  if (last === 'type' || path[0] === 'nodes') {
    if (path.length === 3 && last === 'type') return kindOf(valueAt(copy, path.slice(0, -1)));
    if (last === 'goto') return MISSING_ID;
    if (last === 'auto') return MISSING_ID;
    if (list === 'passages') return { text: MISSING_TEXT };
  }
  if (path[0] === 'vars' && path.length === 2) return { type: 'bool', init: false };
  if (list === 'set') return false;
  return { visited: MISSING_ID };
}

/** The kind of scene that its fields speak of. */
function kindOf(node: unknown): string {
  if (!isTree(node)) return 'brief';
  if ('choices' in node) return 'decision';
  if ('parts' in node) return 'commit';
  if ('aims' in node || 'recipients' in node) return 'sharing';
  if ('valence' in node) return 'outcome';
  return 'when' in node ? 'inject' : 'brief';
}

function replaceParent(copy: Tree, path: Path): boolean {
  const isScene = path[0] === 'nodes' && path.length >= 2;
  if (isScene) return put(copy, path.slice(0, 2), { type: 'brief', title: MISSING_TEXT, goto: MISSING_ID });
  return put(copy, path.slice(0, Math.max(1, path.length - 1)), undefined);
}

/** @returns whether only a text was filled in */
function put(copy: Tree, path: Path, value: unknown): boolean {
  const holder = valueAt(copy, path.slice(0, -1));
  const key = path.at(-1);
  if (!isTree(holder) || key === undefined) return false;
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return value === MISSING_TEXT;
}

function valueAt(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  return isTree(value) && Object.hasOwn(value, key) ? valueAt(value[key], rest) : undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}
