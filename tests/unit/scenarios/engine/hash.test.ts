import { expect, test } from 'vitest';
import { canonicalJson } from '#src/scenarios/engine/hash.ts';
import { scenarioHash } from '#src/scenarios/engine/index.ts';
import { buildScenario } from '#tests/support/scenarios.ts';

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reversed(one)]),
  );
}

test('the hash is 64 hex digits', () => {
  expect(scenarioHash(buildScenario())).toMatch(/^[0-9a-f]{64}$/);
});

test('the order of keys does not matter', () => {
  const scenario = buildScenario();
  expect(scenarioHash(reversed(scenario) as typeof scenario)).toBe(scenarioHash(scenario));
});

test('the order of a list matters', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test('a changed word matters', () => {
  const changed = buildScenario({ nodes: { bordet: { choices: { venter: { why: 'Et andet ord.' } } } } });
  expect(scenarioHash(changed)).not.toBe(scenarioHash(buildScenario()));
});

test('an absent field and an undefined one are the same', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
});
