import { describe, expect, test } from 'vitest';
import { type CellKey, cellName, type RawCell } from '#db/indicators/cell.ts';
import { protect } from '#src/indicators/protection.ts';

const PEOPLE = { persons: 5, units: 0 };
const NATION: CellKey = { level: 'nation', authority: '', policeDistrict: '', operativeGroup: '' };
const buildCell = (over: Partial<RawCell>): RawCell => {
  const persons = over.persons ?? 0;
  return { ...NATION, persons, units: persons, numerator: 0, denominator: persons, days: null, ...over };
};
const nation = (persons: number) => buildCell({ persons });
const district = (policeDistrict: string, persons: number) => buildCell({ level: 'district', policeDistrict, persons });
const authority = (name: RawCell['authority'], persons: number, policeDistrict = '') =>
  buildCell({ level: 'authority', authority: name, policeDistrict, persons });
const group = (policeDistrict: string, operativeGroup: string, persons: number) =>
  buildCell({ level: 'group', policeDistrict, operativeGroup, persons });
const statesOf = (cells: RawCell[], limits = PEOPLE) => {
  const states = protect(cells, limits);
  return cells.map((cell) => states.get(cellName(cell)));
};

describe('STAT-2: small cells are hidden', () => {
  test('1–4 people are hidden, and nought looks the same', () => {
    expect(statesOf([nation(0)])).toEqual(['too-few']);
    expect(statesOf([nation(4)])).toEqual(['too-few']);
    expect(statesOf([nation(5)])).toEqual(['shown']);
  });

  test('test and case results need ten', () => {
    expect(statesOf([nation(9)], { persons: 10, units: 0 })).toEqual(['too-few']);
    expect(statesOf([nation(10)], { persons: 10, units: 0 })).toEqual(['shown']);
  });

  test('a count of groups needs five groups, however many people are behind them', () => {
    expect(statesOf([buildCell({ persons: 40, units: 4, denominator: 4 })], { persons: 5, units: 5 })).toEqual([
      'too-few',
    ]);
    expect(statesOf([buildCell({ persons: 40, units: 9, denominator: 9 })], { persons: 5, units: 5 })).toEqual([
      'shown',
    ]);
  });

  test('STAT-1: authority × district is shown from ten people only', () => {
    const cells = [
      district('a', 33),
      authority('politi', 10, 'a'),
      authority('kommune', 14, 'a'),
      authority('psykiatri', 9, 'a'),
    ];
    expect(statesOf(cells)).toEqual(['shown', 'protects-another', 'shown', 'too-few']);
  });
});

describe('STAT-3: no hidden cell can be had by subtraction', () => {
  test('a single hidden part takes the next smallest with it', () => {
    expect(statesOf([nation(60), district('a', 30), district('b', 20), district('c', 7), district('d', 3)])).toEqual([
      'shown',
      'shown',
      'shown',
      'protects-another',
      'too-few',
    ]);
  });

  test('two hidden parts with fewer than five people together take a third', () => {
    expect(statesOf([nation(34), district('a', 30), district('b', 2), district('c', 2)])).toEqual([
      'shown',
      'protects-another',
      'too-few',
      'too-few',
    ]);
  });

  test('two hidden parts with five people together are enough', () => {
    expect(statesOf([nation(35), district('a', 30), district('b', 2), district('c', 3)])).toEqual([
      'shown',
      'shown',
      'too-few',
      'too-few',
    ]);
  });

  test('a part that is the whole total hides the total', () => {
    const cells = [district('a', 8), group('a', 'g1', 8), nation(50), district('b', 30), district('c', 12)];
    const states = protect(cells, PEOPLE, new Map([[cellName(group('a', 'g1', 8)), 'too-few']]));
    expect(states.get(cellName(district('a', 8)))).toBe('protects-another');
  });

  test('a hidden district hides two of its groups, else they would add up to it', () => {
    const cells = [
      nation(33),
      district('a', 3),
      district('b', 30),
      group('b', 'g1', 10),
      group('b', 'g2', 11),
      group('b', 'g3', 9),
    ];
    expect(statesOf(cells)).toEqual([
      'shown',
      'too-few',
      'protects-another',
      'protects-another',
      'shown',
      'protects-another',
    ]);
  });

  test('empty places neither need nor give protection', () => {
    expect(statesOf([nation(33), district('a', 3), district('b', 0), district('c', 30)])).toEqual([
      'shown',
      'too-few',
      'too-few',
      'protects-another',
    ]);
    expect(statesOf([nation(30), district('b', 0), district('c', 30)])).toEqual(['shown', 'too-few', 'shown']);
  });

  test('a cell that two tables give away together is protected too', () => {
    // Every row and column hides two or more crossings, but a1 × d3 is the only link between two blocks: rows minus columns solve it.
    const crossing = (name: RawCell['authority'], place: string, persons: number) => authority(name, persons, place);
    const cells = [
      ...[
        crossing('politi', 'd1', 9),
        crossing('politi', 'd2', 9),
        crossing('politi', 'd3', 9),
        crossing('politi', 'd4', 40),
      ],
      ...[
        crossing('kommune', 'd1', 9),
        crossing('kommune', 'd2', 9),
        crossing('kommune', 'd3', 40),
        crossing('kommune', 'd4', 41),
      ],
      ...[
        crossing('psykiatri', 'd1', 42),
        crossing('psykiatri', 'd2', 43),
        crossing('psykiatri', 'd3', 9),
        crossing('psykiatri', 'd4', 9),
      ],
      ...[crossing('kif', 'd1', 44), crossing('kif', 'd2', 45), crossing('kif', 'd3', 9), crossing('kif', 'd4', 9)],
      ...[authority('politi', 67), authority('kommune', 99), authority('psykiatri', 103), authority('kif', 107)],
      ...[district('d1', 104), district('d2', 106), district('d3', 67), district('d4', 99), nation(376)],
    ];
    const states = protect(cells, PEOPLE);
    const hidden = cells.filter((cell) => states.get(cellName(cell)) !== 'shown');
    expect(hidden.some((cell) => states.get(cellName(cell)) === 'protects-another')).toBe(true);
    expect(states.get(cellName(nation(376)))).toBe('shown');
  });
});

describe('STAT-4: amounts', () => {
  const withDays = (largest: number, secondLargest: number, total: number) =>
    buildCell({
      persons: 6,
      days: { median: 30, lowerQuartile: 20, upperQuartile: 40, largest, secondLargest, total },
    });

  test('a cell that one person dominates is hidden (p % rule)', () => {
    expect(statesOf([withDays(300, 20, 340)])).toEqual(['too-few']);
    expect(statesOf([withDays(60, 50, 200)])).toEqual(['shown']);
  });
});
