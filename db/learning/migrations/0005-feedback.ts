import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();

/** What readers say is wrong, for the editors; nothing tells who said it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('page', 'text', required)
    .addColumn('content_version', 'text', required)
    .addColumn('provision', 'text')
    .addColumn('text', 'text', required)
    .addColumn('received_at', 'bigint', required)
    .addColumn('settled_as', 'text')
    .addColumn('settled_at', 'bigint')
    .execute();
  await db.schema.createIndex('feedback_open').on('feedback').columns(['settled_at', 'received_at']).execute();
}
