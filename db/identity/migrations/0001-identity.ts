import type { ColumnDefinitionBuilder, Kysely } from 'kysely';

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.notNull().primaryKey();

/** People, groups, roles and sign-in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('mail', 'text', (column) => column.unique())
    .addColumn('learner', 'text', (column) => column.unique())
    .addColumn('created_at', 'bigint', required)
    .addColumn('disabled_at', 'bigint')
    .execute();
  await db.schema
    .createTable('police_district')
    .addColumn('id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('is_fictional', 'integer', required)
    .execute();
  await db.schema
    .createTable('operative_group')
    .addColumn('id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('police_district', 'text', (column) => column.notNull().references('police_district.id'))
    .addColumn('municipality', 'text', required)
    .addColumn('is_fictional', 'integer', required)
    .execute();
  await db.schema
    .createTable('membership')
    .addColumn('id', 'text', key)
    .addColumn('person', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('operative_group', 'text', (column) => column.notNull().references('operative_group.id'))
    .addColumn('authority', 'text', required)
    .addColumn('member_function', 'text', required)
    .addColumn('is_deputy', 'integer', required)
    .addColumn('valid_from', 'bigint', required)
    .addColumn('valid_to', 'bigint')
    .execute();
  await db.schema.createIndex('membership_person').on('membership').column('person').execute();
  await db.schema
    .createTable('role_grant')
    .addColumn('id', 'text', key)
    .addColumn('person', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('role', 'text', required)
    .addColumn('scope_kind', 'text', required)
    .addColumn('scope_id', 'text', required)
    .addColumn('valid_from', 'bigint', required)
    .addColumn('valid_to', 'bigint')
    .execute();
  await db.schema.createIndex('role_grant_person').on('role_grant').column('person').execute();
  await db.schema
    .createTable('login_session')
    .addColumn('id_hash', 'text', key)
    .addColumn('person', 'text', (column) => column.notNull().references('person.id'))
    .addColumn('created_at', 'bigint', required)
    .addColumn('seen_at', 'bigint', required)
    .addColumn('ended_at', 'bigint')
    .execute();
  await db.schema.createIndex('login_session_person').on('login_session').column('person').execute();
  await db.schema
    .createTable('login_code')
    .addColumn('mail_hash', 'text', key)
    .addColumn('code_hash', 'text', required)
    .addColumn('expires_at', 'bigint', required)
    .addColumn('tries', 'integer', required)
    .execute();
  await db.schema
    .createTable('federated_account')
    .addColumn('issuer', 'text', required)
    .addColumn('subject', 'text', required)
    .addColumn('person', 'text', (column) => column.notNull().references('person.id'))
    .addPrimaryKeyConstraint('federated_account_id', ['issuer', 'subject'])
    .execute();
}
