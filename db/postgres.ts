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

/** Whether the database asks to try the transaction again: serialization failure or deadlock. */
export function isRetryable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01');
}
