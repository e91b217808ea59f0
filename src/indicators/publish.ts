import { v7 as uuidv7 } from 'uuid';
import { type CellKey, cellName, type RawCell } from '#db/indicators/cell.ts';
import type { Period } from '#db/indicators/period.ts';
import { type Publication, type PublishedCell, placeOfCell } from '#db/learning/publication.ts';
import type { PublicationJob } from '#db/learning/publication-job.ts';
import type { CellState } from '#db/learning/publication-schema.ts';
import type { Authority } from '#db/principal.ts';
import type { Indicator } from '#src/content/schema.ts';
import { roundToFive, shareBand } from './bands.ts';
import { type Catalogue, limitsOf, obligatoryModules } from './catalogue.ts';
import { addMonths, endOfMonth, type Month, startOfMonth } from './month.ts';
import { protect } from './protection.ts';

export interface PublishRequest {
  readonly month: Month;
  readonly now: Date;
  readonly catalogue: Catalogue;
  /** Whether the learning store holds an invented population. */
  readonly isFictional: boolean;
}
export type PublishOutcome =
  | { readonly kind: 'published'; readonly publication: Publication; readonly cells: readonly PublishedCell[] }
  | { readonly kind: 'refused'; readonly reason: 'month-not-over' | 'already-published' | 'later-month-published' };

const AUTHORITIES: readonly Authority[] = ['politi', 'kommune', 'psykiatri', 'kif'];
const NATION: CellKey = { level: 'nation', authority: '', policeDistrict: '', operativeGroup: '' };
/** Fewest people who must have changed before a figure is replaced (security.md STAT-5). */
const CHANGED_PERSONS = 5;
/** Fewest people behind quartiles (psp-praksis I02). */
const QUARTILE_PERSONS = 20;

/**
 * Computes, protects and freezes one month's figures. Months are published once and in order: a month that is published,
 * or older than one that is, is refused, since a second look at the same people could tell them apart.
 */
export async function publishMonth(
  job: PublicationJob,
  { month, now, catalogue, isFictional }: PublishRequest,
): Promise<PublishOutcome> {
  if (now.getTime() < endOfMonth(month)) return { kind: 'refused', reason: 'month-not-over' };
  const previous = await job.newest();
  if (previous?.publication.month === month) return { kind: 'refused', reason: 'already-published' };
  if (previous && previous.publication.month > month) return { kind: 'refused', reason: 'later-month-published' };

  const publication: Publication = {
    id: uuidv7(),
    month,
    published_at: now.getTime(),
    catalogue_version: catalogue.catalogueVersion,
    is_fictional: isFictional ? 1 : 0,
  };
  const modules = obligatoryModules(catalogue);
  const places = await job.places(endOfMonth(month));
  const cells: PublishedCell[] = [];
  for (const indicator of catalogue.indicators) {
    const earlier = (previous?.cells ?? []).filter(
      (cell) => cell.indicator === indicator.code && cell.indicator_version === indicator.version,
    );
    const counted = await job.cells(indicator.code, periodOf(month, modules));
    const raw = completeCube(counted, cubeOf(indicator, places));
    const kept = await unchanged(job, indicator, earlier, month, modules);
    const states = protect(raw, limitsOf(indicator), new Map([...kept].map(([name, cell]) => [name, cell.state])));
    for (const cell of raw) {
      const state = states.get(cellName(cell)) ?? 'too-few';
      const before = kept.get(cellName(cell));
      const row =
        before?.state === state
          ? { ...before, publication: publication.id }
          : freeze(publication, indicator, cell, state, indicator.unit === 'days');
      cells.push(row);
    }
    cells.push(...withoutFigures(publication, indicator, places));
  }
  await job.insert(publication, cells);
  return { kind: 'published', publication, cells };
}

/** The twelve months up to and with the month, in which people's results count. */
export function periodOf(month: Month, modules: readonly string[]): Period {
  return { from: startOfMonth(addMonths(month, -11)), end: endOfMonth(month), modules };
}

