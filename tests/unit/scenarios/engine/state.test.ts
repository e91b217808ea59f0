import { expect, test } from 'vitest';
import type { Condition } from '#src/scenarios/engine/schema.ts';
import {
  afterEffect,
  autoChoiceIn,
  type Effect,
  holds,
  openingSituation,
  type Situation,
  targetIn,
} from '#src/scenarios/engine/state.ts';
import { buildScenario } from '#tests/support/scenarios.ts';

const situation: Situation = {
  vars: { ansvar: 'kommune', tillid: 1, aaben: false },
  knows: ['kommune:frist', 'politi:frist'],
  told: [],
  visited: ['brevet'],
  trail: [{ node: 'fortael', choice: 'alt', seat: 'kommune', own: true }],
};
const yes: Condition = { visited: 'brevet' };
const no: Condition = { visited: 'bordet' };

test.each<[string, Condition, boolean]>([
  ['is: the same word', { var: 'ansvar', is: 'kommune' }, true],
  ['is: another word', { var: 'ansvar', is: 'ingen' }, false],
  ['is: false is a value', { var: 'aaben', is: false }, true],
  ['is: 1 is not true', { var: 'tillid', is: true }, false],
  ['gte: at the limit', { var: 'tillid', gte: 1 }, true],
  ['gte: below', { var: 'tillid', gte: 2 }, false],
  ['lte: at the limit', { var: 'tillid', lte: 1 }, true],
  ['lte: above', { var: 'tillid', lte: 0 }, false],
  ['gte: of a word holds never', { var: 'ansvar', gte: 0 }, false],
  ['an unknown variable holds never', { var: 'ukendt', lte: 9 }, false],
  ['knows: the seat does', { knows: { seat: 'politi', fact: 'frist' } }, true],
  ['knows: only others do', { knows: { seat: 'psykiatri', fact: 'frist' } }, false],
  ['visited: it was', yes, true],
  ['visited: it was not', no, false],
  ['chose: it was taken', { chose: 'fortael/alt' }, true],
  ['chose: another choice of the scene', { chose: 'fortael/intet' }, false],
  ['all: each holds', { all: [yes, yes] }, true],
  ['all: one does not', { all: [yes, no] }, false],
  ['any: one holds', { any: [no, yes] }, true],
  ['any: none holds', { any: [no, no] }, false],
  ['not: of what does not hold', { not: no }, true],
  ['not: of what holds', { not: yes }, false],
])('condition %s', (_, condition, expected) => {
  expect(holds(condition, situation)).toBe(expected);
});

test('no condition holds always', () => {
  expect(holds(undefined, situation)).toBe(true);
});

test('at the opening every holder knows its own facts, and nobody has been told anything', () => {
  const opening = openingSituation(buildScenario());
  expect(opening.knows).toEqual(['politi:ture', 'politi:vidne', 'kommune:frist', 'kommune:notater', 'psykiatri:kendt']);
  expect(opening).toMatchObject({ vars: { ansvar: 'ingen', tillid: 1 }, told: [], visited: [], trail: [] });
});

const effect: Effect = {
  id: 'kort',
  node: 'spoerg',
  set: { tillid: 2 },
  discloses: [{ fact: 'kendt', to: ['kommune', 'politi'], form: 'short' }],
};

test('after a choice its variables are set, its facts told and known, its scene visited and its step kept', () => {
  const after = afterEffect(situation, effect, 'psykiatri', false);
  expect(after.vars).toEqual({ ansvar: 'kommune', tillid: 2, aaben: false });
  expect(after.knows).toEqual([...situation.knows, 'kommune:kendt', 'politi:kendt']);
  expect(after.told).toEqual([
    { fact: 'kendt', from: 'psykiatri', to: 'kommune', form: 'short', node: 'spoerg' },
    { fact: 'kendt', from: 'psykiatri', to: 'politi', form: 'short', node: 'spoerg' },
  ]);
  expect(after.visited).toEqual(['brevet', 'spoerg']);
  expect(after.trail.at(-1)).toEqual({ node: 'spoerg', choice: 'kort', seat: 'psykiatri', own: false });
});

test('a choice leaves the situation before it as it was', () => {
  const before = structuredClone(situation);
  afterEffect(situation, effect, 'psykiatri', true);
  expect(situation).toEqual(before);
});

test('what is told twice is known once, but both tellings are kept', () => {
  const twice = afterEffect(afterEffect(situation, effect, 'psykiatri', true), effect, 'psykiatri', true);
  expect(twice.knows.filter((one) => one === 'kommune:kendt')).toHaveLength(1);
  expect(twice.told).toHaveLength(4);
  expect(twice.visited.filter((one) => one === 'spoerg')).toHaveLength(1);
});

test('a scene without a decision is visited and leaves no step', () => {
  const leaving: Effect = { id: null, node: 'moedet', set: {}, discloses: [] };
  expect(afterEffect(situation, leaving, 'kommune', false)).toEqual({ ...situation, visited: ['brevet', 'moedet'] });
});

test('a goto leads to its first line that holds', () => {
  expect(targetIn([{ when: no, goto: 'a' }, { when: yes, goto: 'b' }, { goto: 'c' }], situation)).toBe('b');
  expect(targetIn([{ when: no, goto: 'a' }], situation)).toBeUndefined();
  expect(targetIn('a', situation)).toBe('a');
});

test('the case chooses for another seat by the first line of auto that holds', () => {
  const { spoerg } = buildScenario().nodes;
  if (!spoerg) throw new Error('spoerg is missing');
  expect(autoChoiceIn(spoerg, situation)).toBe('tier');
  expect(autoChoiceIn(spoerg, { ...situation, knows: ['psykiatri:frist'] })).toBe('kort');
});
