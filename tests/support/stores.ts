import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, describe, inject } from 'vitest';
import type { IdentityStore } from '#db/identity/schema.ts';
import type { LearningStore } from '#db/learning/schema.ts';
import { openIdentityStore, openLearningStore, type StoreLocation } from '#db/open.ts';

export type Engine = 'SQLite' | 'PostgreSQL';

/** Fresh, migrated, real stores; closed and removed after each test. */
export interface Stores {
  readonly engine: Engine;
  location(name: 'identity' | 'learning'): StoreLocation;
  learning(): Promise<Kysely<LearningStore>>;
  identity(): Promise<Kysely<IdentityStore>>;
}

let made = 0;

/** Runs the same tests on SQLite and on PostgreSQL: the repositories promise the same on both. */
export function describeStores(title: string, tests: (stores: Stores) => void): void {
  describe.each(['SQLite', 'PostgreSQL'] as const)(`${title} on %s`, (engine) => {
    let folder: string | undefined;
    let schema = '';
    const open: { destroy(): Promise<void> }[] = [];
    const location = (name: 'identity' | 'learning'): StoreLocation => {
      if (engine === 'SQLite') {
        folder ??= mkdtempSync(join(tmpdir(), 'psp-store-'));
        return { kind: 'sqlite', file: join(folder, `${name}.sqlite`) };
      }
      if (schema === '') {
        made += 1;
        schema = `t${process.pid}_${made}`;
      }
      return { kind: 'postgres', url: inject('postgresUrl'), schema: `${schema}_${name}` };
    };
    const keep = async <S>(store: Promise<Kysely<S>>) => {
      const db = await store;
      open.push(db);
      return db;
    };
    afterEach(async () => {
      for (const db of open.splice(0)) await db.destroy();
      if (folder) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
      schema = '';
    });
    tests({
      engine,
      location,
      learning: () => keep(openLearningStore(location('learning'))),
      identity: () => keep(openIdentityStore(location('identity'))),
    });
  });
}
