import type { Scenario } from './schema.ts';

/** What the checker must know of a provision. */
export interface KnownProvision {
  /** The act's title, and the provision's place in it, as in the register: "Serviceloven", "§ 12, stk. 1". */
  readonly statute?: string | undefined;
  readonly section?: string | undefined;
  /** `YYYY-MM-DD`; null when not known. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Verified in a source and outside the red field: may carry a right answer (retsgrundlag 0.1, 0.3). */
  readonly isFirm: boolean;
}

/** What a scenario may refer to outside itself. */
export interface CheckContext {
  readonly provisions: ReadonlyMap<string, KnownProvision>;
  readonly competences: ReadonlySet<string>;
  /** The case that this one mirrors, when there is one. */
  readonly twin?: Scenario | undefined;
}

/** A fault in a scenario: where, what, the shortest way there, and what to do. */
export interface CheckFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** `missing`: not there yet, rather than wrong. It blocks as an error does. As severity says when left out. */
  readonly kind?: 'error' | 'missing' | 'warning' | undefined;
  readonly node: string | null;
  readonly message: string;
  /** `scene/choice` of each decision on the shortest way there. */
  readonly path: readonly string[];
  readonly suggestion: string | null;
  /** Where the page of findings tells of it. */
  readonly help?: string | undefined;
  /** The seat that is played on that way. */
  readonly seat?: string | undefined;
  /** Where in the file, as keys from the top. */
  readonly at?: readonly (string | number)[] | undefined;
}

/** How far the plays of a seat were walked. */
export type Coverage = {
  readonly seat: string;
  readonly places: number;
  /** Fewest and most own decisions on a way to an end; null when the ways go in a ring. */
  readonly decisions: { readonly fewest: number; readonly most: number } | null;
} & (
  | { readonly kind: 'all' }
  /** The budget was used up: the rest was played at random, and these are the plays that came to each scene. */
  | { readonly kind: 'sampled'; readonly plays: number; readonly hits: Readonly<Record<string, number>> }
);

export interface CheckReport {
  readonly findings: readonly CheckFinding[];
  /** Empty when nothing can be played. */
  readonly coverage: readonly Coverage[];
  /** Whether plays could be told in full, only where the file is whole, or not at all. */
  readonly played: 'all' | 'part' | 'none';
}

/** How many places of the state space are walked per seat before the rest is played at random. */
export const BUDGET = 200_000;
