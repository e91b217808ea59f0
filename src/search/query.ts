import type { SynonymRow } from './records.ts';
import { fold, isStopWord, phraseKey, stem, wordsOf } from './words.ts';

/** Longest query that is looked at, in words; more than anybody types. */
const MOST_WORDS = 16;
/** Longest phrase of a row of synonyms, in words. */
const LONGEST_PHRASE = 5;
/** A shorter word is the beginning of too many others. */
const SHORTEST_BEGINNING = 5;

/** What is looked for as one: a word, or a phrase that has a row of its own. */
export interface Unit {
  /** As it was typed, in lower case. */
  readonly words: readonly string[];
  /** Whether the words are looked for in the texts; of a phrase, what it means is. */
  readonly isWord: boolean;
  /** Keys of other words that say the same and that our texts have. */
  readonly others: readonly string[];
  /** Places that answer, the best first. */
  readonly to: readonly number[];
  /** Known only by its beginning: `selvmordsplaner` by `selvmord`. */
  readonly isGuess: boolean;
}

/**
 * Takes a query apart. The longest phrase that somebody has written a row for is one unit; two words that are one word
 * in our texts are that word ("kriminal forsorgen"); of the rest, each word that tells something.
 * @param isKnown whether our texts have the word, by its folded form or stem
 */
export function unitsOf(query: string, rows: SynonymIndex, isKnown: (key: string) => boolean): Unit[] {
  const words = joined(askedWords(query).slice(0, MOST_WORDS), isKnown);
  const units: Unit[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = longestPhrase(words, at, rows);
    if (length > 1) units.push(unitOf(words.slice(at, at + length), rows, isKnown));
    else rest.push(words[at] ?? '');
    at += Math.max(1, length);
  }
  const telling = rest.filter((word) => !isStopWord(word));
  const looked = telling.length > 0 || units.length > 0 ? telling : rest;
  return [...units, ...[...new Set(looked)].map((word) => unitOf([word], rows, isKnown))];
}

/** Rows by the words and phrases that they answer to. */
export type SynonymIndex = ReadonlyMap<string, SynonymRow>;

/** The first row that says a word is heard. */
export function synonymIndex(rows: readonly SynonymRow[]): SynonymIndex {
  const index = new Map<string, SynonymRow>();
  for (const row of rows) for (const key of row.says) if (!index.has(key)) index.set(key, row);
  return index;
}

function unitOf(words: readonly string[], rows: SynonymIndex, isKnown: (key: string) => boolean): Unit {
  const key = phraseKey(words.join(' '));
  const own = rows.get(key);
  const row = own ?? (words.length === 1 ? rowOfBeginning(key, rows) : undefined);
  const others = row === undefined ? [] : [...row.says, ...row.means].filter((one) => one !== key && isKnown(one));
  return {
    words,
    isWord: words.length === 1,
    others,
    to: row?.to ?? [],
    isGuess: own === undefined && row !== undefined,
  };
}

/** A compound that begins with a word of a row, and goes on with three letters or more. */
function rowOfBeginning(key: string, rows: SynonymIndex): SynonymRow | undefined {
  for (let at = key.length - 3; at >= SHORTEST_BEGINNING; at--) {
    const row = rows.get(key.slice(0, at)) ?? rows.get(key.slice(0, at).replace(/s$/, ''));
    if (row) return row;
  }
  return undefined;
}

function longestPhrase(words: readonly string[], at: number, rows: SynonymIndex): number {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 1; length--)
    if (rows.has(phraseKey(words.slice(at, at + length).join(' ')))) return length;
  return 1;
}

/** English habits part what Danish writes as one. */
function joined(words: readonly string[], isKnown: (key: string) => boolean): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [one = '', next] = [words[at], words[at + 1]];
    const whole = `${one}${next ?? ''}`;
    const canJoin = next !== undefined && next.length > 2 && one.length > 1 && !/\d/.test(whole);
    if (canJoin && (isKnown(fold(whole)) || isKnown(fold(stem(whole))))) {
      out.push(whole);
      at++;
    } else out.push(one);
  }
  return out;
}

/** The words of a query, where "115,2" is a section and its paragraph. */
export function askedWords(query: string): string[] {
  return wordsOf(query.replace(/(?<![\d,.])(\d{2,3}) ?, ?([1-9])(?![\d,])/g, '§ $1 stk. $2'));
}

/** Words that hold a question together. */
const HOLDING =
  'hvordan hvornår hvorfor hvilken hvilket hvilke forskel forskellen mellem betyder betyde hedder sidder sidde står stå gør gøre går gå kommer komme får få tager tage laver lave siger sige ved vide giver give findes bruger bruge burde altid bare lige nogen noget person hjælp borgeren borger sag sagen vil gerne skal hvis længe tit ham hende vide ved sagt ring ringe skriver mange rigtig mener tror'.split(
    ' ',
  );
const LITTLE = new Set(HOLDING);

/** Whether a unit tells little beside others. */
export function tellsLittle({ words }: Unit): boolean {
  return words.every((word) => LITTLE.has(word));
}
