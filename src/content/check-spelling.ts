import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCompounds } from '#src/search/compounds.ts';
import type { Authored } from './authored-text.ts';
import type { Finding } from './read-yaml.ts';

export const WORDS_FILE = 'src/content/words.txt';

/** A dictionary: whether it has a word in this form. */
export type IsWord = (word: string) => boolean;

/** A word where it stands. */
interface Occurrence {
  readonly word: string;
  readonly line: number;
  /** In the midst of a sentence, where a capital makes it a name. */
  readonly isWithin: boolean;
}

/**
 * The words that neither the dictionary nor the project's own list has, each where it stands, once a file. A name (with
 * a capital within a sentence) is left alone, and so is a compound of words that stand alone elsewhere in our texts.
 */
export function misspellings(texts: readonly Authored[], isWord: IsWord, own: ReadonlySet<string>): Finding[] {
  const found = texts.flatMap(({ file, line, text }) => wordsIn(text, line).map((one) => ({ ...one, file })));
  const names = new Set(found.filter(({ word, isWithin }) => isWithin && isCapital(word)).map(({ word }) => word));
  const cache = new Map<string, boolean>();
  const isKnown = (word: string) => {
    const lower = word.toLowerCase();
    let known = cache.get(word);
    if (known === undefined) {
      known = own.has(lower) || isWord(word) || (isCapital(word) && isWord(lower));
      cache.set(word, known);
    }
    return known;
  };
  const correct = new Set(found.filter(({ word }) => isKnown(word)).map(({ word }) => word.toLowerCase()));
  const { partsOf } = createCompounds([...correct, ...own]);
  const seen = new Set<string>();
  const spelled = found.flatMap(({ word, line, file }) => {
    if (isKnown(word) || names.has(word) || partsOf(word.toLowerCase()).length > 0) return [];
    const place = `${file} ${word}`;
    if (seen.has(place)) return [];
    seen.add(place);
    return [
      {
        file,
        line,
        message: `»${word}« står ikke i ordbogen. Ret det, eller skriv ordet i ${WORDS_FILE}, hvis det er rigtigt`,
      },
    ];
  });
  return [...spelled, ...texts.flatMap(doubledIn)];
}

/** Words that Danish may say twice: "det, det er det det er". */
const SAID_TWICE = new Set(['det', 'den', 'der', 'er', 'ja', 'nej', 'siden', 'så']);

/** "og og": written twice by mistake. */
function doubledIn({ file, line, text }: Authored): Finding[] {
  return [...text.matchAll(/(?<![\p{L}\d-])(\p{L}+)\s+\1(?![\p{L}\d-])/gu)].flatMap(({ 1: word = '', index }) =>
    SAID_TWICE.has(word.toLowerCase())
      ? []
      : [
          {
            file,
            line: line + (text.slice(0, index).match(/\n/g) ?? []).length,
            message: `»${word}« står to gange lige efter hinanden. Fjern det ene`,
          },
        ],
  );
}

/** The words of a text. What holds a digit, is written in capitals, or is glued together by signs is no word. */
export function wordsIn(text: string, line: number): Occurrence[] {
  const words: Occurrence[] = [];
  for (const match of text.matchAll(/[\p{L}\d][\p{L}\d_@/.'’-]*/gu)) {
    const token = match[0].replace(/[.'’/-]+$/u, '');
    if (/[\d_@/.]/.test(token)) continue;
    const before = text.slice(0, match.index);
    const at = line + (before.match(/\n/g) ?? []).length;
    const isWithin = /[\p{L}\d,](?:[*_])?\s+(?:[*_])?$/u.test(before);
    for (const [place, part] of token.split('-').entries()) {
      const word = part.replace(/['’](?:s|ets?|en)?$/u, '');
      if (word.length < 2 || /^\p{Lu}+s?$/u.test(word) || /\p{Ll}\p{Lu}/u.test(word)) continue;
      words.push({ word, line: at, isWithin: isWithin || place > 0 });
    }
  }
  return words;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** The project's own words, and what is wrong with their list: it is sorted, one a line, each once and in lower case. */
export function ownWords(root: string): { words: Set<string>; findings: Finding[] } {
  const lines = readFileSync(join(root, WORDS_FILE), 'utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  const order = new Intl.Collator('da');
  const findings = lines.flatMap((word, index) => {
    const previous = lines[index - 1];
    const fail = (message: string) => [{ file: WORDS_FILE, line: index + 1, message }];
    if (!/^[\p{Ll}]+$/u.test(word)) return fail(`»${word}«: Skriv ét ord med små bogstaver på hver linje`);
    if (previous === word) return fail(`»${word}« står to gange`);
    if (previous !== undefined && order.compare(previous, word) > 0)
      return fail(`»${word}« står ikke i alfabetisk orden. Flyt det op over »${previous}«`);
    return [];
  });
  return { words: new Set(lines), findings };
}
