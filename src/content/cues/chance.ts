/** How often somebody who draws at random is right: the law of a sum of draws with unlike chances. */
export interface Chance {
  readonly expected: number;
  /** The most hits that chance gives in all but `share` of its runs (one-sided). */
  limit(share: number): number;
  /** How likely chance gives at least so many. */
  atLeast(hits: number): number;
}

/** @param chances of each draw, 0–1 */
export function chanceOf(chances: readonly number[]): Chance {
  let law = [1];
  for (const chance of chances) {
    const next = Array.from({ length: law.length + 1 }, () => 0);
    for (const [hits, weight] of law.entries()) {
      next[hits] = (next[hits] ?? 0) + weight * (1 - chance);
      next[hits + 1] = (next[hits + 1] ?? 0) + weight * chance;
    }
    law = next;
  }
  const atLeast = (hits: number) => law.slice(Math.max(0, hits)).reduce((sum, weight) => sum + weight, 0);
  return {
    expected: chances.reduce((sum, chance) => sum + chance, 0),
    atLeast,
    limit: (share) => {
      let hits = 0;
      while (atLeast(hits + 1) > share) hits += 1;
      return hits;
    },
  };
}
