import { type Kysely, sql } from 'kysely';
import type { LearningStore } from '#db/learning/schema.ts';
import { type Contributions, changedPersons, shareCells } from './contribution.ts';
import { placements } from './membership.ts';
import type { IndicatorQuery, Period } from './period.ts';

/**
 * I13, decision quality: points (best 1, acceptable ½, poor 0) over decisions made in the period, each person's first
 * attempt at each scenario only, since the debrief gives the answers away.
 */
function contributions(db: Kysely<LearningStore>, { from, end }: Period): Contributions {
  const decisions = db
    .selectFrom('decision')
    .where('received_at', '<', end)
    .select((eb) => [
      'learner',
      'attempt',
      'rating',
      'received_at',
      eb.fn
        .agg<string>('first_value', ['attempt'])
        .over((over) => over.partitionBy(['learner', 'scenario']).orderBy('received_at').orderBy('attempt'))
        .as('first_attempt'),
    ]);
  const points = db
    .selectFrom(decisions.as('made'))
    .whereRef('attempt', '=', 'first_attempt')
    .where('received_at', '>=', from)
    .groupBy('learner')
    .select((eb) => [
      'learner',
      // In halves, so that sums stay whole numbers in both databases.
      eb.fn.sum<number>(sql`case rating when 'best' then 2 when 'acceptable' then 1 else 0 end`).as('halves'),
      eb.fn.countAll<number>().as('decisions'),
    ]);
  return db
    .selectFrom(placements(db, end).as('member'))
    .innerJoin(points.as('result'), 'result.learner', 'member.learner')
    .select((eb) => [
      'member.learner',
      'authority',
      'police_district',
      'operative_group',
      'halves as numerator',
      eb('decisions', '*', eb.lit(2)).as('denominator'),
    ]);
}

export const i13: IndicatorQuery = {
  cells: (db, period) => shareCells(db, contributions(db, period)),
  changed: (db, before, after) => changedPersons(db, contributions(db, before), contributions(db, after)),
};
