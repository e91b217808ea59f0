import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { scenarioFiles } from '#src/content/load.ts';
import { checkScenario, parseScenario } from '#src/scenarios/engine/index.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { knownElsewhere } from '#tests/support/scenarios.ts';

/** Authors break files in every way: a reader never crashes, and says where. */
const texts = scenarioFiles(projectRoot).map((file) => readFileSync(file, 'utf8'));
const anyText = fc.constantFrom(...texts);

function expectLocated(text: string): void {
  const parsed = parseScenario(text, 'sag.yaml');
  if (parsed.ok) return;
  expect(parsed.findings.length).toBeGreaterThan(0);
  for (const { file, line, code, message } of parsed.findings) {
    expect(file).toBe('sag.yaml');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(text.split('\n').length + 1);
    expect(code).not.toBe('');
    expect(message).toMatch(/\p{L}/u);
  }
}

test('a library file with a piece cut out, doubled or replaced is read or refused with a line', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.nat(),
      fc.nat({ max: 400 }),
      fc.oneof(
        fc.constant(''),
        fc.string({ maxLength: 40 }),
        fc.constantFrom('&a ', '*a', '{', '- ', '\t', ': ', '"', '---\n'),
      ),
      (text, at, length, piece) => {
        const from = at % text.length;
        expectLocated(text.slice(0, from) + piece + text.slice(from + length));
      },
    ),
    { numRuns: 150 },
  );
});

/** All places in a tree of data, as paths. */
function pathsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

function spoil(value: unknown, path: readonly (string | number)[], junk: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return junk;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  if (rest.length === 0 && junk === undefined) delete copy[key];
  else copy[key] = spoil(copy[key], rest, junk);
  return copy;
}

test('a value of the rich case replaced by anything, or taken away, is refused with a line or checked without a crash', () => {
  const rich = structuredClone(buildRichScenario());
  const paths = pathsIn(rich).filter((path) => path.length > 0);
  const junk = fc.oneof(
    fc.constant(undefined),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('__proto__', 'constructor', 'runden', 'kommune', 'table', '', -1, 1e9),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths), junk, (path, value) => {
      const text = stringify(spoil(rich, path, value));
      expectLocated(text);
      const parsed = parseScenario(text, 'sag.yaml');
      if (parsed.ok)
        for (const { message, severity } of checkScenario(parsed.scenario, knownElsewhere, 2_000).findings) {
          expect(message).toMatch(/\p{L}/u);
          expect(['error', 'warning']).toContain(severity);
        }
    }),
    { numRuns: 400 },
  );
  // Each of the 400 cases is walked from every seat with what every choice costs.
}, 120_000);

test('the case that is spoiled is whole before', () => {
  expect(parse(stringify(buildRichScenario()))).toEqual(buildRichScenario());
});
