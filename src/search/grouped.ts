import { SEARCH_GROUPS, type SearchGroup } from './records.ts';
import type { Hit } from './search.ts';

/** Hits under one heading. */
export interface HitSection {
  /** What they lead to, or that they are only like what was asked for. */
  readonly kind: SearchGroup | 'near';
  readonly hits: readonly Hit[];
}

/**
 * Hits by what they lead to: the group of the best hit first, the others always in the same order, so that modules stand
 * before cases unless a case is called what was asked for. Questions stand last whatever they match, and after them what
 * is only near.
 */
export function grouped(hits: readonly Hit[]): HitSection[] {
  const straight = hits.filter(({ isNear }) => !isNear);
  const near = hits.filter(({ isNear }) => isNear);
  const best = straight.find(mayLead)?.record.group;
  const place = (group: SearchGroup) => (group === best ? -1 : SEARCH_GROUPS.indexOf(group));
  const sections: HitSection[] = [...Map.groupBy(straight, ({ record }) => record.group)]
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([kind, some]) => ({ kind, hits: some }));
  return near.length > 0 ? [...sections, { kind: 'near', hits: near }] : sections;
}

function mayLead({ record: { group }, isNamed }: Hit): boolean {
  return group !== 'spoergsmaal' && (group !== 'sag' || isNamed);
}
