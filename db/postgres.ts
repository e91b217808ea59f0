import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

/** PostgreSQL's int8 as a number: our bigints are epoch milliseconds and counts, all far below 2^53. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** @param schema created by the migration when missing; every unqualified name is looked up in it */
export function postgresDialect(url: string, schema: string): Dialect {
  return new PostgresDialect({
    pool: new pg.Pool({ connectionString: url, max: 10, types, options: `-c search_path=${schema}` }),
  });
}

/** serialization_failure, deadlock_detected, unique_violation. */
const RACES = new Set(['40001', '40P01', '23505']);

/**
 * Whether the transaction lost a race and may be tried again. A duplicate key is one too: PostgreSQL reports it before it
 * notices that the other writer's row should have been read; the next try reads that row.
 */
export function isRetryable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && RACES.has(error.code ?? '');
}
