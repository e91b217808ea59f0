import { describe, expect, test } from 'vitest';
import { addMonths, endOfMonth, isMonth, monthOf, startOfMonth } from '#src/indicators/month.ts';

describe('months end at midnight in Denmark', () => {
  test('in winter time that is 23:00 UTC, in summer time 22:00 UTC', () => {
    expect(new Date(endOfMonth('2026-01')).toISOString()).toBe('2026-01-31T23:00:00.000Z');
    expect(new Date(endOfMonth('2026-06')).toISOString()).toBe('2026-06-30T22:00:00.000Z');
  });

  test('the months in which the clocks change are one hour longer or shorter', () => {
    const hours = (month: string) => (endOfMonth(month) - startOfMonth(month)) / 3_600_000;
    expect([hours('2026-03'), hours('2026-10'), hours('2026-11')]).toEqual([31 * 24 - 1, 31 * 24 + 1, 30 * 24]);
  });

  test('an instant belongs to the Danish month, not to that of UTC', () => {
    expect(monthOf(Date.parse('2026-10-31T23:30:00Z'))).toBe('2026-11');
    expect(monthOf(endOfMonth('2026-10') - 1)).toBe('2026-10');
  });

  test('counting months passes the turn of the year', () => {
    expect([
      addMonths('2026-01', -1),
      addMonths('2026-12', 1),
      addMonths('2026-10', -12),
      addMonths('2026-10', 0),
    ]).toEqual(['2025-12', '2027-01', '2025-10', '2026-10']);
  });

  test('only YYYY-MM is a month', () => {
    expect(['2026-10', '2026-13', '2026-00', '26-10', '2026-10-01'].map(isMonth)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => endOfMonth('oktober')).toThrow(RangeError);
  });
});
