import { type Kysely, sql } from 'kysely';
import type { LearningStore } from '#db/learning/schema.ts';
import type { RawCell } from './cell.ts';
import { type Contribution, type Contributions, changedPersons, placeOf } from './contribution.ts';
import { completions } from './membership.ts';
import type { IndicatorQuery, Period } from './period.ts';

/** The three authorities of PSP; KiF is a partner and no condition. */
const NEEDED = ['politi', 'kommune', 'psykiatri'] as const;

/**
 * Who stands behind I04: everyone active in an operative group when the period ended, deputies too, once a group. The
 * numerator tells whether they have completed the obligatory modules.
 */
function contributions(db: Kysely<LearningStore>, { end, modules }: Period): Contributions {
  return db
    .selectFrom('learner_affiliation as member')
    .leftJoin(completions(db, modules, end).as('completion'), 'completion.learner', 'member.learner')
    .where('valid_from', '<', end)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', end)]))
    .select((eb) => [
      'member.learner',
      'authority',
      'police_district',
      'operative_group',
      sql<number>`case when completed_at is null then 0 else 1 end`.as('numerator'),
      eb.lit(1).as('denominator'),
    ])
    .distinct();
}

/** I04, operative groups with all three authorities trained: groups are counted, in the nation and per district. */
async function cells(db: Kysely<LearningStore>, period: Period): Promise<RawCell[]> {
  const inGroup = (authority: string) =>
    sql<number>`max(case when authority = ${sql.lit(authority)} then numerator else 0 end) over (partition by operative_group)`;
  const people = db
    .selectFrom(sql<Contribution>`(${contributions(db, period)})`.as('active'))
    .select(['learner', 'police_district', 'operative_group'])
    .select(sql<number>`${sql.join(NEEDED.map(inGroup), sql` * `)}`.as('is_covered'));
  const counts = db
    .selectFrom(people.as('person'))
    .select((eb) => [
      eb.fn.count<number>('learner').distinct().as('persons'),
      eb.fn.count<number>('operative_group').distinct().as('units'),
      eb.fn.count<number>(sql`case is_covered when 1 then operative_group end`).distinct().as('numerator'),
    ]);
  const nation = (await counts.execute()).map((row) => ({ ...row, level: 'nation' as const, police_district: '' }));
  const districts = await counts
    .groupBy('police_district')
    .select([sql<'district'>`cast('district' as text)`.as('level'), 'police_district'])
    .execute();
  return [...nation, ...districts]
    .filter(({ persons }) => Number(persons) > 0)
    .map((row) => ({
      ...placeOf({ ...row, authority: '', operative_group: '' }),
      persons: Number(row.persons),
      units: Number(row.units),
      numerator: Number(row.numerator),
      denominator: Number(row.units),
      days: null,
    }));
}

export const i04: IndicatorQuery = {
  cells,
  changed: (db, before, after) => changedPersons(db, contributions(db, before), contributions(db, after)),
};
