import lunr from 'lunr';
import type { Unit } from './query.ts';
import { fold, stem } from './words.ts';

/** A record in which a unit was found. */
export interface UnitHit {
  /** Of the record, counted from 0. */
  readonly place: number;
  readonly score: number;
  /** Found with a letter wrong, by a part of the word or anywhere within another. */
  readonly isNear: boolean;
  /** Somebody has written that this place answers. */
  readonly isPinned: boolean;
  /** The folded words and stems that were found there. */
  readonly terms: readonly string[];
}

/** So few hits that looser ways are tried too. */
const FEW = 3;
/** The first place that answers, by what lunr gives a word in a title. */
const PINNED = 40;
const NEXT_PINNED = 4;

/** Looks for one unit at a time. */
export function createUnitSearch(index: lunr.Index): (unit: Unit) => UnitHit[] {
  return (unit) => {
    const straight = unit.isWord ? hitsOfWord(index, unit) : hitsOfOthers(index, unit);
    // What somebody wrote for another word must not stand above what our texts say of this one.
    if (unit.isGuess && straight.some(({ isNear }) => !isNear)) return straight;
    const best = Math.max(PINNED, ...straight.map(({ score }) => score));
    const pinned = unit.to.map((place, order): UnitHit => {
      const found = straight.find((hit) => hit.place === place);
      return { place, score: best - order * NEXT_PINNED, isNear: false, isPinned: true, terms: found?.terms ?? [] };
    });
    return [...pinned, ...straight.filter(({ place }) => !unit.to.includes(place))];
  };
}

function asHits(results: readonly lunr.Index.Result[], isNear: boolean): UnitHit[] {
  return results.map(({ ref, score, matchData }) => ({
    place: Number(ref),
    score,
    isNear,
    isPinned: false,
    terms: Object.keys(matchData.metadata),
  }));
}

/**
 * What is found for one word: as it is, by its stem and its synonyms; where that is little, by its beginning and by the
 * words that it is made of; where that is nothing, with one letter wrong, and last anywhere within a word.
 */
function hitsOfWord(index: lunr.Index, unit: Unit): UnitHit[] {
  const word = unit.words[0] ?? '';
  const folded = fold(word);
  const stemmed = fold(stem(word));
  const exact = asHits(
    index.query((query) => {
      query.term(folded, { usePipeline: false, boost: 12, fields: ['title'] });
      query.term(stemmed, { usePipeline: false, boost: 10, fields: ['title'] });
      query.term(folded, { usePipeline: false, boost: 2, fields: ['body'] });
      query.term(stemmed, { usePipeline: false, boost: 2, fields: ['body'] });
      query.term(stemmed, { usePipeline: false, boost: 1, fields: ['parts'] });
      if (!unit.isGuess) addOthers(query, unit.others);
    }),
    false,
  );
  if (exact.length >= FEW || folded.length < 3) return exact;
  const begun = asHits(
    index.query((query) => {
      const options = { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING };
      query.term(folded, { ...options, boost: 4, fields: ['title'] });
      query.term(folded, { ...options, boost: 1, fields: ['body'] });
    }),
    false,
  );
  const found = joined(exact, begun);
  if (folded.length < 5 || found.length >= FEW) return found;
  if (found.length > 0 || unit.to.length > 0) return joined(found, asHits(hitsOfParts(index, word) ?? [], true));
  const close = index.query((query) => {
    query.term(folded, { usePipeline: false, boost: 2, editDistance: 1, fields: ['title', 'body'] });
    query.term(stemmed, { usePipeline: false, boost: 1, editDistance: 1, fields: ['title', 'body', 'parts'] });
  });
  if (close.length > 0) return asHits(close, true);
  return asHits(
    hitsOfParts(index, word) ??
      index.query((query) => {
        query.term(folded, { usePipeline: false, wildcard: lunr.Query.wildcard.LEADING, fields: ['title', 'body'] });
      }),
    true,
  );
}

/** What a phrase means; its own words would find everything. */
function hitsOfOthers(index: lunr.Index, { others }: Unit): UnitHit[] {
  if (others.length === 0) return [];
  return asHits(
    index.query((query) => addOthers(query, others)),
    false,
  );
}

function addOthers(query: lunr.Query, others: readonly string[]): void {
  for (const other of others) {
    query.term(other, { usePipeline: false, boost: 3, fields: ['title'] });
    query.term(other, { usePipeline: false, boost: 1, fields: ['body'] });
  }
}

/** The first ones, and of the second what is not among them. */
function joined(first: readonly UnitHit[], second: readonly UnitHit[]): UnitHit[] {
  const places = new Set(first.map(({ place }) => place));
  return [
    ...first,
    ...second.filter(({ place }) => !places.has(place)).map((hit) => ({ ...hit, score: hit.score / 2 })),
  ];
}

/** A compound that our texts do not have, by the words that it is made of: `underretningspligt` by `underretning`. */
function hitsOfParts(index: lunr.Index, word: string): lunr.Index.Result[] | undefined {
  for (let at = word.length - 3; at >= 5; at--) {
    const first = word.slice(0, at);
    const rest = fold(stem(word.slice(at)));
    for (const part of new Set([fold(stem(first)), fold(stem(first.replace(/[se]$/, '')))])) {
      const found = index.query((query) => {
        query.term(part, { usePipeline: false, fields: ['title', 'body'] });
      });
      if (found.length === 0) continue;
      return index.query((query) => {
        query.term(part, { usePipeline: false, boost: 4, fields: ['title', 'body'] });
        query.term(rest, { usePipeline: false, boost: 1, fields: ['title', 'body', 'parts'] });
      });
    }
  }
  return undefined;
}
