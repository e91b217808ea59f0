import type { PackedIndex } from './pack.ts';

/** What a hit leads to, in the order in which equal hits are shown. */
export const SEARCH_GROUPS = ['ord', 'modul', 'bestemmelse', 'sag', 'side', 'spoergsmaal'] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

/** Something that can be found. */
export interface SearchRecord {
  readonly group: SearchGroup;
  /** Address with fragment, within the site. */
  readonly href: string;
  readonly title: string;
  /** Where it stands, such as the module that a heading belongs to. */
  readonly within: string;
}

/** With its plain text, for matching and for the lines shown. */
export interface SearchSource extends SearchRecord {
  readonly text: string;
  /** Words that it is found by as by those of its title, and that nobody sees. */
  readonly keywords?: string;
}

/** What one says for another. */
export interface SynonymRow {
  /** Keys of words and phrases (`phraseKey`). */
  readonly says: readonly string[];
  /** Keys of words that our texts have. */
  readonly means: readonly string[];
  /** Places of the records that answer, the best first. */
  readonly to: readonly number[];
}

/** What the browser loads: lunr's index, the records that its references count through, and what one says for another. */
export interface SearchFile {
  readonly index: PackedIndex;
  readonly records: readonly SearchRecord[];
  readonly synonyms: readonly SynonymRow[];
}

/** The records' texts, in their order; they come after the index, since only the lines shown need them. */
export type SearchTexts = readonly string[];
