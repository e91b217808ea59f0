import type { Role } from '#db/principal.ts';

/**
 * Who may do what: security.md section 3 as data, read by the code and by the tests. What is not listed is denied; a new
 * role is a column of nothing until somebody decides.
 */
export const PERMISSIONS = {
  /** Own profile, own progress, own answers. */
  'learning.read': ['learner'],
  /** Answer, read, play: append events to the own record. */
  'learning.record': ['learner'],
  'scenario.play': ['learner'],
  /** Published indicators of the own scope and the nation. */
  'indicators.read': ['steering'],
  /** What readers find wrong: read it and settle it. */
  'feedback.settle': ['reviewer', 'admin'],
  /** End the own sign-in. */
  'session.end': ['learner', 'trainer', 'reviewer', 'steering', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;
