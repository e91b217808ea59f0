import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { scenarioFiles } from '#src/content/load.ts';
import { checkText } from '#src/scenarios/engine/index.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { knownElsewhere } from '#tests/support/scenarios.ts';

/** A file is broken in every way while it is written: the checker tells what it can, and never its own marks. */
function expectTold(text: string, budget: number): void {
  const report = checkText(text, 'sag.yaml', knownElsewhere, budget);
  const shown = JSON.stringify(report);
  expect(shown).not.toContain('mangler-i-filen');
  expect(shown).not.toContain('\u2060');
  if (report.scenario === undefined) expect(report.findings.some(({ severity }) => severity === 'error')).toBe(true);
  for (const { line, code, message, kind } of report.findings) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(text.split('\n').length + 1);
    expect(code).not.toBe('');
    expect(message).toMatch(/\p{L}/u);
    expect(['error', 'missing', 'warning']).toContain(kind);
  }
}

function pathsIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

function spoil(value: unknown, path: readonly (string | number)[], junk: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return junk;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const changed = entries.flatMap(([name, one]) => {
    if (name !== String(key)) return [[name, one] as const];
    return rest.length === 0 && junk === undefined ? [] : [[name, spoil(one, rest, junk)] as const];
  });
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
}

test('any two values of a case replaced by anything, or taken away, are told with a line and without a crash', () => {
  const rich = structuredClone(buildRichScenario());
  const paths = pathsIn(rich).filter((path) => path.length > 0);
  const junk = fc.oneof(
    fc.constant(undefined),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('__proto__', 'constructor', 'runden', 'kommune', 'table', '', -1, 1e9, null),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths), junk, fc.constantFrom(...paths), junk, (one, a, other, b) => {
      expectTold(stringify(spoil(spoil(rich, one, a), other, b)), 5_000);
    }),
    { numRuns: 250 },
  );
}, 60_000);

test('a library file with a piece cut out is told with a line and without a crash', () => {
  const texts = scenarioFiles(projectRoot).map((file) => readFileSync(file, 'utf8'));
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 200 }), (text, at, length) => {
      const from = at % text.length;
      expectTold(text.slice(0, from) + text.slice(from + length), 100_000);
    }),
    { numRuns: 25 },
  );
}, 60_000);
