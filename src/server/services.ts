import content from 'virtual:psp-content';
import { createLoginCodes } from '#db/identity/login-codes.ts';
import { createPeople } from '#db/identity/people.ts';
import { createRateLimits } from '#db/identity/rate-limits.ts';
import { createReminders } from '#db/identity/reminders.ts';
import { createSessions } from '#db/identity/sessions.ts';
import { createAffiliations } from '#db/learning/affiliations.ts';
import { createAttempts } from '#db/learning/attempts.ts';
import { createFeedback } from '#db/learning/feedback.ts';
import { createPublications } from '#db/learning/publication.ts';
import { createReleases } from '#db/learning/releases.ts';
import { createVisitors } from '#db/learning/visitors.ts';
import { openIdentityStore, openLearningStore } from '#db/open.ts';
import { loadFaces } from '#src/certificate/faces.ts';
import { type CertificateContent, certificatePdf } from '#src/certificate/pdf.ts';
import { createLearning } from '#src/learning/learning.ts';
import { createLibrary, releasesOf } from '#src/learning/library.ts';
import { createOwnLines } from '#src/learning/own-lines.ts';
import { createOrganisation } from '#src/organisation/organisation.ts';
import { createSignIn } from './auth.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { createFeedbackService } from './feedback.ts';
import { logFault } from './log.ts';
import { createSendCode } from './mail.ts';
import { createVisitorService } from './visitors.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Everything that a request may use, made once for the process. */
export async function createServices(configuration: Configuration, now: () => Date) {
  const identity = await openIdentityStore(configuration.identity);
  const learningStore = await openLearningStore(configuration.learning);
  const people = createPeople(identity);
  const sessions = createSessions(identity);
  const attempts = createAttempts(learningStore);
  const limits = createRateLimits(identity);
  const releases = createReleases(learningStore);
  await releases.keep(releasesOf(content), now());
  const library = createLibrary(content, await releases.all());
  const visitors = createVisitorService(createVisitors(learningStore), limits, configuration.secret, now);
  const feedback = createFeedbackService(createFeedback(learningStore), limits, content, configuration.secret, now);
  const ownLines = createOwnLines(configuration.secret);
  const signIn = createSignIn({
    configuration,
    people,
    sessions,
    codes: createLoginCodes(identity),
    limits,
    sendCode: configuration.mail ? createSendCode(configuration.mail, configuration.origin) : null,
    now,
  });
  const faces = loadFaces(process.cwd());
  return {
    configuration,
    /** The certificate as a file; letters are read once. */
    certificatePdf: (certificate: CertificateContent) => certificatePdf(certificate, faces),
    now,
    people,
    sessions,
    organisation: createOrganisation(people, sessions, createAffiliations(learningStore), now),
    learning: createLearning(attempts, library, content.competences, ownLines, now),
    visitors,
    reminders: createReminders(identity),
    feedback,
    publications: createPublications(learningStore),
    signIn,
    /** Deletes sign-ins, codes, counters and plays without an account whose time is over (security.md section 6, ANON-1). */
    async forget() {
      const at = now().getTime();
      await sessions.forget(at - DAY);
      await limits.forget(at);
      await visitors.forget();
      await feedback.forget();
    },
    /** Closes both stores; SQLite's write-ahead log is folded into the file. */
    async close() {
      await signIn.settled();
      await identity.destroy();
      await learningStore.destroy();
    },
  };
}
export type Services = Awaited<ReturnType<typeof createServices>>;

let services: Promise<Services> | undefined;

/** The services of this process; the first request, or server.mjs before it listens, makes them. */
export function getServices(): Promise<Services> {
  services ??= start();
  return services;
}

async function start(): Promise<Services> {
  const made = await createServices(readConfiguration(process.env, process.cwd()), () => new Date());
  setInterval(() => made.forget().catch((error: unknown) => logFault('-', 'forget', error)), HOUR).unref();
  return made;
}
