import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellKey, cellName, type RawCell } from '#db/indicators/cell.ts';
import type { Authority } from '#db/principal.ts';
import { possibleBands, shareBand } from '#src/indicators/bands.ts';
import { protect } from '#src/indicators/protection.ts';
import { relationsOf } from '#src/indicators/relations.ts';

const AUTHORITIES: readonly Authority[] = ['politi', 'kommune', 'psykiatri', 'kif'];
const PLACE: CellKey = { level: 'nation', authority: '', policeDistrict: '', operativeGroup: '' };
interface Person {
  readonly authority: Authority;
  readonly district: number;
  readonly group: number;
}

/** How many there are of an authority in a district: mostly around the limits, as the real numbers are. */
const anyCount = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.integer({ min: 8, max: 11 }),
  fc.integer({ min: 20, max: 30 }),
);

const anyPeople: fc.Arbitrary<Person[]> = fc
  .tuple(fc.array(anyCount, { minLength: 20, maxLength: 20 }), fc.integer({ min: 1, max: 5 }))
  .map(([counts, groups]) =>
    counts.flatMap((count, place) =>
      Array.from({ length: count }, (_, index) => ({
        authority: AUTHORITIES[place % 4] ?? 'politi',
        district: place >> 2,
        group: (index * index + place) % groups,
      })),
    ),
  );

/** Every cell of the cube, counted from the people, so that the sums hold. */
function cube(people: readonly Person[]): RawCell[] {
  const cells = new Map<string, RawCell>();
  const count = (place: Partial<CellKey>) => {
    const key = { ...PLACE, ...place };
    const persons = (cells.get(cellName(key))?.persons ?? 0) + 1;
    cells.set(cellName(key), { ...key, persons, units: persons, numerator: 0, denominator: persons, days: null });
  };
  for (const { authority, district, group } of people) {
    const policeDistrict = `d${district}`;
    count({});
    count({ level: 'authority', authority });
    count({ level: 'authority', authority, policeDistrict });
    count({ level: 'district', policeDistrict });
    count({ level: 'group', policeDistrict, operativeGroup: `d${district}-g${group}` });
  }
  return [...cells.values()];
}

const anyLimit = fc.constantFrom(5, 10).map((persons) => ({ persons, units: 0 }));

describe('whatever the population', () => {
  test('STAT-2: no shown cell is below its limit', () => {
    fc.assert(
      fc.property(anyPeople, anyLimit, (people, limits) => {
        const cells = cube(people);
        const states = protect(cells, limits);
        for (const cell of cells) {
          const isCrossing = cell.authority !== '' && cell.policeDistrict !== '';
          if (states.get(cellName(cell)) === 'shown')
            expect(cell.persons).toBeGreaterThanOrEqual(isCrossing ? 10 : limits.persons);
        }
      }),
    );
  });

  test('STAT-3: a shown total minus its shown parts is nobody, or at least two cells with five people', () => {
    fc.assert(
      fc.property(anyPeople, anyLimit, (people, limits) => {
        const cells = cube(people);
        const states = protect(cells, limits);
        const persons = new Map(cells.map((cell) => [cellName(cell), cell.persons]));
        for (const { total, parts } of relationsOf(cells)) {
          if (states.get(total) !== 'shown') continue;
          const hidden = parts.filter((name) => states.get(name) !== 'shown');
          if (hidden.length === 0) continue;
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          expect(hidden.reduce((sum, name) => sum + (persons.get(name) ?? 0), 0)).toBeGreaterThanOrEqual(
            limits.persons,
          );
        }
      }),
    );
  });

  test('STAT-3: no hidden cell follows from the shown ones, whichever tables are combined', () => {
    fc.assert(
      fc.property(anyPeople, anyLimit, (people, limits) => {
        const cells = cube(people);
        const states = protect(cells, limits);
        const hidden = cells.map(cellName).filter((name) => states.get(name) !== 'shown');
        const equations = relationsOf(cells).map(({ total, parts }) =>
          hidden.map((name) => (name === total ? -1n : parts.includes(name) ? 1n : 0n)),
        );
        const rank = rankOf(equations);
        // A cell is solved when the statement "this cell is x" adds nothing to what the sums say.
        const solved = hidden.filter(
          (_, index) => rankOf([...equations, hidden.map((__, other) => (other === index ? 1n : 0n))]) === rank,
        );
        expect(solved).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('STAT-3: two runs hide the same cells, in whatever order the cells come', () => {
    fc.assert(
      fc.property(anyPeople, anyLimit, (people, limits) => {
        const cells = cube(people);
        const sorted = (states: Map<string, unknown>) => [...states].sort();
        expect(sorted(protect(cells.toReversed(), limits))).toEqual(sorted(protect(cells, limits)));
      }),
    );
  });

  test('STAT-5: what must stay hidden stays hidden', () => {
    fc.assert(
      fc.property(anyPeople, fc.integer(), (people, seed) => {
        const cells = cube(people);
        const kept = new Map(
          cells.filter((_, index) => (index * 7 + seed) % 5 === 0).map((cell) => [cellName(cell), 'too-few' as const]),
        );
        const states = protect(cells, { persons: 5, units: 0 }, kept);
        expect([...kept.keys()].filter((name) => states.get(name) === 'shown')).toEqual([]);
      }),
    );
  });

  test('STAT-4: each band holds at least two possible counts and the bands tile 0–100', () => {
    for (let persons = 5; persons <= 400; persons++) {
      const bands = possibleBands(persons, persons);
      expect([bands[0]?.low, bands.at(-1)?.high]).toEqual([0, 100]);
      const counts = new Map<number, number>();
      for (let numerator = 0; numerator <= persons; numerator++) {
        const { low, high } = shareBand(numerator, persons, persons);
        expect(bands).toContainEqual({ low, high });
        expect((numerator * 100) / persons).toBeGreaterThanOrEqual(low - 0.5);
        expect((numerator * 100) / persons).toBeLessThanOrEqual(high + 0.5);
        counts.set(low, (counts.get(low) ?? 0) + 1);
      }
      expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(2);
    }
  });

  test('STAT-4: the same holds where the units are fewer than the people', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 400 }), fc.integer({ min: 2, max: 60 }), (persons, units) => {
        const counts = new Map<string, number>();
        for (let numerator = 0; numerator <= units; numerator++) {
          const band = JSON.stringify(shareBand(numerator, units, persons));
          counts.set(band, (counts.get(band) ?? 0) + 1);
        }
        expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

/** Exact rank over the whole numbers (fraction-free elimination): an oracle that shares nothing with the code under test. */
function rankOf(matrix: readonly (readonly bigint[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const found = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (found === -1) continue;
    const pivot = rows[found] ?? [];
    rows[found] = rows[rank] ?? [];
    rows[rank] = pivot;
    for (let index = rank + 1; index < rows.length; index++) {
      const row = rows[index] ?? [];
      const [lead, factor] = [pivot[column] ?? 0n, row[column] ?? 0n];
      if (factor !== 0n) rows[index] = row.map((value, at) => value * lead - (pivot[at] ?? 0n) * factor);
    }
    rank++;
  }
  return rank;
}
