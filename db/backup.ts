import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { StoreError, type StoreLocation } from './open.ts';

/** Rows by table. */
export type RowCounts = Record<string, number>;

/** Tables whose rows go while the server runs. */
const FORGOTTEN = new Set(['login_session', 'login_code', 'rate_limit']);

/**
 * Copies a SQLite store while it is in use, and proves the copy: integrity, references, and at least as many rows as stood
 * when the copy began (security.md DUR-6: an integrity check alone passes on a copy that lacks rows).
 * @returns the rows of the copy
 * @throws {StoreError} when the store is not there or the copy does not hold
 */
export async function copyStore(file: string, copy: string): Promise<RowCounts> {
  if (!existsSync(file)) throw new StoreError(`Databasen ${file} findes ikke. Er PSP_DATA_DIR den rigtige?`);
  const source = new Database(file);
  let before: RowCounts;
  try {
    source.pragma('busy_timeout = 5000');
    before = countRows(source);
    source.prepare('VACUUM INTO ?').run(copy);
  } finally {
    source.close();
  }
  const proof = new Database(copy);
  try {
    const integrity = proof.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') throw new StoreError('Kopien er beskadiget. Prøv igen, og undersøg disken.');
    if ((proof.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new StoreError('Kopien har rækker, der peger på ingenting. Kør npm run verify.');
    const after = countRows(proof);
    const short = Object.entries(before).find(([table, rows]) => (after[table] ?? 0) < rows && !FORGOTTEN.has(table));
    if (short) throw new StoreError(`Kopien mangler rækker i ${short[0]}. Prøv igen.`);
    return after;
  } finally {
    proof.close();
  }
}

/** Counts every table of an open SQLite store. */
function countRows(db: Database.Database): RowCounts {
  const tables = db
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .all() as { name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      (db.prepare(`select count(*) as rows from "${name}"`).get() as { rows: number }).rows,
    ]),
  );
}

/** PostgreSQL's own dump of one schema, listed again to prove that it can be read. @returns no counts: the dump is the server's own consistent snapshot */
export async function dumpPostgres(
  { url, schema }: Extract<StoreLocation, { kind: 'postgres' }>,
  copy: string,
): Promise<RowCounts> {
  // By the environment: a command line can be read by everyone on the machine (security.md OPS-1).
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  };
  const dumped = spawnSync('pg_dump', ['--format=custom', `--schema=${schema}`, `--file=${copy}`], {
    encoding: 'utf8',
    env,
  });
  if (dumped.error) throw new StoreError('Programmet pg_dump mangler. Installér postgresql-client, og prøv igen.');
  if (dumped.status !== 0) throw new StoreError('PostgreSQL kunne ikke kopieres. Tjek PSP_DATABASE_URL.');
  if (spawnSync('pg_restore', ['--list', copy]).status !== 0)
    throw new StoreError('Kopien kan ikke læses igen. Prøv igen.');
  return {};
}
