import lunr from 'lunr';
import { createCompounds } from './compounds.ts';
import { packIndex } from './pack.ts';
import type { SearchFile, SearchSource, SearchTexts } from './records.ts';
import { compileSynonyms, type Synonyms } from './synonyms.ts';
import { fold, isStopWord, stem, wordsOf } from './words.ts';

/**
 * Builds the index of all records. Each word goes in as it is written, as its stem and, one field lower, as the stems of
 * its parts; all folded, so that a query needs no pipeline of lunr's.
 */
export function buildSearch(
  records: readonly SearchSource[],
  synonyms: Synonyms = [],
): {
  readonly file: SearchFile;
  readonly texts: SearchTexts;
} {
  const words = new Set(records.flatMap(({ title, text }) => wordsOf(`${title} ${text}`)));
  const { partsOf } = createCompounds(words);
  const tokens = (all: readonly string[]) => all.map((one) => new lunr.Token(one, {}));
  const forms = (text: string) =>
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .flatMap((word) => [...new Set([fold(word), fold(stem(word)), ...sectionForms(word)])]);
  const index = lunr(function (this: lunr.Builder) {
    this.ref('id');
    this.pipeline.reset();
    this.searchPipeline.reset();
    // lunr asks for text and calls its tokenizer; ours has been here already.
    this.tokenizer = ((field: unknown) => tokens(field as readonly string[])) as unknown as typeof lunr.tokenizer;
    this.field('title');
    this.field('body');
    this.field('parts');
    // Long texts must not lose to short ones as much as lunr has it by itself.
    this.b(0.4);
    for (const [id, record] of records.entries()) {
      const title = [...new Set([...forms(record.title), ...forms(record.keywords ?? '')])];
      const all = `${record.title} ${record.text}`;
      this.add({ id, title, body: forms(record.text), parts: wordsOf(all).flatMap((word) => [...partsOf(word)]) });
    }
  });
  return {
    file: {
      index: packIndex(index.toJSON()),
      records: records.map(({ text, keywords, ...record }) => record),
      synonyms: compileSynonyms(synonyms, records),
    },
    texts: records.map(({ text }) => text),
  };
}

/** `§115` is also found as `115`, and `§13d` as `13d` and `§13`. */
function sectionForms(word: string): string[] {
  const section = /^§((\d+)[a-zæøå]?)$/.exec(word);
  return section ? [section[1] ?? word, `§${section[2]}`] : [];
}
