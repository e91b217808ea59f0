import type { Kysely, Selectable } from 'kysely';
import type { CellKey } from '#db/indicators/cell.ts';
import type { Principal, Scope } from '#db/principal.ts';
import type { PublicationTable, PublishedCellTable } from './publication-schema.ts';
import type { LearningStore } from './schema.ts';

export type Publication = Selectable<PublicationTable>;
export type PublishedCell = Selectable<PublishedCellTable>;

/** A month as one principal may see it. */
export interface PublishedMonth {
  readonly publication: Publication;
  readonly cells: readonly PublishedCell[];
}

/** Where a steering principal may look: a district as a whole, or some groups of it. */
interface Reach {
  readonly isWholeDistrict: boolean;
  readonly groups: readonly string[];
}

/** More districts and reaches than are looked at between two publications. */
const MOST_READ = 100;

/** Published figures for the steering pages: the only way from indicators to a reader (security.md STAT-1, AUTHZ-1). */
export function createPublications(db: Kysely<LearningStore>) {
  /** What was read before, by months, district and reach: a published month never changes (docs/decisions/0007). */
  const read = new Map<string, PublishedMonth[]>();
  return {
    /**
     * The published months with the principal's cells of a police district and the nation's, newest first; of the earlier
     * months only the district's and the nation's own rows. Empty before the first publication. Undefined without a steering grant that reaches into the district: a foreign one looks like
     * one that does not exist (AUTHZ-2).
     * @param months how many months to look back over at most
     */
    async publishedFor(principal: Principal, district: string, months: number): Promise<PublishedMonth[] | undefined> {
      const reach = await reachOf(db, principal, district);
      if (!reach) return undefined;
      const publications = await db
        .selectFrom('publication')
        .selectAll()
        .orderBy('month', 'desc')
        .limit(months)
        .execute();
      if (publications.length === 0) return [];
      const key = JSON.stringify([publications.map(({ id }) => id), district, reach]);
      const known = read.get(key);
      if (known) return known;
      const cells = await db
        .selectFrom('published_cell')
        .selectAll()
        .where(
          'publication',
          'in',
          publications.map(({ id }) => id),
        )
        .where((eb) => {
          const own = reach.isWholeDistrict
            ? [eb('police_district', '=', district)]
            : reach.groups.map((group) =>
                eb.and([eb('police_district', '=', district), eb('operative_group', '=', group)]),
              );
          return eb.or([eb('police_district', '=', ''), ...own]);
        })
        // Of earlier months only what a development is drawn from: the breakdowns are many and not shown again.
        .where((eb) =>
          eb.or([eb('publication', '=', publications[0]?.id ?? ''), eb('level', 'in', ['nation', 'district'])]),
        )
        .orderBy('indicator')
        .orderBy('level')
        .orderBy('police_district')
        .orderBy('authority')
        .orderBy('operative_group')
        .execute();
      const byPublication = Map.groupBy(cells, ({ publication }) => publication);
      const found = publications.map((publication) => ({
        publication,
        cells: byPublication.get(publication.id) ?? [],
      }));
      if (read.size >= MOST_READ) read.clear();
      read.set(key, found);
      return found;
    },

    /** The police districts whose figures the principal may see, by id. */
    async districtsFor(principal: Principal): Promise<string[]> {
      const scopes = steeringScopes(principal);
      if (scopes.length === 0) return [];
      const rows = await db
        .selectFrom('published_cell')
        .select('police_district')
        .distinct()
        .where('police_district', '<>', '')
        .where((eb) =>
          eb.or(
            scopes.map((scope) => {
              if (scope.kind === 'nation') return eb.lit(true);
              return scope.kind === 'district'
                ? eb('police_district', '=', scope.id)
                : eb('operative_group', '=', scope.id);
            }),
          ),
        )
        .orderBy('police_district')
        .execute();
      return rows.map(({ police_district }) => police_district);
    },
  };
}
export type Publications = ReturnType<typeof createPublications>;

export function placeOfCell(cell: PublishedCell): CellKey {
  return {
    level: cell.level,
    authority: cell.authority,
    policeDistrict: cell.police_district,
    operativeGroup: cell.operative_group,
  };
}

function steeringScopes(principal: Principal): Scope[] {
  return principal.grants.filter(({ role }) => role === 'steering').map(({ scope }) => scope);
}

/** Undefined when no steering grant reaches into the district. The nation's grant reaches into every district that has figures. */
async function reachOf(db: Kysely<LearningStore>, principal: Principal, district: string): Promise<Reach | undefined> {
  const scopes = steeringScopes(principal);
  const groups = scopes.flatMap((scope) => (scope.kind === 'group' ? [scope.id] : []));
  if (district === '') return undefined;
  if (scopes.some((scope) => scope.kind === 'district' && scope.id === district))
    return { isWholeDistrict: true, groups };
  const isWholeDistrict = scopes.some(({ kind }) => kind === 'nation');
  if (!isWholeDistrict && groups.length === 0) return undefined;
  const held = db.selectFrom('published_cell').select('operative_group').where('police_district', '=', district);
  const reached = await (isWholeDistrict ? held : held.where('operative_group', 'in', groups))
    .limit(1)
    .executeTakeFirst();
  return reached && { isWholeDistrict, groups };
}
