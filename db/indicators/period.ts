import type { Kysely } from 'kysely';
import type { LearningStore } from '#db/learning/schema.ts';
import type { RawCell } from './cell.ts';

/** What a month's figures are computed over. */
export interface Period {
  /** Twelve months before `end`; epoch milliseconds. What happened at it or later counts. */
  readonly from: number;
  /** The first instant after the month, Danish time. */
  readonly end: number;
  /** Ids of the obligatory modules; never empty. */
  readonly modules: readonly string[];
}

/** The queries of one indicator. */
export interface IndicatorQuery {
  /** Exact counts per cell with at least one person; for protection only. */
  cells(db: Kysely<LearningStore>, period: Period): Promise<RawCell[]>;
  /** People who differ between the two periods, by `cellName` (security.md STAT-5). */
  changed(db: Kysely<LearningStore>, before: Period, after: Period): Promise<Map<string, number>>;
}
