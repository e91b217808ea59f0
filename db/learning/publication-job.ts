import type { Kysely } from 'kysely';
import type { RawCell } from '#db/indicators/cell.ts';
import { i01 } from '#db/indicators/i01.ts';
import { i02 } from '#db/indicators/i02.ts';
import { i04 } from '#db/indicators/i04.ts';
import { i13 } from '#db/indicators/i13.ts';
import { knownPlaces } from '#db/indicators/membership.ts';
import type { IndicatorQuery, Period } from '#db/indicators/period.ts';
import { inTransaction } from '#db/open.ts';
import type { Publication, PublishedCell, PublishedMonth } from './publication.ts';
import type { LearningStore } from './schema.ts';

const QUERIES: Readonly<Record<string, IndicatorQuery>> = { I01: i01, I02: i02, I04: i04, I13: i13 };

/** What the publishing job reads and writes, all within one transaction. */
export interface PublicationJob {
  /** The newest publication with all its cells; undefined before the first. */
  newest(): Promise<PublishedMonth | undefined>;
  /** Exact counts of an indicator, for protection only. @throws {RangeError} for an indicator without a query */
  cells(indicator: string, period: Period): Promise<RawCell[]>;
  /** People who differ between two periods, by `cellName`. */
  changed(indicator: string, before: Period, after: Period): Promise<Map<string, number>>;
  /** The districts and operative groups that the cube has rows for. */
  places(end: number): Promise<{ police_district: string; operative_group: string }[]>;
  insert(publication: Publication, cells: readonly PublishedCell[]): Promise<void>;
}

/**
 * Runs the monthly publication in one transaction (`work` may run again on PostgreSQL). It acts for no person and sees what no principal may see
 * (unpublished aggregates), so only scripts call it; it opens the learning store and nothing else.
 */
export function inPublicationJob<T>(db: Kysely<LearningStore>, work: (job: PublicationJob) => Promise<T>): Promise<T> {
  return inTransaction(db, (tx) => work(createJob(tx)));
}

function createJob(db: Kysely<LearningStore>): PublicationJob {
  const queryOf = (indicator: string) => {
    const query = QUERIES[indicator];
    if (!query) throw new RangeError(`No query for indicator ${indicator}`);
    return query;
  };
  return {
    async newest() {
      const publication = await db
        .selectFrom('publication')
        .selectAll()
        .orderBy('month', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!publication) return undefined;
      return {
        publication,
        cells: await db.selectFrom('published_cell').selectAll().where('publication', '=', publication.id).execute(),
      };
    },
    cells: async (indicator, period) => queryOf(indicator).cells(db, period),
    changed: async (indicator, before, after) => queryOf(indicator).changed(db, before, after),
    places: (end) => knownPlaces(db, end),
    async insert(publication, cells) {
      await db.insertInto('publication').values(publication).execute();
      for (let start = 0; start < cells.length; start += 500) {
        await db
          .insertInto('published_cell')
          .values(cells.slice(start, start + 500))
          .execute();
      }
    },
  };
}
