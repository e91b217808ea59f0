import { createHash, createHmac } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { RateLimits } from '#db/identity/rate-limits.ts';
import type { VisitorStore } from '#db/learning/visitors.ts';
import type { LearnerPrincipal } from '#db/principal.ts';
import { newCode, readCode, shownCode } from '#src/learning/code.ts';

/** Holds the code of a play without an account; the browser's own, for as long as the play is kept. */
export const VISITOR_COOKIE = '__Host-psp-uden-konto';
const DAY = 86_400_000;
const KEPT_DAYS = 30;
export const VISITOR_COOKIE_OPTIONS = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  maxAge: KEPT_DAYS * 86_400,
} as const;

/** Many sit behind the same address in a town hall; a code of 128 bits is not found by a hundred tries. */
const LIMITS = {
  begin: { count: 200, milliseconds: 3_600_000 },
  enter: { count: 100, milliseconds: 900_000 },
} as const;

/** Somebody who plays without an account. */
export interface Visitor {
  /** Stands for a learner of whom nothing else is known, and may do nothing but play. */
  readonly principal: LearnerPrincipal;
  /** As it is shown: five groups. */
  readonly code: string;
}

/** Plays without an account (security.md ANON-1): counted in no indicator, deleted after 30 days, joined by their owner alone. */
export function createVisitorService(store: VisitorStore, limits: RateLimits, secret: string, now: () => Date) {
  const hash = (code: string) => createHash('sha256').update(code).digest('hex');
  const since = () => now().getTime() - KEPT_DAYS * DAY;
  // The counter's key tells nobody which net was counted.
  const within = (limit: keyof typeof LIMITS, net: string) =>
    limits.take(
      createHmac('sha256', secret).update(`visitor:${limit}:${net}`).digest('hex'),
      LIMITS[limit],
      now().getTime(),
    );
  const visitorOf = (learner: string, code: string): Visitor => ({
    principal: { person: '', learner, session: '', grants: [] },
    code: shownCode(code),
  });
  return {
    /** A new play; null when too many were begun from the same place. */
    async begin(net: string): Promise<{ visitor: Visitor; code: string } | null> {
      if (!(await within('begin', net))) return null;
      const [code, learner] = [newCode(), uuidv7()];
      await store.begin(hash(code), learner, now());
      return { visitor: visitorOf(learner, code), code };
    },

    /** Who plays by the code in a cookie; null when it is unknown, too old or no code. */
    async find(cookie: string): Promise<Visitor | null> {
      const code = readCode(cookie);
      const learner = code === null ? undefined : await store.find(hash(code), since());
      return code !== null && learner !== undefined ? visitorOf(learner, code) : null;
    },

    /** The code that somebody typed, when it stands for a play; `limited` when too many were tried from the same place. */
    async enter(typed: string, net: string): Promise<{ code: string } | 'unknown' | 'limited'> {
      if (!(await within('enter', net))) return 'limited';
      const code = readCode(typed);
      return code !== null && (await store.find(hash(code), since())) !== undefined ? { code } : 'unknown';
    },

    /** Takes what was played into the own record; the code is dead afterwards. */
    async claim(principal: LearnerPrincipal, cookie: string): Promise<boolean> {
      const code = readCode(cookie);
      return code !== null && (await store.claim(principal, hash(code), since()));
    },

    async erase(cookie: string): Promise<void> {
      const code = readCode(cookie);
      if (code !== null) await store.erase(hash(code));
    },

    /** Deletes what is older than 30 days. */
    forget: () => store.forget(since()),
  };
}
