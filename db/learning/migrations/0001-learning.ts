import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

/** Learners, their events, and what follows from the events. The learner stands first in every key: the tables can be split by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const required = (column: ColumnDefinitionBuilder) => column.notNull();
  await db.schema
    .createTable('learner')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('created_at', 'bigint', required)
    .execute();
  await db.schema
    .createTable('learner_affiliation')
    .addColumn('learner', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('authority', 'text', required)
    .addColumn('police_district', 'text', required)
    .addColumn('municipality', 'text', required)
    .addColumn('member_function', 'text', required)
    .addColumn('is_deputy', 'integer', required)
    .addColumn('operative_group', 'text', required)
    .addColumn('valid_from', 'bigint', required)
    .addColumn('valid_to', 'bigint')
    .addPrimaryKeyConstraint('learner_affiliation_id', ['learner', 'id'])
    .execute();
  await db.schema
    .createTable('event')
    .addColumn('learner', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('attempt', 'text', required)
    .addColumn('sequence', 'integer', required)
    .addColumn('type', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('received_at', 'bigint', required)
    .addPrimaryKeyConstraint('event_id', ['learner', 'id'])
    .addUniqueConstraint('event_order', ['learner', 'attempt', 'sequence']) // two tabs cannot both be step 7
    .execute();
  await db.schema
    .createTable('attempt')
    .addColumn('learner', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('subject', 'text', required)
    .addColumn('version', 'text', required)
    .addColumn('hash', 'text', required)
    .addColumn('seat', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('last_sequence', 'integer', required)
    .addColumn('started_at', 'bigint', required)
    .addColumn('changed_at', 'bigint', required)
    .addColumn('finished_at', 'bigint')
    .addPrimaryKeyConstraint('attempt_id', ['learner', 'id'])
    .execute();
  await db.schema
    .createTable('module_progress')
    .addColumn('learner', 'text', required)
    .addColumn('module', 'text', required)
    .addColumn('attempt', 'text', required)
    .addColumn('started_at', 'bigint', required)
    .addColumn('completed_at', 'bigint')
    .addPrimaryKeyConstraint('module_progress_id', ['learner', 'module', 'attempt'])
    .execute();
  await db.schema
    .createTable('decision')
    .addColumn('learner', 'text', required)
    .addColumn('attempt', 'text', required)
    .addColumn('sequence', 'integer', required)
    .addColumn('scenario', 'text', required)
    .addColumn('node', 'text', required)
    .addColumn('choice', 'text', required)
    .addColumn('rating', 'text', required)
    .addColumn('fault', 'text')
    .addColumn('received_at', 'bigint', required)
    .addPrimaryKeyConstraint('decision_id', ['learner', 'attempt', 'sequence'])
    .execute();
  await db.schema
    .createTable('evidence')
    .addColumn('learner', 'text', required)
    .addColumn('event', 'text', required)
    .addColumn('competence', 'text', required)
    .addColumn('situation', 'text', required)
    .addColumn('points', 'integer', required)
    .addColumn('received_at', 'bigint', required)
    .addPrimaryKeyConstraint('evidence_id', ['learner', 'event', 'competence'])
    .execute();
  await db.schema
    .createTable('own_text')
    .addColumn('learner', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('attempt', 'text', required)
    .addColumn('place', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('written_at', 'bigint', required)
    .addPrimaryKeyConstraint('own_text_id', ['learner', 'id'])
    .execute();
}
