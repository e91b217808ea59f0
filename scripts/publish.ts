// npm run publish -- --month 2026-10: computes, protects and freezes one month's figures. Without --month: the last whole
// month. A month is published once; nothing that is published is ever rewritten (docs/decisions/0007).
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inPublicationJob } from '#db/learning/publication-job.ts';
import { openLearningStore, StoreError } from '#db/open.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { addMonths, isMonth, monthOf } from '#src/indicators/month.ts';
import { type PublishOutcome, publishMonth } from '#src/indicators/publish.ts';
import { ConfigurationError, readConfiguration } from '#src/server/configuration.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A command that cannot be carried out; the message is a sentence for the operator. */
class Refused extends Error {}

const REASONS = {
  'month-not-over': 'Måneden er ikke slut. Tal kan først offentliggøres, når den er.',
  'already-published': 'Måneden er offentliggjort. Tal, der er offentliggjort, bliver aldrig lavet om.',
  'later-month-published': 'En senere måned er offentliggjort. Tal offentliggøres i rækkefølge.',
} as const satisfies Record<Extract<PublishOutcome, { kind: 'refused' }>['reason'], string>;

try {
  await run();
} catch (error) {
  const isArguments = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(isArguments || error instanceof Refused || error instanceof ConfigurationError || error instanceof StoreError))
    throw error;
  console.error(isArguments ? 'Brug: npm run publish -- --month 2026-10' : error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { month: { type: 'string' } } });
  const now = new Date();
  const month = values.month ?? addMonths(monthOf(now.getTime()), -1);
  if (!isMonth(month)) throw new Refused('Skriv måneden som 2026-10.');
  const configuration = readConfiguration(process.env, root);
  const loaded = loadContent(root, now.toISOString().slice(0, 10));
  if (!loaded.ok) throw new Refused(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
  const db = await openLearningStore(configuration.learning);
  try {
    // Only the demonstration's people are invented; it never shares a store with real ones.
    const request = { month, now, catalogue: loaded.content, isFictional: configuration.isDemo };
    const outcome = await inPublicationJob(db, (job) => publishMonth(job, request));
    if (outcome.kind === 'refused') throw new Refused(REASONS[outcome.reason]);
    const shown = outcome.cells.filter(({ state }) => state === 'shown').length;
    const hidden = outcome.cells.filter(({ state }) => state === 'too-few' || state === 'protects-another').length;
    console.log(`${month} er offentliggjort: ${shown} tal vises, ${hidden} er skjult for at beskytte enkeltpersoner.`);
  } finally {
    await db.destroy();
  }
}
