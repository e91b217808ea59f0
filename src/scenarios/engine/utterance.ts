import type { Scenario } from './schema.ts';
import { wordsOf } from './shown.ts';

/** So many words in a row are the fact's own words and no chance. */
const IN_A_ROW = 5;
/** A row of small words alone says nothing. */
const LEAST_CONTENT = 2;
/** A short form of fewer content words is met by chance. */
const LEAST_OF_SHORT = 3;
const SMALL_WORDS = new Set(
  (
    'alle alt anden andet at af ad aldrig altid begge bare blev bliver da de dem den denne der deres det dette dig din dit dog du efter ' +
    'eller en er et far få får for fra før ham han hans har have havde hende hendes her hun hvad hver hvis hvor hvordan i ' +
    'igen ikke ind ingen intet jeg jo kan kom kommer kun kunne lige man med meget men mens mere mig min mod må måtte ned ' +
    'nej noget nogen nogle nok nu når og også om op os over på sagde selv ses siden sig siger sin sit skal skulle som så ' +
    'tidligere til to uden ud under var ved vi vil ville være været vores'
  ).split(' '),
);

/** Says which facts of a case a text gives away: five words in a row of a fact, or all that its short form says. */
export function factReader({ facts }: Scenario): (text: string) => string[] {
  const known = Object.entries(facts).map(([id, fact]) => ({
    id,
    rows: new Set([fact.text, fact.short ?? ''].flatMap(rowsOf)),
    short: contentOf(wordsOf(fact.short ?? '')),
  }));
  return (text) => {
    const words = wordsOf(text);
    const rows = rowsOf(text);
    const has = new Set(words);
    return known
      .filter(
        ({ rows: own, short }) =>
          rows.some((row) => own.has(row)) ||
          (new Set(short).size >= LEAST_OF_SHORT && short.every((word) => has.has(word))),
      )
      .map(({ id }) => id);
  };
}

function contentOf(words: readonly string[]): string[] {
  return words.filter((word) => !SMALL_WORDS.has(word));
}

function rowsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.flatMap((_, index) => {
    const row = words.slice(index, index + IN_A_ROW);
    return row.length === IN_A_ROW && contentOf(row).length >= LEAST_CONTENT ? [row.join(' ')] : [];
  });
}

/** What stands between »…« in a text, and the rest. */
export function quotedIn(text: string): { readonly quoted: string; readonly narrated: string } {
  return {
    quoted: [...text.matchAll(/»([^«]*)«/g)].map(([, said = '']) => said).join(' | '),
    narrated: text.replace(/»[^«]*«/g, ' | '),
  };
}
