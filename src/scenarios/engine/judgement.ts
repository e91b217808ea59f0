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

/** What a sharing is for, as the one who shares says it. `investigate` covers all that is partly for a criminal case (S6). */
export const AIMS = ['help', 'prevent', 'avert', 'investigate', 'other'] as const;
export type Aim = (typeof AIMS)[number];

/** What the one who shares rests it on: retsplejeloven § 115, consent, a duty, another rule, or nothing certain: ask a lawyer. */
export const GROUNDS = ['psp', 'consent', 'duty', 'other-rule', 'ask-lawyer'] as const;
export type Ground = (typeof GROUNDS)[number];
