import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();

/**
 * Every edition of a scenario that has ever been offered, so that a run goes on and is rebuilt after its text has changed;
 * and why a decision was made.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scenario_release')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('scenario', 'text', required)
    .addColumn('version', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('released_at', 'bigint', required)
    .execute();
  await db.schema.alterTable('decision').addColumn('reason', 'text').execute();
  await db.schema.alterTable('decision').addColumn('reason_rating', 'text').execute();
}
