import lunr from 'lunr';
import { unpackIndex } from './pack.ts';
import { SEARCH_GROUPS, type SearchFile, type SearchRecord } from './records.ts';
import { fold, isStopWord, stem, wordsOf } from './words.ts';

export interface Hit {
  readonly record: SearchRecord;
  /** A piece of its text around what was searched; what to mark is marked. */
  readonly snippet: readonly { readonly text: string; readonly isHit: boolean }[];
}

export interface Search {
  /**
   * @param query whatever the reader has typed; never reaches lunr's query language
   * @returns best first; none for an empty query
   */
  find(query: string): Hit[];
}

/** Longest query that is looked at, in words; more than anybody types. */
const MOST_WORDS = 12;
const MOST_HITS = 40;

/** What one says for another; each row means the same. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['kif', 'kriminalforsorgen', 'friheden'],
  ['bup', 'børnepsykiatri', 'ungdomspsykiatri'],
  ['pet', 'efterretningstjeneste'],
  ['gdpr', 'databeskyttelse', 'databeskyttelsesforordningen'],
  ['112', 'alarmcentral', 'akut'],
  ['rpl', 'retsplejeloven'],
  ['psl', 'psykiatriloven'],
  ['sel', 'serviceloven'],
  ['sul', 'sundhedsloven'],
  ['fvl', 'forvaltningsloven'],
  ['strl', 'straffeloven'],
  ['certifikat', 'kursusbevis'],
  ['tvangsindlægge', 'tvangsindlæggelse'],
];
const OTHERS = new Map(
  SYNONYMS.flatMap((row) => row.map((word) => [word, row.filter((other) => other !== word)] as const)),
);

/** @param textOf the text of a record by its place; undefined while it has not come, and then no lines are shown */
export function createSearch({ index, records }: SearchFile, textOf: (place: number) => string | undefined): Search {
  const loaded = lunr.Index.load(unpackIndex(index));
  return {
    find(query) {
      const all = [...new Set(wordsOf(query))].slice(0, MOST_WORDS);
      const telling = all.filter((word) => !isStopWord(word));
      const words = telling.length > 0 ? telling : all;
      const found = new Map<string, { matched: number; score: number; terms: Set<string> }>();
      for (const word of words) {
        for (const { ref, score, matchData } of hitsOf(loaded, word)) {
          const entry = found.get(ref) ?? { matched: 0, score: 0, terms: new Set<string>() };
          entry.matched += 1;
          entry.score += score;
          for (const term of Object.keys(matchData.metadata)) entry.terms.add(term);
          found.set(ref, entry);
        }
      }
      return [...found]
        .flatMap(([ref, entry]) => {
          const record = records[Number(ref)];
          return record ? [{ ...entry, record, place: Number(ref) }] : [];
        })
        .map((entry) => ({ ...entry, name: nameOf(entry.record, query, words, entry.terms) }))
        .toSorted(
          (a, b) =>
            b.matched - a.matched ||
            b.name - a.name ||
            (a.name > 0 ? rankOf(a.record) - rankOf(b.record) || a.place - b.place : b.score - a.score) ||
            rankOf(a.record) - rankOf(b.record),
        )
        .slice(0, MOST_HITS)
        .map(({ record, place, terms }) => ({ record, snippet: snippetOf(textOf(place) ?? '', terms) }));
    },
  };
}

function rankOf({ group }: SearchRecord): number {
  return SEARCH_GROUPS.indexOf(group);
}

/**
 * How far a record is called what was asked for: 2 by its whole name, 1 by the words of it, also in another form or with
 * a letter wrong. The entry of a glossary, or the provision, comes before all that mentions it.
 * @param terms the folded words and stems of the record that were found
 */
function nameOf(
  { group, title }: SearchRecord,
  query: string,
  words: readonly string[],
  terms: ReadonlySet<string>,
): 0 | 1 | 2 {
  const whole = wordsOf(title);
  // "Kriminalforsorgen i Friheden (KiF)" has two names.
  const names = title.split(/[()]/);
  const asked = wordsOf(query).join(' ');
  if (asked === whole.join(' ') || names.some((name) => wordsOf(name).join(' ') === asked)) return 2;
  const isSection = group === 'bestemmelse' && words.some((word) => /\d/.test(word));
  if (isSection && words.every((word) => whole.includes(word) || whole.includes(`§${word}`))) return 1;
  return names.some((name) => {
    const own = wordsOf(name).filter((word) => !isStopWord(word));
    return own.length === words.length && own.every((word) => terms.has(fold(word)) || terms.has(fold(stem(word))));
  })
    ? 1
    : 0;
}

