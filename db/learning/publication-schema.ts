import type { Level } from '#db/indicators/cell.ts';
import type { Authority } from '#db/principal.ts';

/** Why a figure can or cannot be seen (docs/decisions/0007). `not-applicable`: by design there is none, so its absence tells nothing. */
export type CellState = 'shown' | 'too-few' | 'protects-another' | 'not-applicable';

/** One month's frozen figures. Never changed after it is written. */
export interface PublicationTable {
  /** UUIDv7. */
  id: string;
  /** `YYYY-MM`, Danish time; the figures stand as they were when it ended. */
  month: string;
  /** Epoch milliseconds. */
  published_at: number;
  /** Version of the indicator catalogue. */
  catalogue_version: string;
  /** 1: the figures come from an invented population, and every page says so. */
  is_fictional: number;
}

/** One figure at one place of the cube, as protected: everything that pages and exports know (security.md STAT-1, STAT-7). */
export interface PublishedCellTable {
  publication: string;
  /** Number in the catalogue, I01. */
  indicator: string;
  /** Version of the indicator's definition. */
  indicator_version: string;
  level: Level;
  /** '' when the cell spans all authorities; the same for the next two, since a key holds no null. */
  authority: Authority | '';
  police_district: string;
  operative_group: string;
  state: CellState;
  /** People (or operative groups, where they are counted) behind the figure, to the nearest five. Null unless shown. */
  n_rounded: number | null;
  /** Whole per cent. Null unless shown and a share. */
  band_low: number | null;
  band_high: number | null;
  /** Median in whole weeks. Null unless shown and a time. */
  weeks: number | null;
  /** Quartiles in whole weeks, from twenty people. */
  weeks_low: number | null;
  weeks_high: number | null;
  /** `YYYY-MM`: the month that the figure stands for. Older than the publication's own while fewer than five people have changed (security.md STAT-5). */
  since: string;
}

/** The tables of migration 0002. */
export interface PublicationTables {
  publication: PublicationTable;
  published_cell: PublishedCellTable;
}
