import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();

/** How sure a sign-in is, and counters that survive a restart. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A sign-in from before this column counts as the weaker kind: its owner signs in again.
  await db.schema
    .alterTable('login_session')
    .addColumn('is_assured', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('rate_limit')
    .addColumn('key', 'text', required)
    .addColumn('window_start', 'bigint', required)
    .addColumn('count', 'integer', required)
    .addColumn('expires_at', 'bigint', required)
    .addPrimaryKeyConstraint('rate_limit_id', ['key', 'window_start'])
    .execute();
}
