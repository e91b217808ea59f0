import type { Kysely } from 'kysely';
import type { LearningStore } from '#db/learning/schema.ts';

/**
 * Each person once, where they stood when the period ended: in the affiliation that began last, also when it is over, so
 * that who left stays in every denominator. `joined_at` is the start of their first affiliation: moving is not joining.
 * Dates that an administrator entered later are read as they stand now.
 * @param end epoch milliseconds; what begins at it or later is not yet known
 */
export function placements(db: Kysely<LearningStore>, end: number) {
  return db
    .selectFrom(
      db
        .selectFrom('learner_affiliation')
        .where('valid_from', '<', end)
        .select((eb) => [
          'learner',
          'authority',
          'police_district',
          'operative_group',
          eb.fn
            .min<number>('valid_from')
            .over((over) => over.partitionBy('learner'))
            .as('joined_at'),
          eb.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('learner').orderBy('valid_from', 'desc').orderBy('id', 'desc'))
            .as('recency'),
        ])
        .as('affiliation'),
    )
    .where('recency', '=', 1)
    .select(['learner', 'authority', 'police_district', 'operative_group', 'joined_at']);
}

/** Every operative group that has had a member before the period ended, with its district: the rows that a cube has, figures or not. */
export function knownPlaces(
  db: Kysely<LearningStore>,
  end: number,
): Promise<{ police_district: string; operative_group: string }[]> {
  return db
    .selectFrom('learner_affiliation')
    .where('valid_from', '<', end)
    .select(['police_district', 'operative_group'])
    .distinct()
    .orderBy('police_district')
    .orderBy('operative_group')
    .execute();
}

/** When each person had every one of the modules behind them; who lacks one is not in it. A refresher later changes nothing. */
export function completions(db: Kysely<LearningStore>, modules: readonly string[], end: number) {
  return db
    .selectFrom(
      db
        .selectFrom('module_progress')
        .where('module', 'in', [...modules])
        .where('completed_at', '<', end)
        .groupBy(['learner', 'module'])
        .select((eb) => ['learner', eb.fn.min<number>('completed_at').as('first_at')])
        .as('first_completion'),
    )
    .groupBy('learner')
    .having((eb) => eb.fn.countAll(), '=', modules.length)
    .select((eb) => ['learner', eb.fn.max<number>('first_at').as('completed_at')]);
}
