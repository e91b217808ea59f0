import type { Kysely } from 'kysely';

/** When somebody was last told by mail that there is something to refresh, and who does not want to be. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder')
    .addColumn('person', 'text', (column) => column.primaryKey().references('person.id').onDelete('cascade'))
    .addColumn('is_off', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('sent_at', 'bigint')
    .execute();
}
