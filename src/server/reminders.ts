import type { Reminders } from '#db/identity/reminders.ts';
import type { Learning } from '#src/learning/learning.ts';
import type { SendReminder } from './mail.ts';

/** Nobody gets more than one mail a week. */
const EVERY = 7 * 86_400_000;

/** Counts only: whom it concerns is written nowhere. */
export interface Reminded {
  readonly asked: number;
  readonly sent: number;
  readonly failed: number;
}

/**
 * Tells those by mail for whom something is due to be refreshed; the mail holds a link and nothing else (security.md
 * LOG-4). A mail that cannot be sent stops no other, and is tried again the next time.
 */
export async function remindAll(
  reminders: Reminders,
  learning: Pick<Learning, 'refreshers'>,
  send: SendReminder,
  now: Date,
): Promise<Reminded> {
  const people = await reminders.due(now.getTime() - EVERY);
  let [sent, failed] = [0, 0];
  for (const { person, learner, mail } of people) {
    const { due } = await learning.refreshers({ person, learner, session: '', grants: [] });
    if (due.length === 0) continue;
    try {
      await send(mail);
      await reminders.sent(person, now.getTime());
      sent += 1;
    } catch {
      failed += 1;
    }
  }
  return { asked: people.length, sent, failed };
}
