// npm run remind: tells by mail those for whom something is due to be refreshed; once a day from the operator's timer. Nobody
// gets more than one mail a week, and the mail holds a link and nothing else.
import { fileURLToPath } from 'node:url';
import { createReminders } from '#db/identity/reminders.ts';
import { createAttempts } from '#db/learning/attempts.ts';
import { createReleases } from '#db/learning/releases.ts';
import { openIdentityStore, openLearningStore, StoreError } from '#db/open.ts';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { createLearning } from '#src/learning/learning.ts';
import { createLibrary } from '#src/learning/library.ts';
import { createOwnLines } from '#src/learning/own-lines.ts';
import { ConfigurationError, readConfiguration } from '#src/server/configuration.ts';
import { createSendReminder } from '#src/server/mail.ts';
import { remindAll } from '#src/server/reminders.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const now = new Date();
  const configuration = readConfiguration(process.env, root);
  if (!configuration.mail)
    throw new ConfigurationError('Der er ingen post sat op: angiv PSP_SMTP_URL og PSP_MAIL_FROM.');
  const loaded = loadContent(root, now.toISOString().slice(0, 10));
  if (!loaded.ok) throw new StoreError(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
  const identity = await openIdentityStore(configuration.identity);
  const store = await openLearningStore(configuration.learning);
  const library = createLibrary(loaded.content, await createReleases(store).all());
  const learning = createLearning(
    createAttempts(store),
    library,
    loaded.content.competences,
    createOwnLines(configuration.secret),
    () => now,
  );
  const send = createSendReminder(configuration.mail, configuration.origin);
  const { asked, sent, failed } = await remindAll(createReminders(identity), learning, send, now);
  await store.destroy();
  await identity.destroy();
  console.log(`${asked} kunne få en mail, ${sent} fik en, ${failed} kunne ikke sendes.`);
  if (failed > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ConfigurationError || error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
