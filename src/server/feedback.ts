import { createHmac } from 'node:crypto';
import type { RateLimits } from '#db/identity/rate-limits.ts';
import type { Feedback, FeedbackRow, Settled } from '#db/learning/feedback.ts';
import type { Principal } from '#db/principal.ts';
import { pageVersion } from '#src/content/page-version.ts';
import type { Content } from '#src/content/schema.ts';

const DAY = 86_400_000;
/** A whole town hall may sit behind one address. */
const LIMIT = { count: 60, milliseconds: 3_600_000 };
/** What is settled is kept this long, so that the editors can look back. */
const KEPT = 365 * DAY;
const SHOWN = 50;

/** "Har du fundet en fejl?": one field, no account; nothing tells who wrote. */
export function createFeedbackService(
  store: Feedback,
  limits: RateLimits,
  content: Content,
  secret: string,
  now: () => Date,
) {
  return {
    /** @returns false when too much came from the same place */
    async send(message: { id: string; page: string; text: string }, net: string): Promise<boolean> {
      const key = createHmac('sha256', secret).update(`feedback:${net}`).digest('hex');
      if (!(await limits.take(key, LIMIT, now().getTime()))) return false;
      const { version, provision } = pageVersion(content, message.page);
      await store.add({ ...message, content_version: version, provision, received_at: now().getTime() });
      return true;
    },

    async list(principal: Principal): Promise<{ open: FeedbackRow[]; settled: FeedbackRow[] }> {
      return { open: await store.open(principal), settled: await store.settled(principal, SHOWN) };
    },

    settle: (principal: Principal, id: string, as: Settled) => store.settle(principal, id, as, now().getTime()),

    forget: () => store.forget(now().getTime() - KEPT),
  };
}
