import { type Kysely, sql } from 'kysely';
import type { LearningStore } from '#db/learning/schema.ts';
import type { RawCell } from './cell.ts';
import { type Contributions, changedPersons, PLACE, placeOf, spread } from './contribution.ts';
import { completions, placements } from './membership.ts';
import type { IndicatorQuery, Period } from './period.ts';

const DAY = 86_400_000;

/**
 * I02, time to basic competence: whole days from joining to the last obligatory module, for those who got there in the
 * period. The numerator holds the days. Modules done before joining count as no days.
 */
function contributions(db: Kysely<LearningStore>, { from, end, modules }: Period): Contributions {
  return db
    .selectFrom(placements(db, end).as('member'))
    .innerJoin(completions(db, modules, end).as('completion'), 'completion.learner', 'member.learner')
    .where('completed_at', '>=', from)
    .select((eb) => [
      'member.learner',
      'authority',
      'police_district',
      'operative_group',
      // Both sides are whole numbers, so both databases divide without a remainder.
      sql<number>`case when completed_at > joined_at then (completed_at - joined_at) / ${sql.lit(DAY)} else 0 end`.as(
        'numerator',
      ),
      eb.lit(1).as('denominator'),
    ]);
}

/** Median and quartiles: the mean of the two middle ones for the median, the nearest rank for the quartiles. */
async function cells(db: Kysely<LearningStore>, period: Period): Promise<RawCell[]> {
  const ranked = db.selectFrom(spread(db, contributions(db, period)).as('spread')).select((eb) => [
    ...PLACE,
    'numerator as days',
    eb.fn
      .agg<number>('row_number')
      .over((over) =>
        over
          .partitionBy([...PLACE])
          .orderBy('numerator')
          .orderBy('learner'),
      )
      .as('place'),
    eb.fn
      .countAll<number>()
      .over((over) => over.partitionBy([...PLACE]))
      .as('persons'),
  ]);
  const at = (rank: ReturnType<typeof sql<number>>) => sql<number>`max(case when place = ${rank} then days end)`;
  const rows = await db
    .selectFrom(ranked.as('ranked'))
    .groupBy([...PLACE, 'persons'])
    .select((eb) => [
      ...PLACE,
      'persons',
      eb.fn.sum<number>('days').as('total'),
      eb.fn.max<number>('days').as('largest'),
      at(sql`persons - 1`).as('second_largest'),
      at(sql`(persons + 1) / 2`).as('middle_low'),
      at(sql`persons / 2 + 1`).as('middle_high'),
      at(sql`(persons + 3) / 4`).as('lower_quartile'),
      at(sql`(persons * 3 + 3) / 4`).as('upper_quartile'),
    ])
    .execute();
  return rows.map((row) => {
    const persons = Number(row.persons);
    return {
      ...placeOf(row),
      persons,
      units: persons,
      numerator: 0,
      denominator: persons,
      days: {
        median: (Number(row.middle_low) + Number(row.middle_high)) / 2,
        lowerQuartile: Number(row.lower_quartile),
        upperQuartile: Number(row.upper_quartile),
        total: Number(row.total),
        largest: Number(row.largest),
        secondLargest: Number(row.second_largest ?? 0),
      },
    };
  });
}

export const i02: IndicatorQuery = {
  cells,
  changed: (db, before, after) => changedPersons(db, contributions(db, before), contributions(db, after)),
};
