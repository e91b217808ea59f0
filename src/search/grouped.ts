import type { SearchGroup } from './records.ts';
import type { Hit } from './search.ts';

/** Hits by what they lead to; the group of the best hit first. */
export function grouped(hits: readonly Hit[]): { readonly group: SearchGroup; readonly hits: readonly Hit[] }[] {
  return [...Map.groupBy(hits, ({ record }) => record.group)].map(([group, some]) => ({ group, hits: some }));
}
