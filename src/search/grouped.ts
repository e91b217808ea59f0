import { SEARCH_GROUPS, type SearchGroup } from './records.ts';
import type { Hit } from './search.ts';

/** Hits by what they lead to: the group of the best hit first, the others always in the same order. */
export function grouped(hits: readonly Hit[]): { readonly group: SearchGroup; readonly hits: readonly Hit[] }[] {
  const best = hits[0]?.record.group;
  const place = (group: SearchGroup) => (group === best ? -1 : SEARCH_GROUPS.indexOf(group));
  return [...Map.groupBy(hits, ({ record }) => record.group)]
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([group, some]) => ({ group, hits: some }));
}
