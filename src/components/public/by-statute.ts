import type { Provision } from '#src/content/schema.ts';

/** The statute that PSP itself rests on stands first; the others follow by title. */
const FIRST = 'rpl';

/** Provisions under their statutes, in the order in which the register has them. */
export function byStatute(
  provisions: readonly Provision[],
): { statute: Provision['statute']; provisions: Provision[] }[] {
  const groups = Map.groupBy(provisions, ({ statute }) => statute.id);
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ statute: group[0].statute, provisions: group }] : []))
    .sort(
      (a, b) =>
        Number(b.statute.id === FIRST) - Number(a.statute.id === FIRST) ||
        a.statute.title.localeCompare(b.statute.title, 'da'),
    );
}
