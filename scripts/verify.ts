// npm run verify: rebuilds from the events what is cached beside them and compares, learner by learner. A difference is a
// fault of ours; it is named by pseudonym and table, never by content. Also counts what points from one store to nothing
// in the other.
import { fileURLToPath } from 'node:url';
import { createPeople } from '#db/identity/people.ts';
import { createReleases } from '#db/learning/releases.ts';
import { createVerification } from '#db/learning/verification.ts';
import { openIdentityStore, openLearningStore, StoreError } from '#db/open.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { createLibrary } from '#src/learning/library.ts';
import { differences } from '#src/learning/verify.ts';
import { ConfigurationError, readConfiguration } from '#src/server/configuration.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SHOWN = 20;

try {
  const configuration = readConfiguration(process.env, root);
  const loaded = loadContent(root, new Date().toISOString().slice(0, 10));
  if (!loaded.ok) throw new StoreError(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
  const learning = await openLearningStore(configuration.learning);
  const identity = await openIdentityStore(configuration.identity);
  const verification = createVerification(learning);
  const library = createLibrary(loaded.content, await createReleases(learning).all());
  const counts = { learners: 0, events: 0, differences: 0 };
  for await (const learner of verification.learners()) {
    const stored = await verification.of(learner);
    const found = differences(stored, library);
    counts.learners += 1;
    counts.events += stored.events.length;
    for (const difference of found) {
      counts.differences += 1;
      if (counts.differences <= SHOWN)
        console.error(`${learner}: ${difference.table} ${difference.key}: ${difference.kind}`);
    }
  }
  const known = await verification.learnerIds();
  const learners = new Set((await createPeople(identity).all()).flatMap(({ learner }) => learner ?? []));
  const orphans = [...learners].filter((learner) => !known.has(learner)).length;
  await learning.destroy();
  await identity.destroy();
  console.log(
    `${counts.learners} kursister og ${counts.events} hændelser er gennemgået. ${counts.differences} forskelle. ${orphans} personer uden læringsjournal.`,
  );
  process.exitCode = counts.differences > 0 || orphans > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
