// npm run measurements: how many of those who were asked have answered each measurement, in the whole country. A result is
// never told without this (psp-praksis C-4). Few are not counted out loud, and a share is a band (security.md STAT-2, -4).
import { fileURLToPath } from 'node:url';
import { createReleases } from '#db/learning/releases.ts';
import { createVerification } from '#db/learning/verification.ts';
import { openLearningStore, StoreError } from '#db/open.ts';
import { text } from '#src/components/learning/measurement.da.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { roundToFive, shareBand } from '#src/indicators/bands.ts';
import { createLibrary } from '#src/learning/library.ts';
import { type AnswerCount, answerCounts, type MeasuringHistory, POINTS } from '#src/learning/measurements.ts';
import { measuringHistory } from '#src/learning/overview.ts';
import { ConfigurationError, readConfiguration } from '#src/server/configuration.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Fewest people behind a figure that is told (psp-praksis C-6). */
const FEWEST = 10;

try {
  const now = new Date();
  const configuration = readConfiguration(process.env, root);
  const loaded = loadContent(root, now.toISOString().slice(0, 10));
  if (!loaded.ok) throw new StoreError(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
  const store = await openLearningStore(configuration.learning);
  const library = createLibrary(loaded.content, await createReleases(store).all());
  const verification = createVerification(store);
  const histories: MeasuringHistory[] = [];
  for await (const learner of verification.learners())
    histories.push(measuringHistory(library, (await verification.of(learner)).attempts));
  await store.destroy();
  const counts = answerCounts(histories, now.getTime());
  for (const point of POINTS) console.log(`${text.name(point).padEnd(20)}${line(counts[point])}`);
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function line({ asked, answered }: AnswerCount): string {
  if (asked === 0) return 'ingen er spurgt endnu';
  if (asked < FEWEST) return 'for få til at vise';
  const { low, high } = shareBand(answered, asked, asked);
  return `omkring ${roundToFive(asked)} er spurgt, ${low}–${high} procent har svaret`;
}
