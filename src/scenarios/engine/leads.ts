/**
 * Where places of a walk lead, by number: each way is the place it leads to, doubled, and one more for an own decision. Numbers
 * and no objects, since there may be a million.
 */
type Leads = readonly (readonly number[])[];

/** More decisions than any play that ends. */
const LONGEST_PLAY = 500;

export interface Ring {
  /** The place on the ring that is come to first. */
  readonly entry: number;
  /** In the order of the ring, from the scene that comes first in the alphabet, so that the same ring is the same text. */
  readonly scenes: readonly string[];
}

/** The rings that no way leads out of, each once: from every place without a way to an end one comes to one of them. */
export function ringsIn(leads: Leads, ends: readonly number[], sceneOf: (place: number) => string): Ring[] {
  const cameFrom: number[][] = leads.map(() => []);
  const isEnd = new Set(ends);
  const stops = [...ends];
  for (const [from, ways] of leads.entries()) {
    if (ways.length === 0 && !isEnd.has(from)) stops.push(from);
    for (const way of ways) cameFrom[way >> 1]?.push(from);
  }
  const leaving = new Set(stops);
  for (const one of leaving) for (const before of cameFrom[one] ?? []) leaving.add(before);
  const rings = new Map<string, Ring>();
  const seen = new Set<number>();
  for (let start = 0; start < leads.length; start += 1) {
    if (leaving.has(start) || seen.has(start)) continue;
    const walked: number[] = [];
    let at = start;
    for (; !seen.has(at); at = (leads[at]?.[0] ?? 0) >> 1) {
      seen.add(at);
      walked.push(at);
    }
    const first = walked.indexOf(at);
    // The walk ran into one that was named before.
    if (first < 0) continue;
    const places = walked.slice(first);
    const scenes = [...new Set(places.map(sceneOf))];
    const lead = scenes.indexOf([...scenes].sort()[0] ?? '');
    const ring = { entry: Math.min(...places), scenes: [...scenes.slice(lead), ...scenes.slice(0, lead)] };
    if (!rings.has(ring.scenes.join())) rings.set(ring.scenes.join(), ring);
  }
  return [...rings.values()];
}

/** Fewest and most own decisions from the beginning to an end; null when a way can go in a ring. */
export function decisionCounts(
  leads: Leads,
  ends: readonly number[],
): { readonly fewest: number; readonly most: number } | null {
  const waiting = new Int32Array(leads.length);
  for (const ways of leads) for (const way of ways) waiting[way >> 1] = (waiting[way >> 1] ?? 0) + 1;
  const fewest = new Int32Array(leads.length).fill(LONGEST_PLAY);
  const most = new Int32Array(leads.length);
  fewest[0] = 0;
  const ready = [0];
  for (const from of ready)
    for (const way of leads[from] ?? []) {
      const to = way >> 1;
      const step = way & 1;
      fewest[to] = Math.min(fewest[to] ?? LONGEST_PLAY, (fewest[from] ?? 0) + step);
      most[to] = Math.max(most[to] ?? 0, (most[from] ?? 0) + step);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) ready.push(to);
    }
  if (ready.length < leads.length || ends.length === 0) return null;
  return {
    fewest: ends.reduce((least, end) => Math.min(least, fewest[end] ?? 0), LONGEST_PLAY),
    most: ends.reduce((top, end) => Math.max(top, most[end] ?? 0), 0),
  };
}
