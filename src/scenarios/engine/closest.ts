/** How many letters must be put in, taken out or changed to make one word of another (Levenshtein 1965). */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, a] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, b] of [...other].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (a === b ? 0 : 1)));
    row = next;
  }
  return row[other.length] ?? other.length;
}

/** The known name that is most like a misspelt one; undefined when none is. */
export function closest(name: string, known: Iterable<string>): string | undefined {
  const most = Math.max(2, Math.floor(name.length / 3));
  const near = [...known]
    // A longer name than any id is not read through: the distance takes time.
    .filter((one) => Math.abs(one.length - name.length) <= most && name.length < 100)
    .map((one) => ({ one, distance: editDistance(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ distance, one }) => distance <= most && distance < Math.max(one.length, 2))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.one;
}

/** More names than this are no help to look through. */
const MOST_NAMES = 12;

/** "Mente du bordet?", or the names there are; empty when there are none, or too many. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = closest(name, names);
  if (near !== undefined) return `Mente du ${near}?`;
  return names.length > 0 && names.length <= MOST_NAMES ? `Der er: ${names.join(', ')}.` : '';
}
