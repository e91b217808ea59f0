/** The words in which choices, facts and answers are judged; the same in scenarios and questions (psp-praksis B0, C-5). */

/** [stærkt] · [delvist] · [svagt] and [fejl]. */
export const RATINGS = ['best', 'acceptable', 'poor'] as const;
export type Rating = (typeof RATINGS)[number];

/** What kind of mistake a poor choice is; indicators count these codes. */
export const FAULTS = [
  'overdeling',
  'underdeling',
  'formaalsfejl',
  'ansvarsspredning',
  'stigmatisering',
  'forhastet',
  'passivitet',
  'retssikkerhed',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What the law says of sharing: silence is never unlawful under § 115, stk. 4, so it has no verdict of its own. */
export const VERDICTS = ['lawful', 'unlawful', 'contestable', 'duty'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether a fact is needed by others: yes, in a short form, no, or only at a certain development. */
export const NEEDS = ['yes', 'part', 'no', 'later'] as const;
export type Need = (typeof NEEDS)[number];
