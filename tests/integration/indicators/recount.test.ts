import type { Kysely } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { cellName, type RawCell } from '#db/indicators/cell.ts';
import { i01 } from '#db/indicators/i01.ts';
import { i02 } from '#db/indicators/i02.ts';
import { i04 } from '#db/indicators/i04.ts';
import { i13 } from '#db/indicators/i13.ts';
import type { IndicatorQuery, Period } from '#db/indicators/period.ts';
import type { LearningStore } from '#db/learning/schema.ts';
import { addMonths } from '#src/indicators/month.ts';
import { periodOf } from '#src/indicators/publish.ts';
import { describeStores } from '#tests/support/stores.ts';
import { MODULES, type Rows, randomRows, writeRows } from './random-store.ts';
import { type Counted, recountI01, recountI02, recountI04, recountI13, sharesI01, sharesI13 } from './recount.ts';

const INDICATORS: readonly (readonly [string, IndicatorQuery, (rows: Rows, period: Period) => Map<string, Counted>])[] =
  [
    ['I01', i01, recountI01],
    ['I02', i02, recountI02],
    ['I04', i04, recountI04],
    ['I13', i13, recountI13],
  ];
const MONTH = '2026-10';

function asMap(cells: readonly RawCell[]): Map<string, Counted> {
  return new Map(
    cells.map((cell) => [
      cellName(cell),
      {
        persons: cell.persons,
        units: cell.units,
        numerator: cell.numerator,
        denominator: cell.denominator,
        days: cell.days,
      },
    ]),
  );
}

describeStores('Figures counted in SQL', (stores) => {
  let db: Kysely<LearningStore>;
  beforeEach(async () => {
    db = await stores.learning();
  });

  test.each(INDICATORS)('%s in SQL equals a recount by hand, cell by cell', async (_, query, recount) => {
    const period = periodOf(MONTH, MODULES);
    for (let seed = 1; seed <= 8; seed++) {
      const rows = randomRows(seed, 60, period.end);
      await writeRows(db, rows);
      const counted = recount(rows, period);
      expect(counted.size).toBeGreaterThan(3);
      expect(asMap(await query.cells(db, period))).toEqual(counted);
    }
  });

  test.each([
    ['I01', i01, sharesI01],
    ['I13', i13, sharesI13],
  ] as const)('STAT-5: %s knows how many people differ between two months', async (_, query, shares) => {
    const [before, after] = [periodOf(addMonths(MONTH, -2), MODULES), periodOf(MONTH, MODULES)];
    const rows = randomRows(99, 60, after.end);
    await writeRows(db, rows);
    const [earlier, later] = [shares(rows, before), shares(rows, after)];
    const differing = new Map<string, Set<string>>();
    for (const [one, other] of [
      [earlier, later],
      [later, earlier],
    ] as const)
      for (const entry of one)
        if (!other.has(entry))
          differing.set(cellOf(entry), (differing.get(cellOf(entry)) ?? new Set()).add(entry.split('#')[1] ?? ''));
    const expected = new Map([...differing].map(([name, learners]) => [name, learners.size]));
    expect(expected.size).toBeGreaterThan(3);
    expect(await query.changed(db, before, after)).toEqual(expected);
  });

  test.each(INDICATORS)('STAT-5: nobody differs between a month and itself (%s)', async (_, query) => {
    const period = periodOf(MONTH, MODULES);
    await writeRows(db, randomRows(5, 60, period.end));
    expect(await query.changed(db, period, period)).toEqual(new Map());
  });

  test('an empty store has no figures', async () => {
    await writeRows(db, { affiliations: [], progress: [], decisions: [] });
    for (const [, query] of INDICATORS) expect(await query.cells(db, periodOf(MONTH, MODULES))).toEqual([]);
  });
});

/** The cell of an entry `cell#learner#numerator#denominator`. */
function cellOf(entry: string): string {
  return entry.slice(0, entry.indexOf('#'));
}
