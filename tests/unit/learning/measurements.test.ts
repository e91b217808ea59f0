import { describe, expect, test } from 'vitest';
import {
  answerCounts,
  askedPoints,
  type MeasuringHistory,
  openPoint,
  POINTS,
  type Point,
  resultOf,
  setOf,
} from '#src/learning/measurements.ts';

const DAY = 86_400_000;
const history = (finished: readonly (readonly [Point, number | null])[], more: Partial<MeasuringHistory> = {}) => ({
  finished: new Map(finished),
  hasCompletedModule: false,
  courseCompletedAt: null,
  ...more,
});
const done = { hasCompletedModule: true, courseCompletedAt: 100 * DAY };

describe('when is measured', () => {
  test.each([
    ['before anything', history([]), 0, 't0'],
    ['begun before, under way', history([['t0', null]], { hasCompletedModule: true }), 0, 't0'],
    ['done before, course under way', history([['t0', 1]]), 0, null],
    ['not done before, and now a module is completed', history([], { hasCompletedModule: true }), 0, null],
    ['the course is completed', history([['t0', 1]], done), 101 * DAY, 't1'],
    ['also for who was not measured before', history([], done), 101 * DAY, 't1'],
    ['two months after', history([['t1', 101 * DAY]], done), 160 * DAY, null],
    ['three months after', history([['t1', 101 * DAY]], done), 193 * DAY, 't2'],
    [
      'three months after, done',
      history(
        [
          ['t1', 101 * DAY],
          ['t2', 193 * DAY],
        ],
        done,
      ),
      200 * DAY,
      null,
    ],
    ['a year after, the one before missed', history([['t1', 101 * DAY]], done), 467 * DAY, 't3'],
    [
      'all done',
      history(
        [
          ['t1', 101 * DAY],
          ['t3', 467 * DAY],
        ],
        done,
      ),
      900 * DAY,
      null,
    ],
  ] as const)('%s', (_, past, now, point) => {
    expect(openPoint(past, now)).toBe(point);
  });
});

test('the sets change from one measurement to the next, and half begin with each', () => {
  const learners = Array.from({ length: 400 }, (_, index) => `0193-${index.toString(16).padStart(4, '0')}`);
  for (const learner of learners) {
    const sets = POINTS.map((point) => setOf(learner, point));
    expect(sets[0]).not.toBe(sets[1]);
    expect(sets[0]).toBe(sets[2]);
  }
  expect(learners.filter((learner) => setOf(learner, 't0') === 'A')).toHaveLength(200);
});

test('a result counts strong answers and the mean of trust', () => {
  const run = {
    set: 'A' as const,
    answers: {
      a: { option: 'a', rating: 'best' as const, confidence: 75 },
      b: { option: 'b', rating: 'poor' as const, confidence: 100 },
    },
    trust: { x: 4, y: 7 },
  };
  expect(resultOf(run)).toEqual({ strong: 1, asked: 2, trust: 5.5 });
  expect(resultOf({ ...run, trust: {} }).trust).toBeNull();
});

describe('how many answered of those who were asked', () => {
  test.each([
    ['nothing done', history([]), 0, []],
    ['begun before', history([['t0', null]]), 0, ['t0']],
    ['a module completed without being measured', history([], { hasCompletedModule: true }), 0, ['t0']],
    ['the course completed', history([['t0', 1]], done), 101 * DAY, ['t0', 't1']],
    ['three months after', history([['t1', 101 * DAY]], done), 193 * DAY, ['t0', 't1', 't2']],
    ['a year after', history([['t1', 101 * DAY]], done), 467 * DAY, ['t0', 't1', 't2', 't3']],
    ['never measured after the course, a year on', history([], done), 467 * DAY, ['t0', 't1']],
  ] as const)('%s', (_, past, now, points) => {
    expect(askedPoints(past, now)).toEqual(points);
  });

  test('who was asked and did not answer counts as not answered; under way is not answered', () => {
    const people = [
      history([['t0', 1]]),
      history([['t0', null]]),
      history([], { hasCompletedModule: true }),
      history([]),
    ];
    expect(answerCounts(people, 0).t0).toEqual({ asked: 3, answered: 1 });
    expect(answerCounts(people, 0).t1).toEqual({ asked: 0, answered: 0 });
  });
});
