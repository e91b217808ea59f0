import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';

/** What every connection must be set to (security.md DUR-1); SQLite reads synchronous FULL back as 2. */
const PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5000, secure_delete: 1 } as const;

/** Our statements are some dozens; a bulk job that builds its own SQL must not fill the memory. */
const CACHED_STATEMENTS = 500;

/** Begins each transaction with the write lock: a deferred one that reads and then writes fails under two writers (DUR-2). */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Lets a migration run in one transaction, so that a cut one leaves nothing behind (DUR-5); SQLite can, Kysely does not assume it. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver() {
    return new ImmediateDriver(this.#config);
  }
  override createAdapter() {
    return new TransactionalAdapter();
  }
}

/**
 * One connection to a SQLite file, with the settings of DUR-1.
 * @param file created when missing, but not its folder
 */
export function sqliteDialect(file: string): Dialect {
  const connection = new Database(file);
  for (const [name, value] of Object.entries(PRAGMAS)) connection.pragma(`${name} = ${value}`);
  const statements = new Map<string, Database.Statement>();
  const database = {
    // Preparing costs more than running a short statement, and ours repeat.
    prepare(sql: string) {
      let statement = statements.get(sql);
      if (!statement) {
        if (statements.size >= CACHED_STATEMENTS) statements.clear();
        statement = connection.prepare(sql);
        statements.set(sql, statement);
      }
      return statement;
    },
    close() {
      // Leaves one file instead of three, so that an operator who looks sees all the data in it.
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
    },
  };
  return new ImmediateDialect({
    database: database as unknown as SqliteDialectConfig['database'] & object,
  } as SqliteDialectConfig);
}

/** The settings that a connection must read back after a write (security.md DUR-1: the driver's own default can lose acknowledged answers). */
export const REQUIRED_PRAGMAS: Readonly<Record<string, string | number>> = PRAGMAS;
