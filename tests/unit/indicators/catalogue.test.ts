import { describe, expect, test } from 'vitest';
import { readTarget } from '#src/indicators/catalogue.ts';

const share = (low: number, high: number) => ({ low, high, weeks: null });
const atLeast80 = { value: 80, direction: 'at-least', text: '80 procent' } as const;

describe('a target is read against a band (psp-praksis C-6.12)', () => {
  test('reached when the whole band is at or above it', () => {
    expect(readTarget(share(80, 90), atLeast80)).toBe('reached');
    expect(readTarget(share(70, 80), atLeast80)).toBe('not-reached');
    expect(readTarget(share(80, 100), atLeast80)).toBe('reached');
  });

  test('inside a tenth it is read as the whole band above', () => {
    const target = { ...atLeast80, value: 75 };
    expect(readTarget(share(70, 80), target)).toBe('not-reached');
    expect(readTarget(share(80, 90), target)).toBe('reached');
  });

  test('inside a wider band it cannot be read', () => {
    expect(readTarget(share(67, 100), atLeast80)).toBe('unreadable');
    expect(readTarget(share(33, 67), atLeast80)).toBe('not-reached');
  });

  test('an upper limit is read the other way', () => {
    const target = { value: 12, direction: 'at-most', text: 'under 12 procent' } as const;
    expect(readTarget(share(0, 10), target)).toBe('reached');
    expect(readTarget(share(10, 20), target)).toBe('not-reached');
    expect(readTarget(share(0, 33), target)).toBe('unreadable');
  });

  test('days are compared in whole weeks', () => {
    const target = { value: 45, direction: 'at-most', text: 'højst 45 dage' } as const;
    const weeks = (count: number) => ({ low: null, high: null, weeks: count });
    expect(readTarget(weeks(6), target)).toBe('reached');
    expect(readTarget(weeks(7), target)).toBe('not-reached');
  });

  test('a hidden figure and a missing target read as nothing', () => {
    expect(readTarget({ low: null, high: null, weeks: null }, atLeast80)).toBeNull();
    expect(readTarget(share(80, 90), undefined)).toBeNull();
  });
});
