import type { Kysely } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { cellName } from '#db/indicators/cell.ts';
import { type PublishedCell, placeOfCell } from '#db/learning/publication.ts';
import { inPublicationJob } from '#db/learning/publication-job.ts';
import type { LearningStore } from '#db/learning/schema.ts';
import { endOfMonth } from '#src/indicators/month.ts';
import { periodOf, publishMonth } from '#src/indicators/publish.ts';
import { describeStores } from '#tests/support/stores.ts';
import { testContent } from './content.ts';
import { members, together } from './members.ts';
import { randomRows, writeRows } from './random-store.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-11-23T08:00:00Z');
const catalogue = testContent();
const OBLIGATORY = ['et', 'to'];

describeStores('Publication', (stores) => {
  let db: Kysely<LearningStore>;
  beforeEach(async () => {
    db = await stores.learning();
  });

  const publish = (month: string, now = NOW) =>
    inPublicationJob(db, (job) => publishMonth(job, { month, now, catalogue, isFictional: true }));
  const published = async (month: string) => {
    const outcome = await publish(month);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    return outcome;
  };
  const stored = (month: string) =>
    db
      .selectFrom('published_cell')
      .innerJoin('publication', 'publication.id', 'publication')
      .where('month', '=', month)
      .selectAll('published_cell')
      .execute();
  const cell = (cells: readonly PublishedCell[], name: string, indicator = 'I01') =>
    cells.find((one) => one.indicator === indicator && cellName(placeOfCell(one)) === name);

  describe('a month is published once, whole and in order', () => {
    test('what is returned is what stands in the table', async () => {
      await writeRows(db, randomRows(11, 150, endOfMonth('2026-10')));
      const { cells, publication } = await published('2026-10');
      const key = (one: PublishedCell) => JSON.stringify(Object.entries(one).sort());
      expect((await stored('2026-10')).map(key).sort()).toEqual(cells.map(key).sort());
      expect(publication).toMatchObject({
        month: '2026-10',
        is_fictional: 1,
        catalogue_version: '1.0.0',
        published_at: NOW.getTime(),
      });
    });

    test('a month that is not over, is published, or lies before a published one is refused, and nothing is written', async () => {
      await writeRows(db, randomRows(12, 40, endOfMonth('2026-10')));
      expect(await publish('2026-11')).toEqual({ kind: 'refused', reason: 'month-not-over' });
      expect(await publish('2026-10', new Date(endOfMonth('2026-10') - 1))).toEqual({
        kind: 'refused',
        reason: 'month-not-over',
      });
      await published('2026-10');
      const before = await stored('2026-10');
      expect(await publish('2026-10')).toEqual({ kind: 'refused', reason: 'already-published' });
      expect(await publish('2026-09')).toEqual({ kind: 'refused', reason: 'later-month-published' });
      expect(await stored('2026-10')).toEqual(before);
      expect((await db.selectFrom('publication').selectAll().execute()).length).toBe(1);
    });

    test('two jobs at once publish one month once', async () => {
      await writeRows(db, randomRows(13, 40, endOfMonth('2026-10')));
      const outcomes = await Promise.allSettled([publish('2026-10'), publish('2026-10')]);
      expect(outcomes.filter((one) => one.status === 'fulfilled' && one.value.kind === 'published').length).toBe(1);
      expect((await db.selectFrom('publication').selectAll().execute()).length).toBe(1);
    });
  });

  describe('what is stored tells no more than may be shown', () => {
    test('STAT-2, STAT-4: shown cells reach their limit and hold bands and rounded numbers, hidden ones hold nothing', async () => {
      for (const seed of [21, 22, 23]) {
        await writeRows(db, randomRows(seed, 200, endOfMonth('2026-10')));
        const { cells } = await published('2026-10');
        for (const indicator of catalogue.indicators) {
          const raw = new Map(
            (await inPublicationJob(db, (job) => job.cells(indicator.code, periodOf('2026-10', OBLIGATORY)))).map(
              (one) => [cellName(one), one],
            ),
          );
          for (const one of cells.filter(({ indicator: code }) => code === indicator.code)) {
            const { n_rounded, band_low, band_high, weeks, weeks_low, weeks_high } = one;
            if (one.state !== 'shown') {
              expect([n_rounded, band_low, band_high, weeks, weeks_low, weeks_high]).toEqual([
                null,
                null,
                null,
                null,
                null,
                null,
              ]);
              continue;
            }
            const counted = raw.get(cellName(placeOfCell(one)));
            const isCrossing = one.authority !== '' && one.police_district !== '';
            expect(counted?.persons).toBeGreaterThanOrEqual(isCrossing ? 10 : indicator.threshold);
            expect((n_rounded ?? 1) % 5).toBe(0);
            if (indicator.unit === 'days') expect([band_low, band_high]).toEqual([null, null]);
            else {
              expect((band_high ?? 0) - (band_low ?? 0)).toBeGreaterThanOrEqual(10);
              expect(weeks).toBeNull();
            }
            if (weeks_low !== null) expect(counted?.persons).toBeGreaterThanOrEqual(20);
          }
        }
      }
    });

    test('STAT-7: every known place has a row, also one with nobody in the figure', async () => {
      const rows = together(members('g1', 'politi', 30, 20), members('g2', 'kommune', 6, 2));
      const late = members('g3', 'psykiatri', 3, 0).affiliations.map((one) => ({
        ...one,
        valid_from: endOfMonth('2026-10') - DAY,
      }));
      await writeRows(db, together(rows, { affiliations: late, progress: [], decisions: [] }));
      const { cells } = await published('2026-10');
      expect(cell(cells, 'group|||x')).toBeUndefined();
      expect(cell(cells, 'group||a|g3')?.state).toBe('too-few');
      for (const authority of ['politi', 'kommune', 'psykiatri', 'kif'])
        expect(cell(cells, `authority|${authority}|a|`)).toBeDefined();
    });

    test('STAT-1: an indicator has rows at the levels of its definition only, and says where it has none by design', async () => {
      await writeRows(db, randomRows(24, 100, endOfMonth('2026-10')));
      const { cells } = await published('2026-10');
      const levels = (code: string) =>
        [...new Set(cells.filter(({ indicator }) => indicator === code).map(({ level }) => level))].sort();
      expect(levels('I01')).toEqual(['authority', 'district', 'group', 'nation']);
      expect(levels('I04')).toEqual(['district', 'nation']);
      expect(
        cells
          .filter(({ indicator, state }) => indicator === 'I13' && state === 'not-applicable')
          .every(({ level }) => level === 'district'),
      ).toBe(true);
      expect(
        cells.some(
          ({ indicator, authority, police_district }) =>
            indicator === 'I13' && authority !== '' && police_district !== '',
        ),
      ).toBe(false);
      expect(
        cells.filter(({ state }) => state === 'not-applicable').every(({ indicator }) => indicator === 'I13'),
      ).toBe(true);
    });
  });

  test('I02 shows whole weeks, quartiles from twenty people', async () => {
    await writeRows(db, together(members('g1', 'politi', 24, 24), members('g2', 'kommune', 10, 10)));
    const { cells } = await published('2026-10');
    expect(cell(cells, 'group||a|g1', 'I02')).toMatchObject({
      state: 'shown',
      n_rounded: 25,
      weeks: 3,
      weeks_low: 2,
      weeks_high: 4,
      band_low: null,
    });
    expect(cell(cells, 'group||a|g2', 'I02')).toMatchObject({
      state: 'shown',
      n_rounded: 10,
      weeks: 2,
      weeks_low: null,
    });
  });
});
