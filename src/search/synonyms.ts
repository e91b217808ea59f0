import { join } from 'node:path';
import { z } from 'zod';
import { prose } from '#src/content/primitives.ts';
import { type Finding, readYaml } from '#src/content/read-yaml.ts';
import type { SearchRecord, SynonymRow } from './records.ts';
import { phraseKey } from './words.ts';

const FILE = 'src/search/synonyms.yaml';

const schema = z.strictObject({
  synonyms: z.array(
    z.strictObject({
      /** As it is typed: a word, or a phrase of a few. */
      says: z.array(prose).min(1),
      /** Words of our own texts. */
      means: z.array(prose).default([]),
      /** Addresses of records, the best first. */
      to: z.array(z.string().regex(/^\/[a-z0-9-]+/)).default([]),
    }),
  ),
});
export type Synonyms = z.infer<typeof schema>['synonyms'];

/** @throws when the file breaks its schema; the content check says where */
export function readSynonyms(root: string): Synonyms {
  const read = readYaml(root, join(root, FILE), schema);
  if (!read.ok) throw new Error(read.findings.map(({ line, message }) => `${FILE}:${line}: ${message}`).join('\n'));
  return read.data.synonyms;
}

/** The rows as the search reads them. A place that is not among the records is left out; `checkSynonyms` tells it. */
export function compileSynonyms(synonyms: Synonyms, records: readonly SearchRecord[]): SynonymRow[] {
  const placeOf = firstPlaces(records);
  return synonyms.map(({ says, means, to }) => ({
    says: [...new Set(says.map(phraseKey))],
    means: [...new Set(means.map(phraseKey))],
    to: to.flatMap((href) => placeOf.get(href) ?? []),
  }));
}

/** Places that do not exist, and words that stand in two rows: the second would never be heard. */
export function checkSynonyms(root: string, records: readonly SearchRecord[]): Finding[] {
  const read = readYaml(root, join(root, FILE), schema);
  if (!read.ok) return read.findings;
  const placeOf = firstPlaces(records);
  const heard = new Map<string, string>();
  return read.data.synonyms.flatMap(({ says, to }, index) => {
    const line = read.lineOf(['synonyms', index]);
    const find = (message: string) => ({ file: FILE, line, message });
    const twice = says.flatMap((word) => {
      const key = phraseKey(word);
      const earlier = heard.get(key);
      heard.set(key, says[0] ?? '');
      return earlier === undefined || earlier === says[0]
        ? []
        : [find(`»${word}« står også i rækken »${earlier}«. Behold det ét sted`)];
    });
    const lost = to
      .filter((href) => !placeOf.has(href))
      .map((href) => find(`${href} findes ikke. Skriv en adresse, som søgningen kender, eller fjern den`));
    return [...twice, ...lost];
  });
}

/** Of records that share an address (the questions of a module), the first: the module itself. */
function firstPlaces(records: readonly SearchRecord[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, { href }] of records.entries()) if (!places.has(href)) places.set(href, place);
  return places;
}
