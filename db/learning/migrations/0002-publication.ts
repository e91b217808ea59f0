import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();

/** Published figures (docs/decisions/0007). Frozen once merged; imports no application code; SQL that SQLite and PostgreSQL share. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publication')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('month', 'text', (column) => column.notNull().unique()) // a published month stays as it is
    .addColumn('published_at', 'bigint', required)
    .addColumn('catalogue_version', 'text', required)
    .addColumn('is_fictional', 'integer', required)
    .execute();
  await db.schema
    .createTable('published_cell')
    .addColumn('publication', 'text', (column) => column.notNull().references('publication.id'))
    .addColumn('indicator', 'text', required)
    .addColumn('indicator_version', 'text', required)
    .addColumn('level', 'text', required)
    .addColumn('authority', 'text', required)
    .addColumn('police_district', 'text', required)
    .addColumn('operative_group', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('n_rounded', 'integer')
    .addColumn('band_low', 'integer')
    .addColumn('band_high', 'integer')
    .addColumn('weeks', 'integer')
    .addColumn('weeks_low', 'integer')
    .addColumn('weeks_high', 'integer')
    .addColumn('since', 'text', required)
    .addPrimaryKeyConstraint('published_cell_place', [
      'publication',
      'indicator',
      'level',
      'authority',
      'police_district',
      'operative_group',
    ])
    .execute();
  await db.schema
    .createIndex('published_cell_district')
    .on('published_cell')
    .columns(['police_district', 'publication'])
    .execute();
}
