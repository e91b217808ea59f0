// npm run backup -- <folder>: a proven copy of both stores. Each copy is opened, checked and counted before it gets its
// name; a cut run leaves nothing that looks like a backup. Copying the files by hand loses rows (docs/operate.md).
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyStore, dumpPostgres } from '#db/backup.ts';
import { StoreError } from '#db/open.ts';
import { ConfigurationError, readConfiguration } from '#src/server/configuration.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [target] = process.argv.slice(2);

try {
  if (!target) throw new StoreError('Skriv en mappe: npm run backup -- /sti/til/mappe');
  const configuration = readConfiguration(process.env, root);
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const folder = join(resolve(target), `psp-akademi-${stamp}`);
  const making = `${folder}.under-opbygning`;
  mkdirSync(making, { recursive: true });
  try {
    const stores: Record<string, { file: string; sha256: string; rows: Record<string, number> }> = {};
    for (const [name, location] of Object.entries({
      identity: configuration.identity,
      learning: configuration.learning,
    })) {
      const file = location.kind === 'sqlite' ? `${name}.sqlite` : `${name}.dump`;
      const copy = join(making, file);
      const rows =
        location.kind === 'sqlite' ? await copyStore(location.file, copy) : await dumpPostgres(location, copy);
      stores[name] = { file, sha256: createHash('sha256').update(readFileSync(copy)).digest('hex'), rows };
    }
    writeFileSync(
      join(making, 'manifest.json'),
      `${JSON.stringify({ made: new Date().toISOString(), stores }, null, 2)}\n`,
    );
    renameSync(making, folder);
    const total = Object.values(stores).reduce(
      (sum, { rows }) => sum + Object.values(rows).reduce((all, count) => all + count, 0),
      0,
    );
    console.log(`Kopien ligger i ${folder}. ${total} rækker er talt op i kopien og passer.`);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
