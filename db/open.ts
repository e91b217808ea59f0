import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresAdapter, sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { CommitQueue } from './commit-queue.ts';
import { identityMigrations } from './identity/migrations/index.ts';
import type { IdentityStore } from './identity/schema.ts';
import { learningMigrations } from './learning/migrations/index.ts';
import type { LearningStore } from './learning/schema.ts';
import { isRetryable, postgresDialect } from './postgres.ts';
import { REQUIRED_PRAGMAS, sqliteDialect } from './sqlite.ts';

/** Where a store lies. */
export type StoreLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema: string };

/** A store that cannot be used as it is; the message is a sentence for the operator. */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** Opens without migrating. The caller destroys it. */
export function openDatabase<S>(location: StoreLocation): Kysely<S> {
  if (location.kind === 'postgres') return new Kysely<S>({ dialect: postgresDialect(location.url, location.schema) });
  mkdirSync(dirname(location.file), { recursive: true });
  return new Kysely<S>({ dialect: sqliteDialect(location.file) });
}

export function openLearningStore(location: StoreLocation): Promise<Kysely<LearningStore>> {
  return openStore<LearningStore>(location, learningMigrations);
}

export function openIdentityStore(location: StoreLocation): Promise<Kysely<IdentityStore>> {
  return openStore<IdentityStore>(location, identityMigrations);
}

async function openStore<S>(location: StoreLocation, migrations: Record<string, Migration>): Promise<Kysely<S>> {
  const db = openDatabase<S>(location);
  try {
    await migrateToLatest(db, migrations, location);
    if (location.kind === 'sqlite') await checkDurability(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/**
 * Brings the tables to the newest form, one transaction a migration (security.md DUR-5).
 * @throws {StoreError} when the store was written by a newer version of the platform, or a migration fails
 */
export async function migrateToLatest<S>(
  db: Kysely<S>,
  migrations: Record<string, Migration>,
  location: StoreLocation,
): Promise<void> {
  if (location.kind === 'postgres') await sql`create schema if not exists ${sql.id(location.schema)}`.execute(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(location.kind === 'postgres' ? { migrationTableSchema: location.schema } : {}),
  });
  await refuseNewer(db, migrations);
  for (;;) {
    const { error, results = [] } = await migrator.migrateUp();
    if (error)
      throw new StoreError(`Databasen kunne ikke opdateres: ${error instanceof Error ? error.message : String(error)}`);
    if (results.length === 0) return;
  }
}

/** Old code on a newer store would write rows that the newer code does not expect. */
async function refuseNewer<S>(db: Kysely<S>, migrations: Record<string, Migration>): Promise<void> {
  const names = await sql<{ name: string }>`select name from kysely_migration`.execute(db).then(
    ({ rows }) => rows.map(({ name }) => name),
    () => [] as string[], // the table is not there: a new store
  );
  const unknown = names.find((name) => !(name in migrations));
  if (unknown)
    throw new StoreError(
      `Databasen er skrevet af en nyere udgave af platformen (${unknown}). Start den nyere udgave, eller gendan en kopi.`,
    );
}

/** DUR-1: reads the settings back after a write, on the connection that will be used. */
async function checkDurability<S>(db: Kysely<S>): Promise<void> {
  await sql`create table if not exists start_check (at bigint not null)`.execute(db);
  await sql`delete from start_check`.execute(db);
  await sql`insert into start_check (at) values (0)`.execute(db);
  for (const [name, wanted] of Object.entries(REQUIRED_PRAGMAS)) {
    const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
    const found = Object.values(rows[0] ?? {})[0];
    if (found !== wanted)
      throw new StoreError(
        `Databasen er ikke sikker mod strømsvigt: ${name} er ${String(found)}, men skal være ${wanted}.`,
      );
  }
}

/** How often a transaction that lost a race on PostgreSQL is tried again before the reader is told. */
const ATTEMPTS = 20;

/**
 * One transaction that reads and then writes (security.md DUR-2): IMMEDIATE on SQLite, serializable with retry on
 * PostgreSQL. `work` may run several times, so it must change nothing outside the transaction; inside it, use only
 * `tx`: the outer handle would wait for ever.
 *
 * On SQLite, works that wait at the same time share one commit, since a commit waits for the disk: each stands in a
 * savepoint of its own, so that a failed one leaves nothing and spoils nothing, and none returns before the shared commit.
 */
export async function inTransaction<S, T>(db: Kysely<S>, work: (tx: Transaction<S>) => Promise<T>): Promise<T> {
  if (!isPostgres(db)) return queueOf(db).add(work);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      // Losers of a race must not meet again at once.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt));
    }
  }
}

const queues = new WeakMap<object, CommitQueue<never>>();

/** The queue of a handle; a handle has one connection, so its transactions run one after the other anyway. */
function queueOf<S>(db: Kysely<S>): CommitQueue<S> {
  let queue = queues.get(db) as CommitQueue<S> | undefined;
  if (!queue) {
    queue = new CommitQueue(db);
    queues.set(db, queue as unknown as CommitQueue<never>);
  }
  return queue;
}

export function isPostgres<S>(db: Kysely<S>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
