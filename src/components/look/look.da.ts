import type { Certainty } from '#src/content/primitives.ts';
import type { Mandate } from '#src/content/schema.ts';

export type AuthorityId = Mandate['id'];

/** Names of the four around the table. KiF is written out at first mention on a page. */
export const AUTHORITY_NAMES: Record<AuthorityId, { short: string; full: string; lower: string; definite: string }> = {
  politi: { short: 'Politi', full: 'Politi', lower: 'politi', definite: 'politiet' },
  kommune: { short: 'Kommune', full: 'Kommune', lower: 'kommune', definite: 'kommunen' },
  psykiatri: { short: 'Psykiatri', full: 'Psykiatri', lower: 'psykiatri', definite: 'psykiatrien' },
  kif: { short: 'KiF', full: 'Kriminalforsorgen i Friheden', lower: 'KiF', definite: 'KiF' },
};

/** Where the four sit: always in this order, so that a reader learns the table once. */
export const AUTHORITIES: readonly AuthorityId[] = ['politi', 'kommune', 'psykiatri', 'kif'];

export const CERTAINTY_NAMES: Record<Certainty, string> = {
  'two-sources': 'To kilder',
  'one-source': 'Én kilde',
  'general-knowledge': 'Almen viden',
  interpretation: 'Fortolkning',
};

export const text = {
  constructed: 'Konstrueret sag',
  scrollableTable: 'Tabel, der kan rulles vandret',
  errorCount: (count: number) => (count === 1 ? 'Én ting mangler' : `${count} ting mangler`),
} as const;
