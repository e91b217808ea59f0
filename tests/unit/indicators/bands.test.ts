import { describe, expect, test } from 'vitest';
import { possibleBands, roundToFive, shareBand } from '#src/indicators/bands.ts';

describe('STAT-4: shares are shown as bands', () => {
  test('thirds for 5–9, fifths for 10–19, tenths from 20', () => {
    expect(shareBand(3, 5, 5)).toEqual({ low: 33, high: 67 });
    expect(shareBand(9, 9, 9)).toEqual({ low: 67, high: 100 });
    expect(shareBand(12, 15, 15)).toEqual({ low: 80, high: 100 });
    expect(shareBand(15, 20, 20)).toEqual({ low: 70, high: 80 });
  });

  test('everybody and nobody look like nearly everybody and hardly anybody', () => {
    expect(shareBand(0, 40, 40)).toEqual(shareBand(3, 40, 40));
    expect(shareBand(40, 40, 40)).toEqual(shareBand(37, 40, 40));
    expect(shareBand(0, 5, 5)).toEqual(shareBand(1, 5, 5));
  });

  test('a count on a boundary belongs to the band above it', () => {
    expect(shareBand(2, 6, 6)).toEqual({ low: 33, high: 67 });
    expect(shareBand(16, 20, 20)).toEqual({ low: 80, high: 90 });
  });

  test('bands that would hold one count are joined for every value alike', () => {
    // 20 people behind 9 units: tenths of nine would hold single counts.
    expect(possibleBands(20, 9)).toEqual([
      { low: 0, high: 20 },
      { low: 20, high: 40 },
      { low: 40, high: 60 },
      { low: 60, high: 80 },
      { low: 80, high: 100 },
    ]);
    expect(shareBand(5, 9, 20)).toEqual({ low: 40, high: 60 });
  });

  test('half points of decision quality fall in the band of their share', () => {
    expect(shareBand(7.5, 10, 10)).toEqual({ low: 60, high: 80 });
  });

  test('what is no share of two or more has no band', () => {
    expect(() => shareBand(1, 1, 1)).toThrow(RangeError);
    expect(() => shareBand(6, 5, 5)).toThrow(RangeError);
  });

  test('numbers of people are rounded to five', () => {
    expect([5, 7, 8, 12, 13, 118].map(roundToFive)).toEqual([5, 5, 10, 10, 15, 120]);
  });
});
