import { file, texts } from 'virtual:psp-search';
import type { SearchFile, SearchTexts } from './records.ts';
import { createSearch, type Search } from './search.ts';

let search: Search | undefined;

/** The search of this process; loaded by the first who needs it, some fifty milliseconds. */
export function serverSearch(): Search {
  if (!search) {
    const lines = JSON.parse(texts) as SearchTexts;
    search = createSearch(JSON.parse(file) as SearchFile, (place) => lines[place]);
  }
  return search;
}
