import type { z } from 'zod';
import { closest } from './closest.ts';
import type { FindingCode, ParamsOf, Path } from './findings.ts';

/** A breach of the format, ready to be told by the catalogue. */
export type Shaped = {
  [C in FindingCode]: { readonly code: C; readonly at: Path; readonly params: ParamsOf<C>; readonly hint?: string };
}[FindingCode];

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: 'en tekst',
  number: 'et tal',
  int: 'et helt tal',
  boolean: 'true eller false',
  array: 'en liste',
  object: 'felter med navne',
  record: 'felter med navne',
};

/** What zod found, as the catalogue tells it. Messages written in our schemas are Danish already. */
export function shapeFindings(issues: readonly Issue[]): Shaped[] {
  return issues.flatMap((issue) => shaped(issue, []));
}

function shaped(issue: Issue, before: Path): Shaped[] {
  const at = [...before, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const field = nameOf(at);
  const isAbsent = issue.input === undefined;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField([...at, key], key));
    case 'invalid_type':
      if (isAbsent) return [{ code: 'mangler', at, params: { field } }];
      return [{ code: 'forkert-type', at, params: { field, expected: typeName(issue.expected) } }];
    case 'invalid_value':
      if (isAbsent) return [{ code: 'mangler', at, params: { field } }];
      return [oneOf(at, issue.values, issue.input)];
    case 'invalid_union':
      return fromUnion(issue, at);
    case 'invalid_key': {
      const [inner] = issue.issues;
      return [{ code: 'formregel', at, params: { message: inner?.message ?? 'Navnet passer ikke til formatet' } }];
    }
    case 'too_small':
      if (typeof issue.input === 'string' && issue.input.trim() === '')
        return [{ code: 'tom-tekst', at, params: { field } }];
      return isOurs(issue.message)
        ? [rule(issue.message, at, false)]
        : [{ code: 'for-lidt', at, params: { field, limit: Number(issue.minimum) } }];
    case 'too_big':
      return isOurs(issue.message)
        ? [rule(issue.message, at, false)]
        : [{ code: 'for-meget', at, params: { field, limit: Number(issue.maximum) } }];
    default:
      if (!isOurs(issue.message)) return [{ code: 'forkert-form', at, params: { field } }];
      // A refinement says what must stand beside something else: what is not there is missing, not wrong.
      return [rule(issue.message, at, issue.code === 'custom' && /skal (?:sige|have)/.test(issue.message))];
  }
}

function rule(message: string, at: Path, isMissing: boolean): Shaped {
  return { code: isMissing ? 'mangler-her' : 'formregel', at, params: { message } };
}

/** The best of what a union says: of the branches, the one that the author most likely meant. */
function fromUnion(issue: Extract<Issue, { code: 'invalid_union' }>, at: Path): Shaped[] {
  const field = nameOf(at);
  if ('discriminator' in issue && typeof issue.discriminator === 'string') {
    const chosen = valueAt(issue.input, [issue.discriminator]) ?? issue.input;
    const values = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
    if (typeof chosen !== 'string') return [{ code: 'mangler', at, params: { field } }];
    return [oneOf(at, values, chosen)];
  }
  if (issue.input === undefined) return [{ code: 'mangler', at, params: { field } }];
  const branches = issue.errors;
  const wrongRoot = branches.map(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? first : null,
  );
  if (wrongRoot.every((one) => one !== null)) {
    const expected = [...new Set(wrongRoot.map((one) => typeName(one?.expected ?? '')))].join(' eller ');
    return [{ code: 'forkert-type', at, params: { field, expected } }];
  }
  const literals = sameLiteral(branches);
  if (literals) {
    const value = valueAt(issue.input, literals.path);
    const here = [...at, ...literals.path];
    return [
      value === undefined
        ? { code: 'mangler', at: here, params: { field: nameOf(here) } }
        : oneOf(here, literals.values, value),
    ];
  }
  const scored = branches.map((branch) => ({ branch, score: branch.reduce((sum, one) => sum + weight(one), 0) }));
  const least = Math.min(...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === least).map(({ branch }) => branch);
  const [only] = best;
  // Several fit as badly: the author has written none of the fields that would tell which is meant.
  if (best.length > 1 || least >= UNSURE) {
    const fields = best.flatMap((branch) => branch.flatMap((one) => (isMissing(one) ? [String(one.path[0])] : [])));
    const unknown = best[0]?.flatMap((one) => (one.code === 'unrecognized_keys' ? one.keys : [])) ?? [];
    const names = [...new Set(fields)];
    if (names.length > 1) {
      const near = unknown.map((key) => closest(key, names)).find((one) => one !== undefined);
      const shown = { field: `Feltet ${field}`, fields: names.join(', ') };
      return [{ code: 'et-af-felterne', at, params: shown, ...(near ? { hint: `Mente du ${near}?` } : {}) }];
    }
  }
  return (only ?? []).flatMap((one) => shaped(one, at));
}

const UNSURE = 5;

/** How far an issue puts a branch from what the author meant: another kind of thing, another type, a field too many. */
function weight(issue: Issue): number {
  if (issue.path.length === 0 && issue.code === 'invalid_type') return 100;
  if (issue.code === 'invalid_value' && issue.path.length === 1) return 50;
  if (issue.code === 'unrecognized_keys') return 3 * issue.keys.length;
  return isMissing(issue) ? 2 : 1;
}

function isMissing(issue: Issue): boolean {
  return issue.path.length === 1 && issue.input === undefined && issue.code.startsWith('invalid_');
}

/** The values that all branches ask for in one and the same place, as `type` does. */
function sameLiteral(branches: readonly (readonly Issue[])[]): { path: Path; values: unknown[] } | undefined {
  const asked = branches.map((branch) => branch.find((one) => one.code === 'invalid_value' && one.path.length === 1));
  const key = asked[0]?.path[0];
  if (typeof key !== 'string' || !asked.every((one) => one?.path[0] === key)) return undefined;
  return { path: [key], values: asked.flatMap((one) => (one?.code === 'invalid_value' ? one.values : [])) };
}

function unknownField(at: Path, key: string): Shaped {
  return { code: 'ukendt-felt', at, params: { field: key } };
}

function oneOf(at: Path, values: readonly unknown[], input: unknown): Shaped {
  const names = values.map(String);
  const near = typeof input === 'string' ? closest(input, names) : undefined;
  return {
    code: 'ikke-paa-listen',
    at,
    params: { field: nameOf(at), values: names.join(', ') },
    ...(near ? { hint: `Mente du ${near}?` } : {}),
  };
}

function typeName(expected: string): string {
  return TYPES[expected] ?? 'noget andet';
}

/** The name of a field as an author sees it: a number in a list is counted from one. */
function nameOf(at: Path): string {
  const last = at.at(-1);
  if (last === undefined) return 'filen';
  return typeof last === 'number' ? `${String(at.at(-2) ?? 'listen')} nr. ${last + 1}` : last;
}

function valueAt(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? valueAt(Reflect.get(value, key), rest)
    : undefined;
}

/** Whether a schema of ours wrote the message; zod's own are English. */
function isOurs(message: string): boolean {
  return !/^(Too (small|big)|Invalid|Unrecognized|Expected)/.test(message);
}
