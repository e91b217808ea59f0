import type { Term } from '#src/content/schema.ts';

/** Terms under their first letter in Danish order (æ, ø, å last). Anchors carry no æøå, as addresses do not. */
export function byLetter(terms: readonly Term[]): { letter: string; anchor: string; terms: Term[] }[] {
  const sorted = terms.toSorted((a, b) => a.term.localeCompare(b.term, 'da'));
  const groups = Map.groupBy(sorted, ({ term }) => term.charAt(0).toLocaleUpperCase('da'));
  return [...groups].map(([letter, group]) => ({
    letter,
    anchor: `bogstav-${PLAIN[letter] ?? letter.toLowerCase()}`,
    terms: group,
  }));
}

const PLAIN: Record<string, string> = { Æ: 'ae', Ø: 'oe', Å: 'aa' };
