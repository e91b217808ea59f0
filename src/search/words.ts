import lunr from 'lunr';
import addDanish from 'lunr-languages/lunr.da.js';
import addStemmerSupport from 'lunr-languages/lunr.stemmer.support.js';

addStemmerSupport(lunr);
addDanish(lunr);
/** What the plug-in has put on lunr; its types say nothing of it. */
const danish = (
  lunr as unknown as { da: { stemmer(token: lunr.Token): lunr.Token; stopWordFilter(token: lunr.Token): unknown } }
).da;

/** Soft hyphens, joiners and other signs without width: they come along when a word is copied from a page or a letter. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The words of a Danish text as they are searched: lower case, with provisions as one word each: "§ 115, stk. 2" is
 * `§115` and `stk2`, "§ 13 d" is `§13d`; "paragraf 115, stykke 2" is the same. Signs that cannot be seen are no part of a
 * word.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(INVISIBLE, '')
      .toLowerCase()
      .normalize('NFC')
      .replace(/(?<!\p{L})(?:paragraf(?:fen|ferne)?|section) (?=\d)/gu, '§ ')
      .replace(/(?<!\p{L})stykke (?=\d)/gu, 'stk. ')
      .replace(/\s+/g, ' ')
      .replace(/§+ ?(\d+)(?: ?([a-zæøå])(?![\p{L}\d]))?/gu, ' §$1$2 ')
      .replace(/\b(stk|nr)\.? ?(\d+)/g, ' $1$2 ')
      .match(/§?[\p{L}\d]+/gu) ?? []
  );
}

/** Without the letters that a keyboard may lack: æ is ae, ø is oe, å is aa, é is e. */
export function fold(word: string): string {
  return word.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Plural and singular that no ending tells apart; the forms of a row mean the same. */
const IRREGULAR: readonly (readonly string[])[] = [
  ['barn', 'børn', 'barnet', 'børnene', 'børns', 'barnets', 'børnenes'],
  ['mand', 'mænd', 'manden', 'mændene'],
  ['bror', 'brødre', 'broren', 'brødrene'],
  ['far', 'fædre', 'faren'],
  ['mor', 'mødre', 'moren'],
  ['datter', 'døtre', 'datteren'],
  ['nat', 'nætter', 'natten'],
  ['bog', 'bøger', 'bogen'],
  ['fod', 'fødder'],
  ['hånd', 'hænder', 'hånden'],
  ['år', 'året', 'årene', 'års'],
  ['ung', 'unge', 'unges', 'ungt'],
  ['gammel', 'gamle'],
  ['lov', 'love', 'loven', 'lovens', 'lovene'],
];
const BASE = new Map(
  IRREGULAR.flatMap((forms) =>
    forms.flatMap((form) => [form, fold(form)].map((one) => [one, forms[0] ?? form] as const)),
  ),
);
/** The stemmer takes the -t of -pligt, and makes it another word. */
const GUARDED = /(pligt)(en|er|erne|s|ens|ernes|igt|ige)?$/;

/** A word's stem with its letters kept; inflected forms share it. */
export function stem(word: string): string {
  const base = BASE.get(word);
  if (base !== undefined) return base;
  if (/\d/.test(word)) return word;
  const guarded = GUARDED.exec(word);
  if (guarded?.[1]) return word.slice(0, guarded.index) + guarded[1];
  return danish.stemmer(new lunr.Token(word, {})).toString();
}

/** Words that say nothing of what is searched. */
export function isStopWord(word: string): boolean {
  return danish.stopWordFilter(new lunr.Token(word, {})) === undefined;
}

/** By what a word or phrase is known, whatever its form: the stems of its words, folded. */
export function phraseKey(phrase: string): string {
  return wordsOf(phrase)
    .map((word) => fold(stem(word)))
    .join(' ');
}
