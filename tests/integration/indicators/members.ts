import type { Insertable } from 'kysely';
import type { LearnerAffiliationTable } from '#db/learning/schema.ts';
import type { Authority } from '#db/principal.ts';
import { endOfMonth } from '#src/indicators/month.ts';
import type { Rows } from './random-store.ts';

const DAY = 86_400_000;
const OBLIGATORY = ['et', 'to'];

/** Members of one group who joined half a year before November; the first `done` of them completed the course in time. */
export function members(group: string, authority: Authority, count: number, done: number, district = 'a'): Rows {
  const joined = endOfMonth('2026-05');
  const learners = Array.from({ length: count }, (_, index) => `${group}-${authority}-${index}`);
  const affiliation = (learner: string): Insertable<LearnerAffiliationTable> => ({
    ...{
      learner,
      id: `tilknytning-${learner}`,
      authority,
      police_district: district,
      municipality: 'by',
      member_function: 'member',
    },
    ...{ is_deputy: 0, operative_group: group, valid_from: joined, valid_to: null },
  });
  return {
    affiliations: learners.map(affiliation),
    progress: learners.slice(0, done).flatMap((learner, index) =>
      OBLIGATORY.map((module) => ({
        learner,
        module,
        attempt: `${learner}-${module}`,
        started_at: joined + DAY,
        completed_at: joined + (10 + index) * DAY,
      })),
    ),
    decisions: [],
  };
}
export const together = (...parts: readonly Rows[]): Rows => ({
  affiliations: parts.flatMap(({ affiliations }) => affiliations),
  progress: parts.flatMap(({ progress }) => progress),
  decisions: parts.flatMap(({ decisions }) => decisions),
});
