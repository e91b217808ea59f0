// Creates both stores, and fills the demonstration once: the second start keeps what is there. The demonstration is made
// in a folder of its own and moved into place when it is whole, so that a cut start leaves nothing half-filled.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPeople } from '#db/identity/people.ts';
import { createSessions } from '#db/identity/sessions.ts';
import { createPopulationWriter } from '#db/indicators/population.ts';
import { createAffiliations } from '#db/learning/affiliations.ts';
import { inPublicationJob } from '#db/learning/publication-job.ts';
import { createReleases } from '#db/learning/releases.ts';
import { openIdentityStore, openLearningStore, StoreError } from '#db/open.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { demonstrationGroups } from '#src/indicators/demonstration.ts';
import { addMonths, monthOf } from '#src/indicators/month.ts';
import { writePopulation } from '#src/indicators/population.ts';
import { publishMonth } from '#src/indicators/publish.ts';
import { releasesOf } from '#src/learning/library.ts';
import { seedDemonstration } from '#src/organisation/demonstration.ts';
import { createOrganisation } from '#src/organisation/organisation.ts';
import { type Configuration, ConfigurationError, readConfiguration } from '#src/server/configuration.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The months that the demonstration has published, counted back from the last whole one. */
const PUBLISHED_MONTHS = 6;

try {
  const configuration = readConfiguration(process.env, root);
  if (configuration.isDemo && (await isNew(configuration))) await makeDemonstration(configuration);
  else
    for (const open of [
      () => openIdentityStore(configuration.identity),
      () => openLearningStore(configuration.learning),
    ])
      await (await open()).destroy();
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function isNew({ identity }: Configuration): Promise<boolean> {
  if (identity.kind === 'sqlite' && !existsSync(identity.file)) return true;
  const db = await openIdentityStore(identity);
  const isEmpty = await createPeople(db).isEmpty();
  await db.destroy();
  return isEmpty;
}

async function makeDemonstration({ identity, learning, dataDirectory }: Configuration): Promise<void> {
  console.log('Laver en opdigtet organisation …');
  if (dataDirectory === null || identity.kind !== 'sqlite' || learning.kind !== 'sqlite')
    return fill(identity, learning);
  const making = join(dataDirectory, 'under-opbygning');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await fill(
    { kind: 'sqlite', file: join(making, 'identity.sqlite') },
    { kind: 'sqlite', file: join(making, 'learning.sqlite') },
  );
  // The identity store decides whether there is a demonstration, so it is moved last.
  renameSync(join(making, 'learning.sqlite'), learning.file);
  renameSync(join(making, 'identity.sqlite'), identity.file);
  rmSync(making, { recursive: true });
}

async function fill(
  identityLocation: Configuration['identity'],
  learningLocation: Configuration['learning'],
): Promise<void> {
  const now = new Date();
  const loaded = loadContent(root, now.toISOString().slice(0, 10));
  if (!loaded.ok) throw new StoreError(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
  const identity = await openIdentityStore(identityLocation);
  const learning = await openLearningStore(learningLocation);
  // What the invented members have played must be rebuilt after the cases have changed.
  await createReleases(learning).keep(releasesOf(loaded.content), now);
  const organisation = createOrganisation(
    createPeople(identity),
    createSessions(identity),
    createAffiliations(learning),
    () => now,
  );
  await seedDemonstration(organisation, now);
  const groups = demonstrationGroups();
  for (const { operativeGroup, policeDistrict, municipality } of groups)
    if (operativeGroup !== 'eksempelby')
      await organisation.addGroup({
        id: operativeGroup,
        name: municipality,
        district: policeDistrict,
        municipality,
        isFictional: true,
      });
  await writePopulation(createPopulationWriter(learning), loaded.content, {
    seed: 2013,
    now: now.getTime(),
    groups,
    eventsPerPerson: null,
  });
  for (let back = PUBLISHED_MONTHS; back >= 1; back -= 1) {
    const month = addMonths(monthOf(now.getTime()), -back);
    await inPublicationJob(learning, (job) =>
      publishMonth(job, { month, now, catalogue: loaded.content, isFictional: true }),
    );
  }
  await identity.destroy();
  await learning.destroy();
}
