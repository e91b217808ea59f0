import type { Kysely } from 'kysely';
import type { LearningStore } from '#db/learning/schema.ts';
import { type Contributions, changedPersons, shareCells } from './contribution.ts';
import { completions, placements } from './membership.ts';
import type { IndicatorQuery, Period } from './period.ts';

const NINETY_DAYS = 90 * 86_400_000;

/**
 * I01, basic course completed within 90 days: of those whose first 90 days ended in the period, how many had every
 * obligatory module behind them by then. Who has left since stays in the denominator.
 */
function contributions(db: Kysely<LearningStore>, { from, end, modules }: Period): Contributions {
  return db
    .selectFrom(placements(db, end).as('member'))
    .leftJoin(completions(db, modules, end).as('completion'), 'completion.learner', 'member.learner')
    .where('joined_at', '>', from - NINETY_DAYS)
    .where('joined_at', '<=', end - NINETY_DAYS)
    .select((eb) => [
      'member.learner',
      'authority',
      'police_district',
      'operative_group',
      eb
        .case()
        .when('completed_at', '<=', eb('joined_at', '+', NINETY_DAYS))
        .then(eb.lit(1))
        .else(eb.lit(0))
        .end()
        .as('numerator'),
      eb.lit(1).as('denominator'),
    ]);
}

export const i01: IndicatorQuery = {
  cells: (db, period) => shareCells(db, contributions(db, period)),
  changed: (db, before, after) => changedPersons(db, contributions(db, before), contributions(db, after)),
};
