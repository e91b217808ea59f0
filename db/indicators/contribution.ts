import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely';
import type { LearningStore } from '#db/learning/schema.ts';
import type { Authority } from '#db/principal.ts';
import { type CellKey, cellName, type Level, type RawCell } from './cell.ts';

/** What one person adds to a figure, and where. */
export interface Contribution {
  learner: string;
  authority: Authority;
  police_district: string;
  operative_group: string;
  numerator: number;
  denominator: number;
}
/** A query of contributions, not yet run. */
export type Contributions = Expression<Contribution>;

/** A contribution as it stands in one table of the cube; the axes that the table does not use are ''. */
export interface Spread extends Omit<Contribution, 'authority'> {
  level: Level;
  authority: Authority | '';
}
export const PLACE = ['level', 'authority', 'police_district', 'operative_group'] as const;

/** The five tables of the cube: every person is counted once in each (security.md STAT-1). */
const TABLES: readonly { level: Level; axes: readonly ('authority' | 'police_district' | 'operative_group')[] }[] = [
  { level: 'nation', axes: [] },
  { level: 'authority', axes: ['authority'] },
  { level: 'authority', axes: ['authority', 'police_district'] },
  { level: 'district', axes: ['police_district'] },
  { level: 'group', axes: ['police_district', 'operative_group'] },
];

/** The tables as rows to join with: which axes each uses, 0 or 1. */
function tables(): RawBuilder<{ level: Level; has_authority: number; has_district: number; has_group: number }> {
  const flag = (isUsed: boolean) => sql.lit(isUsed ? 1 : 0);
  const rows = TABLES.map(
    ({ level, axes }) =>
      // Named in each row; PostgreSQL does not know the type of a bare text in a union.
      sql`select cast(${sql.lit(level)} as text) as level, ${flag(axes.includes('authority'))} as has_authority,
        ${flag(axes.includes('police_district'))} as has_district, ${flag(axes.includes('operative_group'))} as has_group`,
  );
  return sql`(${sql.join(rows, sql` union all `)})`;
}

/** Repeats each contribution in each of the five tables. */
export function spread(db: Kysely<LearningStore>, contributions: Contributions) {
  const axis = (has: 'has_authority' | 'has_district' | 'has_group', name: string) =>
    sql<string>`case ${sql.ref(has)} when 1 then ${sql.ref(name)} else '' end`;
  return db
    .selectFrom(sql<Contribution>`(${contributions})`.as('contribution'))
    .innerJoin(tables().as('cube'), (join) => join.onTrue())
    .select([
      'level',
      axis('has_authority', 'authority').as('authority'),
      axis('has_district', 'police_district').as('police_district'),
      axis('has_group', 'operative_group').as('operative_group'),
      'learner',
      'numerator',
      'denominator',
    ]);
}

/** Cells of a share: how many people, numerator and denominator summed. */
export async function shareCells(db: Kysely<LearningStore>, contributions: Contributions): Promise<RawCell[]> {
  const rows = await db
    .selectFrom(spread(db, contributions).as('spread'))
    .groupBy(PLACE)
    .select((eb) => [
      ...PLACE,
      eb.fn.count<number>('learner').distinct().as('persons'),
      eb.fn.sum<number>('numerator').as('numerator'),
      eb.fn.sum<number>('denominator').as('denominator'),
    ])
    .execute();
  return rows.map((row) => {
    const persons = Number(row.persons);
    return {
      ...placeOf(row),
      persons,
      units: persons,
      numerator: Number(row.numerator),
      denominator: Number(row.denominator),
      days: null,
    };
  });
}

/**
 * How many people differ between two states of the same figure, per cell: who came, went, moved in or out of the cell, or
 * has another result (security.md STAT-5).
 */
export async function changedPersons(
  db: Kysely<LearningStore>,
  before: Contributions,
  after: Contributions,
): Promise<Map<string, number>> {
  const side = (contributions: Contributions, sign: number) =>
    db
      .selectFrom(spread(db, contributions).as('spread'))
      .selectAll()
      .select(sql<number>`${sql.lit(sign)}`.as('side'));
  const differing = db
    .selectFrom(side(before, -1).unionAll(side(after, 1)).as('both'))
    .groupBy([...PLACE, 'learner', 'numerator', 'denominator'])
    .having((eb) => eb.fn.sum('side'), '<>', 0)
    .select([...PLACE, 'learner']);
  const rows = await db
    .selectFrom(differing.as('differing'))
    .groupBy(PLACE)
    .select((eb) => [...PLACE, eb.fn.count<number>('learner').distinct().as('persons')])
    .execute();
  return new Map(rows.map((row) => [cellName(placeOf(row)), Number(row.persons)]));
}

/** A row's place in the cube. */
export function placeOf(row: {
  level: Level;
  authority: string;
  police_district: string;
  operative_group: string;
}): CellKey {
  return {
    level: row.level,
    authority: row.authority as CellKey['authority'],
    policeDistrict: row.police_district,
    operativeGroup: row.operative_group,
  };
}
