import { askedWords, type Unit } from './query.ts';
import type { SearchRecord } from './records.ts';
import { fold, isStopWord, stem, wordsOf } from './words.ts';

/** A record's title, taken apart once. */
export interface Naming {
  readonly record: SearchRecord;
  readonly whole: readonly string[];
  /** "Kriminalforsorgen i Friheden (KiF)" has two names. */
  readonly names: readonly {
    readonly text: string;
    readonly telling: readonly { folded: string; stemmed: string }[];
  }[];
}

export function namingOf(record: SearchRecord): Naming {
  return {
    record,
    whole: wordsOf(record.title),
    names: record.title.split(/[()]/).map((name) => {
      const words = wordsOf(name);
      const telling = words.filter((word) => !isStopWord(word));
      return {
        text: words.join(' '),
        telling: telling.map((word) => ({ folded: fold(word), stemmed: fold(stem(word)) })),
      };
    }),
  };
}

/** What was asked for, as names are compared with it. */
export interface Asked {
  /** As it was typed, or as it was read: "psykiatri loven" is one word. */
  readonly said: string;
  /** The words of all units. */
  readonly read: readonly string[];
  /** What was typed, without the words that tell nothing. */
  readonly telling: readonly string[];
  readonly hasNumber: boolean;
}

export function askedOf(query: string, units: readonly Unit[]): Asked {
  const typed = askedWords(query);
  const read = units.flatMap(({ words }) => words);
  const isJoined = read.length < typed.length && read.some((word) => !typed.includes(word));
  return {
    said: (isJoined ? read : typed).join(' '),
    read,
    telling: typed.filter((word) => !isStopWord(word)),
    hasNumber: typed.some((word) => /\d/.test(word)),
  };
}

/**
 * How far a record is called what was asked for: 2 by its whole name, 1 by the words of it, also in another form or with
 * a letter wrong. The entry of a glossary, or the provision, comes before all that mentions it. A case is called so by
 * its whole name or by two words of it, a question never.
 * @param terms the folded words and stems of the record that were found
 */
export function nameOf(
  { record: { group }, whole, names }: Naming,
  { said, read, telling, hasNumber }: Asked,
  terms: ReadonlySet<string>,
): 0 | 1 | 2 {
  if (group === 'spoergsmaal' || said === '') return 0;
  if (said === whole.join(' ') || names.some(({ text }) => text === said)) return 2;
  if (group === 'bestemmelse') {
    if (`${whole.join(' ')} `.startsWith(`${said} `)) return 1;
    if (hasNumber && telling.every((word) => whole.includes(word) || whole.includes(`§${word}`))) return 1;
  }
  if (read.length === 0 || (group === 'sag' && read.length < 2)) return 0;
  const isCalled = names.some(
    ({ telling: own }) =>
      own.length === read.length && own.every(({ folded, stemmed }) => terms.has(folded) || terms.has(stemmed)),
  );
  return isCalled ? 1 : 0;
}
