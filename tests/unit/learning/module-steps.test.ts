import { expect, test } from 'vitest';
import { progressOf, stepsOf } from '#src/learning/module-steps.ts';
import { content } from '#tests/support/learning.ts';

const [courseModule] = content.modules;
if (!courseModule) throw new Error('There is a module');

test('a module asks two questions before reading, checks after each part, and two questions at the end', () => {
  const steps = stepsOf(courseModule);
  expect(steps.slice(0, 2).map(({ id }) => id)).toEqual(['aabning-1', 'aabning-2']);
  expect(steps.slice(-2).map(({ id }) => id)).toEqual(['afslutning-1', 'afslutning-2']);
  expect(steps[2]).toMatchObject({ kind: 'part', part: courseModule.parts[0]?.id });
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
});

test('nothing done: the first step is next', () => {
  expect(progressOf(courseModule, { answers: {}, read: [] })).toMatchObject({
    next: 'aabning-1',
    total: stepsOf(courseModule).length,
  });
});

test('complete when every part is read and every question answered, right or wrong', () => {
  const steps = stepsOf(courseModule);
  const answers = Object.fromEntries(
    steps.flatMap((step) => (step.kind === 'question' ? [[step.question, 'anything']] : [])),
  );
  const read = steps.flatMap((step) => (step.kind === 'part' ? [step.part] : []));
  expect(progressOf(courseModule, { answers, read }).next).toBeNull();
  expect(progressOf(courseModule, { answers, read: read.slice(1) }).next).toBe(read[0]);
});

test('a question named like something every object has is not answered', () => {
  expect(progressOf(courseModule, { answers: JSON.parse('{"__proto__":{}}'), read: [] }).done.size).toBe(0);
});
