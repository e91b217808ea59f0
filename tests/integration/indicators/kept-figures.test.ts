import type { Kysely } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { cellName } from '#db/indicators/cell.ts';
import { type PublishedCell, placeOfCell } from '#db/learning/publication.ts';
import { inPublicationJob } from '#db/learning/publication-job.ts';
import type { LearningStore } from '#db/learning/schema.ts';
import { endOfMonth } from '#src/indicators/month.ts';
import { publishMonth } from '#src/indicators/publish.ts';
import { describeStores } from '#tests/support/stores.ts';
import { testContent } from './content.ts';
import { members, together } from './members.ts';
import { type Rows, writeRows } from './random-store.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-11-23T08:00:00Z');
const catalogue = testContent();

describeStores('Publication month after month', (stores) => {
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
  const cell = (cells: readonly PublishedCell[], name: string) =>
    cells.find((one) => one.indicator === 'I01' && cellName(placeOfCell(one)) === name);

  describe('STAT-5: a figure is replaced when five people have changed', () => {
    const base = () =>
      together(members('g1', 'politi', 24, 12), members('g2', 'kommune', 22, 20), members('g3', 'psykiatri', 21, 3));
    /** More people in the first group, who joined in time to count in October but not in September. */
    const newcomers = (count: number): Rows => {
      const { affiliations } = members('g1', 'kif', count, 0);
      return {
        affiliations: affiliations.map((one) => ({ ...one, valid_from: endOfMonth('2026-10') - 95 * DAY })),
        progress: [],
        decisions: [],
      };
    };
    const withoutPublication = (one: PublishedCell | undefined) => JSON.stringify({ ...one, publication: '' });

    test.each([1, 2, 3, 4])('%i changed: the published row stays as it is, with its month', async (count) => {
      await writeRows(db, together(base(), newcomers(count)));
      const september = await published('2026-09');
      const october = await published('2026-10');
      for (const name of ['nation|||', 'district||a|', 'group||a|g1']) {
        expect(cell(september.cells, name)?.state).toBe('shown');
        expect(withoutPublication(cell(october.cells, name))).toBe(withoutPublication(cell(september.cells, name)));
        expect(cell(october.cells, name)?.since).toBe('2026-09');
      }
    });

    test('five changed: the figure is new', async () => {
      await writeRows(db, together(base(), newcomers(5)));
      await published('2026-09');
      const { cells } = await published('2026-10');
      expect(cell(cells, 'group||a|g1')).toMatchObject({ since: '2026-10', n_rounded: 30 });
      expect(cell(cells, 'group||a|g2')?.since).toBe('2026-09');
    });

    test('changes add up over months until they are five', async () => {
      const late = (count: number, month: string, tag: string): Rows => ({
        affiliations: members(`g1`, 'kif', count, 0).affiliations.map((one) => ({
          ...one,
          learner: `${tag}-${one.learner}`,
          id: `${tag}-${one.id}`,
          valid_from: endOfMonth(month) - 95 * DAY,
        })),
        progress: [],
        decisions: [],
      });
      await writeRows(db, together(base(), late(3, '2026-09', 'x'), late(3, '2026-10', 'y')));
      await published('2026-08');
      const september = await published('2026-09');
      const october = await published('2026-10');
      expect(cell(september.cells, 'group||a|g1')?.since).toBe('2026-08');
      expect(cell(october.cells, 'group||a|g1')).toMatchObject({ since: '2026-10', n_rounded: 30 });
    });

    test('a hidden figure does not appear because one more came', async () => {
      const small = members('g4', 'politi', 4, 2);
      const onemore = newcomers(1).affiliations.map((one) => ({ ...one, operative_group: 'g4' }));
      await writeRows(db, together(base(), small, { affiliations: onemore, progress: [], decisions: [] }));
      await published('2026-09');
      const { cells } = await published('2026-10');
      expect(cell(cells, 'group||a|g4')).toMatchObject({ state: 'too-few', since: '2026-09' });
    });

    test('a new version of the definition starts afresh', async () => {
      await writeRows(db, together(base(), newcomers(1)));
      await published('2026-09');
      const renewed = { ...catalogue, indicators: catalogue.indicators.map((one) => ({ ...one, version: '2.0.0' })) };
      const outcome = await inPublicationJob(db, (job) =>
        publishMonth(job, { month: '2026-10', now: NOW, catalogue: renewed, isFictional: false }),
      );
      if (outcome.kind === 'refused') throw new Error(outcome.reason);
      expect(cell(outcome.cells, 'nation|||')).toMatchObject({ since: '2026-10', indicator_version: '2.0.0' });
      expect(outcome.publication.is_fictional).toBe(0);
    });
  });
});
