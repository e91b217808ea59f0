import { describe, expect, test } from 'vitest';
import { type RefresherAnswer, type RefresherItem, refresherPlan } from '#src/learning/refreshers.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);
const at = (days: number) => START + days * DAY;
const items: RefresherItem[] = Array.from({ length: 10 }, (_, module) =>
  ['x', 'y'].map((item) => ({
    id: `m${module}-${item}`,
    module: `m${module}`,
    variants: ['a', 'b', 'c'].map((variant) => ({ steps: [`m${module}-${item}-${variant}`] })),
  })),
).flat();
const completed = new Map(Array.from({ length: 10 }, (_, module) => [`m${module}`, START] as const));

/** Lives by the plan: answers all that is due on the days given. */
function live(days: readonly number[], rating: RefresherAnswer['rating'] = 'best') {
  const answers: RefresherAnswer[] = [];
  const perDay = days.map((day) => {
    let count = 0;
    for (let plan = planOn(day, answers); plan.due[0]; plan = planOn(day, answers)) {
      answers.push({ ...plan.due[0], rating, at: at(day) });
      count += 1;
      if (count > 50) throw new Error('the plan never ends');
    }
    return count;
  });
  return { answers, perDay };
}
const planOn = (day: number, answers: readonly RefresherAnswer[] = []) =>
  refresherPlan(items, completed, answers, [], at(day));

describe('refreshers', () => {
  test('nothing before a module is completed, and then not at once', () => {
    expect(refresherPlan(items, new Map(), [], [], START)).toEqual({ due: [], nextAt: null, met: 0, open: 0 });
    expect(planOn(0)).toMatchObject({ due: [], nextAt: at(3), open: 20 });
    expect(planOn(3).due).toHaveLength(2);
  });

  test('two a week in eight weeks, one of every module first', () => {
    const { answers, perDay } = live([3, 10, 17, 24, 31, 38, 45, 52]);
    expect(perDay).toEqual([2, 2, 2, 2, 2, 2, 2, 2]);
    expect(new Set(answers.map(({ item }) => item)).size).toBe(16);
    expect(answers.slice(0, 10).map(({ item }) => item.at(-1))).toEqual(Array.from({ length: 10 }, () => 'x'));
  });

  test('a week that is missed moves the plan and piles nothing up', () => {
    expect(live([3, 10, 40, 47]).perDay).toEqual([2, 2, 2, 2]);
  });

  test('when the first weeks are over, memory decides, and never more than three a week', () => {
    const days = Array.from({ length: 40 }, (_, week) => 3 + 7 * week);
    const { answers, perDay } = live(days);
    expect(Math.max(...perDay)).toBe(3);
    expect(new Set(answers.map(({ item }) => item)).size).toBe(20);
    const weeks = [3, 10, 17, 24, 31, 38, 45, 52];
    const mixed = live(weeks).answers.map((answer, index) =>
      index === 9 ? { ...answer, rating: 'poor' as const } : answer,
    );
    expect(planOn(60, mixed).due.map(({ item }) => item)).toContain(mixed[9]?.item);
  });

  test('in the first weeks what went badly comes back within the same pace, as another question', () => {
    const first = planOn(3).due;
    const answers = first.map((due): RefresherAnswer => ({ ...due, rating: 'poor', at: at(3) }));
    const again = planOn(12, answers);
    expect(again.due).toHaveLength(2);
    expect(first.map(({ item }) => item)).toContain(again.due[0]?.item);
    expect(first.map(({ question }) => question)).not.toContain(again.due[0]?.question);
  });

  test('who answers badly, or seldom, still meets everything', () => {
    for (const days of [7, 100]) {
      const { answers } = live(
        Array.from({ length: 40 }, (_, turn) => 3 + days * turn),
        'poor',
      );
      expect(new Set(answers.map(({ item }) => item)).size, `every ${days} days`).toBe(items.length);
    }
  });

  test('no question comes back within 90 days, whatever is answered', () => {
    for (const rating of ['best', 'acceptable', 'poor', null] as const) {
      const { answers } = live(
        Array.from({ length: 400 }, (_, day) => day),
        rating,
      );
      for (const [, same] of Map.groupBy(answers, ({ question }) => question))
        for (const [index, { at: when }] of same.entries())
          if (index > 0) expect(when - (same[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(90 * DAY);
    }
  });

  test('everything comes back within 14 months', () => {
    const { answers } = live(Array.from({ length: 900 }, (_, day) => day));
    for (const [, same] of Map.groupBy(answers, ({ item }) => item))
      for (const [index, { at: when }] of same.entries())
        if (index > 0) expect(when - (same[index - 1]?.at ?? 0)).toBeLessThanOrEqual(425 * DAY);
  });

  test('when nothing is due it says when something will be', () => {
    const { answers } = live([3]);
    expect(planOn(4, answers)).toMatchObject({ due: [], nextAt: at(10), met: 2, open: 20 });
  });
});