/** So few hits that looser ways are tried too. */
const FEW = 3;

/**
 * What is found for one word: as it is, by its stem and its synonyms; where that is little, by its beginning and by the
 * words that it is made of; where that is nothing, with one letter wrong, and last anywhere within a word.
 */
function hitsOf(index: lunr.Index, word: string): lunr.Index.Result[] {
  const folded = fold(word);
  const stemmed = fold(stem(word));
  const exact = index.query((query) => {
    query.term(folded, { usePipeline: false, boost: 12, fields: ['title'] });
    query.term(stemmed, { usePipeline: false, boost: 10, fields: ['title'] });
    query.term(folded, { usePipeline: false, boost: 2, fields: ['body'] });
    query.term(stemmed, { usePipeline: false, boost: 2, fields: ['body'] });
    query.term(stemmed, { usePipeline: false, boost: 1, fields: ['parts'] });
    for (const other of OTHERS.get(word) ?? []) {
      query.term(fold(stem(other)), { usePipeline: false, boost: 3, fields: ['title'] });
      query.term(fold(stem(other)), { usePipeline: false, boost: 1, fields: ['body'] });
    }
  });
  if (exact.length >= FEW || folded.length < 3) return exact;
  const begun = index.query((query) => {
    const options = { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING };
    query.term(folded, { ...options, boost: 4, fields: ['title'] });
    query.term(folded, { ...options, boost: 1, fields: ['body'] });
  });
  const found = joined(exact, begun);
  if (folded.length < 5) return found;
  if (found.length > 0) return found.length >= FEW ? found : joined(found, hitsOfParts(index, word) ?? []);
  const close = index.query((query) => {
    query.term(folded, { usePipeline: false, boost: 2, editDistance: 1, fields: ['title', 'body'] });
    query.term(stemmed, { usePipeline: false, boost: 1, editDistance: 1, fields: ['title', 'body', 'parts'] });
  });
  if (close.length > 0) return close;
  return (
    hitsOfParts(index, word) ??
    index.query((query) => {
      query.term(folded, { usePipeline: false, wildcard: lunr.Query.wildcard.LEADING, fields: ['title', 'body'] });
    })
  );
}

/** The first ones, and of the second what is not among them. */
function joined(first: lunr.Index.Result[], second: lunr.Index.Result[]): lunr.Index.Result[] {
  const refs = new Set(first.map(({ ref }) => ref));
  return [...first, ...second.filter(({ ref }) => !refs.has(ref)).map((hit) => ({ ...hit, score: hit.score / 2 }))];
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

const SNIPPET = 160;

/** @param terms folded words and stems that matched */
export function snippetOf(text: string, terms: ReadonlySet<string>): Hit['snippet'] {
  const isHit = (word: string) => {
    const [only] = wordsOf(word);
    return only !== undefined && (terms.has(fold(only)) || terms.has(fold(stem(only))));
  };
  const pieces = text.split(/(§+\s*\d+(?:\s?[a-zæøå](?![\p{L}\d]))?|stk\.?\s*\d+|[\p{L}\d]+)/u);
  const first = pieces.findIndex((piece, at) => at % 2 === 1 && isHit(piece));
  const before = pieces.slice(0, Math.max(first, 0)).join('').length;
  // From the sentence that holds the first hit, or near it where the sentence is long.
  const sentence = text.lastIndexOf('. ', before - 1);
  const from = first < 0 ? 0 : Math.max(sentence < 0 ? 0 : sentence + 2, before - SNIPPET / 2);
  const start = from === 0 ? 0 : text.indexOf(' ', from - 1) + 1;
  const end = Math.min(text.length, start + SNIPPET);
  const stop = end === text.length ? end : Math.max(text.lastIndexOf(' ', end), start);
  const shown: { text: string; isHit: boolean }[] = [];
  let at = 0;
  for (const [place, piece] of pieces.entries()) {
    const from = Math.max(at, start);
    const to = Math.min(at + piece.length, stop);
    at += piece.length;
    if (from >= to) continue;
    const hit = place % 2 === 1 && isHit(piece);
    const last = shown.at(-1);
    const cut = text.slice(from, to);
    if (last && last.isHit === hit) last.text += cut;
    else shown.push({ text: cut, isHit: hit });
  }
  if (start > 0) shown.unshift({ text: '… ', isHit: false });
  if (stop < text.length) shown.push({ text: ' …', isHit: false });
  return shown;
}
