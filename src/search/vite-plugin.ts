import type { Plugin } from 'vite';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { buildSearch } from './build.ts';
import { searchRecords } from './documents.ts';
import { readSynonyms } from './synonyms.ts';

const ID = 'virtual:psp-search';

/** Ships the search index (`virtual:psp-search`), built from the same checked content as the pages. */
export function pspSearch(root: string): Plugin {
  return {
    name: 'psp-search',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const loaded = loadContent(root, new Date().toISOString().slice(0, 10));
      if (!loaded.ok) throw new Error(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
      const { file, texts } = buildSearch(searchRecords(loaded.content, root), readSynonyms(root));
      const [index, lines] = [file, texts].map((one) => JSON.stringify(JSON.stringify(one)));
      return `export const file = ${index};\nexport const texts = ${lines};`;
    },
  };
}
