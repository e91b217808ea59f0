import file from 'virtual:psp-search';
import type { SearchFile } from './records.ts';
import { createSearch, type Search } from './search.ts';

let search: Search | undefined;

/** The search of this process; loaded by the first who needs it, some fifty milliseconds. */
export function serverSearch(): Search {
  search ??= createSearch(JSON.parse(file) as SearchFile);
  return search;
}