/** Last month's cells in which fewer than five people have changed since the month that each stands for (security.md STAT-5). */
async function unchanged(
  job: PublicationJob,
  indicator: Indicator,
  earlier: readonly PublishedCell[],
  month: Month,
  modules: readonly string[],
) {
  const kept = new Map<string, PublishedCell>();
  for (const [since, cells] of Map.groupBy(earlier, (cell) => cell.since)) {
    const changed = await job.changed(indicator.code, periodOf(since, modules), periodOf(month, modules));
    for (const cell of cells) {
      const name = cellName(placeOfCell(cell));
      if (cell.state !== 'not-applicable' && (changed.get(name) ?? 0) < CHANGED_PERSONS) kept.set(name, cell);
    }
  }
  return kept;
}

/** Every place where an indicator has a figure by design, people or not: a missing row would tell that there is nobody (security.md STAT-7). */
function cubeOf(
  { breakdown }: Indicator,
  places: readonly { police_district: string; operative_group: string }[],
): CellKey[] {
  const has = (level: Indicator['breakdown'][number]) => breakdown.includes(level);
  const districts = [...new Set(places.map(({ police_district }) => police_district))];
  const keys: CellKey[] = has('nation') ? [NATION] : [];
  if (has('authority'))
    keys.push(...AUTHORITIES.map((authority) => ({ ...NATION, level: 'authority' as const, authority })));
  for (const policeDistrict of has('district') ? districts : []) {
    keys.push({ ...NATION, level: 'district', policeDistrict });
    if (has('authority'))
      keys.push(
        ...AUTHORITIES.map((authority) => ({ ...NATION, level: 'authority' as const, authority, policeDistrict })),
      );
  }
  if (has('group'))
    keys.push(
      ...places.map((place) => ({
        ...NATION,
        level: 'group' as const,
        policeDistrict: place.police_district,
        operativeGroup: place.operative_group,
      })),
    );
  return keys;
}

/** The counted cells that belong to the cube, and empty ones for its other places. */
function completeCube(counted: readonly RawCell[], cube: readonly CellKey[]): RawCell[] {
  const byName = new Map(counted.map((cell) => [cellName(cell), cell]));
  return cube.map(
    (key) => byName.get(cellName(key)) ?? { ...key, persons: 0, units: 0, numerator: 0, denominator: 0, days: null },
  );
}

/** A district's row for an indicator that is only counted for the nation, so that page and export can say so. */
function withoutFigures(
  publication: Publication,
  indicator: Indicator,
  places: readonly { police_district: string }[],
): PublishedCell[] {
  if (indicator.breakdown.includes('district')) return [];
  const empty = (policeDistrict: string): RawCell => ({
    ...NATION,
    level: 'district',
    policeDistrict,
    persons: 0,
    units: 0,
    numerator: 0,
    denominator: 0,
    days: null,
  });
  return [...new Set(places.map(({ police_district }) => police_district))].map((district) =>
    freeze(publication, indicator, empty(district), 'not-applicable', false),
  );
}

/** The row that is stored and shown: exact numbers end here. */
function freeze(
  publication: Publication,
  indicator: Indicator,
  cell: RawCell,
  state: CellState,
  isTime: boolean,
): PublishedCell {
  const isShown = state === 'shown';
  const band = isShown && !isTime ? shareBand(cell.numerator, cell.denominator, cell.units) : null;
  const days = isShown && isTime ? cell.days : null;
  const weeks = (value: number | undefined) => (value === undefined ? null : Math.round(value / 7));
  const quartiles = cell.persons >= QUARTILE_PERSONS ? days : null;
  return {
    publication: publication.id,
    indicator: indicator.code,
    indicator_version: indicator.version,
    level: cell.level,
    authority: cell.authority,
    police_district: cell.policeDistrict,
    operative_group: cell.operativeGroup,
    state,
    n_rounded: isShown ? roundToFive(cell.units) : null,
    band_low: band?.low ?? null,
    band_high: band?.high ?? null,
    weeks: weeks(days?.median),
    weeks_low: weeks(quartiles?.lowerQuartile),
    weeks_high: weeks(quartiles?.upperQuartile),
    since: publication.month,
  };
}
