import type { Authority } from '#db/principal.ts';

/** The axes of the fixed cube (security.md STAT-1). A group is an operative group. */
export type Level = 'nation' | 'authority' | 'district' | 'group';

/**
 * Where a cell stands in the cube. An axis that the cell does not use is ''. Level `authority` with a police district is
 * the one crossing that the cube has (authority × district); without a district it is the nation's row for the authority.
 */
export interface CellKey {
  readonly level: Level;
  readonly authority: Authority | '';
  readonly policeDistrict: string;
  readonly operativeGroup: string;
}

/** Days from joining to completion, for the indicator that is no share. */
export interface DaysOfCell {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly total: number;
  readonly largest: number;
  /** 0 when the cell holds one person. */
  readonly secondLargest: number;
}

/** Exact counts of one cell. Lives in memory between query and protection: never stored, logged or shown (security.md STAT-1). */
export interface RawCell extends CellKey {
  /** People behind the figure. */
  readonly persons: number;
  /** What the denominator counts: people, or operative groups in I04. */
  readonly units: number;
  /** Share = numerator / denominator; both 0 where the figure is no share. */
  readonly numerator: number;
  readonly denominator: number;
  readonly days: DaysOfCell | null;
}

/** One text per place in the cube, for maps and for a stable order. */
export function cellName({ level, authority, policeDistrict, operativeGroup }: CellKey): string {
  return [level, authority, policeDistrict, operativeGroup].join('|');
}
