import type { Kysely } from 'kysely';
import { inTransaction } from '#db/open.ts';
import {
  ATTEMPT,
  type AttemptRow,
  type DecisionRow,
  EVENT,
  EVIDENCE,
  type EvidenceRow,
  type ModuleProgressRow,
  type StoredEvent,
  toEvent,
} from './attempts.ts';
import type { LearningStore } from './schema.ts';

/** Everything that stands of one learner: events, and what was derived from them when they came. */
export interface StoredLearner {
  readonly events: readonly StoredEvent[];
  readonly attempts: readonly AttemptRow[];
  readonly moduleProgress: readonly ModuleProgressRow[];
  readonly decisions: readonly DecisionRow[];
  readonly evidence: readonly EvidenceRow[];
}

const PAGE = 500;

/** Reads whole learners for the operator's verification; no request reaches this. */
export function createVerification(db: Kysely<LearningStore>) {
  return {
    /** Every learner that has events or derived rows, in order. */
    async *learners(): AsyncGenerator<string> {
      let after = '';
      for (;;) {
        const rows = await db
          .selectFrom('event')
          .select('learner')
          .where('learner', '>', after)
          .union(db.selectFrom('attempt').select('learner').where('learner', '>', after))
          .orderBy('learner')
          .limit(PAGE)
          .execute();
        for (const { learner } of rows) yield learner;
        const last = rows.at(-1);
        if (!last || rows.length < PAGE) return;
        after = last.learner;
      }
    },

    async learnerIds(): Promise<Set<string>> {
      return new Set((await db.selectFrom('learner').select('id').execute()).map(({ id }) => id));
    },

    /** In one transaction, so that a decision recorded meanwhile is in all of it or in none. */
    of(learner: string): Promise<StoredLearner> {
      return inTransaction(db, (tx) => read(tx, learner));
    },
  };
}

async function read(db: Kysely<LearningStore>, learner: string): Promise<StoredLearner> {
  const events = await db.selectFrom('event').select(EVENT).where('learner', '=', learner).execute();
  return {
    events: events.map(toEvent),
    attempts: await db.selectFrom('attempt').select(ATTEMPT).where('learner', '=', learner).execute(),
    moduleProgress: await db
      .selectFrom('module_progress')
      .select(['module', 'attempt', 'started_at', 'completed_at'])
      .where('learner', '=', learner)
      .execute(),
    decisions: await db
      .selectFrom('decision')
      .select([
        'attempt',
        'sequence',
        'scenario',
        'node',
        'choice',
        'rating',
        'fault',
        'reason',
        'reason_rating',
        'received_at',
      ])
      .where('learner', '=', learner)
      .execute(),
    evidence: await db.selectFrom('evidence').select(EVIDENCE).where('learner', '=', learner).execute(),
  };
}
