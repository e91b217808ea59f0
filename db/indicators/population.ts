import { type Insertable, type Kysely, sql } from 'kysely';
import type {
  AttemptTable,
  DecisionTable,
  EventTable,
  EvidenceTable,
  LearnerAffiliationTable,
  LearnerTable,
  LearningStore,
  ModuleProgressTable,
} from '#db/learning/schema.ts';
import { inTransaction } from '#db/open.ts';

/** Rows of many learners, made elsewhere by the real rules. */
export interface PopulationRows {
  readonly learner: readonly Insertable<LearnerTable>[];
  readonly learner_affiliation: readonly Insertable<LearnerAffiliationTable>[];
  readonly event: readonly Insertable<EventTable>[];
  readonly attempt: readonly Insertable<AttemptTable>[];
  readonly module_progress: readonly Insertable<ModuleProgressTable>[];
  readonly decision: readonly Insertable<DecisionTable>[];
  readonly evidence: readonly Insertable<EvidenceTable>[];
}

/** Values in one statement: PostgreSQL takes 65,535, SQLite 32,766; full batches are the same statement and are prepared once. */
const VALUES = 3000;

/** Writes invented learners in bulk. For demonstrations and measurements only: real events come in through `record`. */
export function createPopulationWriter(db: Kysely<LearningStore>) {
  return {
    /** All rows or none. */
    async write(rows: PopulationRows): Promise<void> {
      await inTransaction(db, async (tx) => {
        await insertAll(rows.learner, (some) => tx.insertInto('learner').values(some).execute());
        await insertAll(rows.learner_affiliation, (some) =>
          tx.insertInto('learner_affiliation').values(some).execute(),
        );
        await insertAll(rows.event, (some) => tx.insertInto('event').values(some).execute());
        await insertAll(rows.attempt, (some) => tx.insertInto('attempt').values(some).execute());
        await insertAll(rows.module_progress, (some) => tx.insertInto('module_progress').values(some).execute());
        await insertAll(rows.decision, (some) => tx.insertInto('decision').values(some).execute());
        await insertAll(rows.evidence, (some) => tx.insertInto('evidence').values(some).execute());
      });
    },

    /** Pseudonyms of some of the learners. */
    async someLearners(limit: number): Promise<string[]> {
      const rows = await db.selectFrom('learner').select('id').orderBy('id').limit(limit).execute();
      return rows.map(({ id }) => id);
    },

    async countEvents(type: string): Promise<number> {
      const { count } = await db
        .selectFrom('event')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('type', '=', type)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    /** Lets the database learn how its tables look; a bulk load leaves it guessing. */
    async analyse(): Promise<void> {
      await sql`analyze`.execute(db);
    },
  };
}
export type PopulationWriter = ReturnType<typeof createPopulationWriter>;

async function insertAll<Row extends object>(
  rows: readonly Row[],
  insert: (some: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  const size = Math.floor(VALUES / Math.max(1, Object.keys(rows[0] ?? {}).length));
  for (let start = 0; start < rows.length; start += size) await insert(rows.slice(start, start + size));
}
