import type { Kysely } from 'kysely';

/** A certificate is found by its code, which stands in `hash`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('attempt_code').on('attempt').columns(['kind', 'hash']).execute();
}
