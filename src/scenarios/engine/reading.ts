import { bestPlay, linesOf } from './best-play.ts';
import type { Explored } from './explore.ts';
import { isDecision, optionsOf } from './options.ts';
import { randomFrom } from './random.ts';
import type { Scenario } from './schema.ts';
import { linesAt, wordsOf } from './shown.ts';
import { hasArisen } from './state.ts';
import type { Place } from './walk.ts';

/** Words a minute on a screen, with time to think and answer (product.md: times that are measured). */
const WORDS_A_MINUTE = 180;
/** Enough plays for a middle one that the next hundred would not move. */
const PLAYS = 101;
const SEED = 180;
/** A play of fewer words is a sketch: it has a table and little else, and says nothing of what is read twice. */
const LEAST_WORDS = 300;
/** Longer than any play that ends. */
const LONGEST_PLAY = 500;

/** Minutes that a play takes to read, options and ending among it: the middle one of drawn plays from every seat, and the longest. */
export function readingMinutes(
  scenario: Scenario,
  explored: readonly Explored[],
): { readonly median: number; readonly longest: number; readonly isSketch: boolean } {
  const random = randomFrom(SEED);
  const words = explored
    .flatMap((walked) => {
      const counts = new Map<number, number>();
      return Array.from({ length: PLAYS }, () => drawnWords(scenario, walked, counts, random));
    })
    .toSorted((a, b) => a - b);
  const median = middleOf(words);
  return {
    median: median / WORDS_A_MINUTE,
    longest: (words.at(-1) ?? 0) / WORDS_A_MINUTE,
    isSketch: median < LEAST_WORDS,
  };
}

function drawnWords(
  scenario: Scenario,
  { seat, places, edges }: Explored,
  counts: Map<number, number>,
  random: () => number,
): number {
  let sum = 0;
  let at = 0;
  for (let step = 0; step < LONGEST_PLAY; step += 1) {
    const place = places[at];
    if (!place) return sum;
    const known = counts.get(at);
    const count = known ?? countOf(linesAt(scenario, seat, place).map(({ text }) => text));
    if (known === undefined) counts.set(at, count);
    const ways = edges[at] ?? [];
    const way = ways[Math.floor(random() * ways.length)];
    sum += count + (way?.own ? countOf([followsOf(scenario, place.node, way.choice)]) : 0);
    if (!way) return sum + countOf(caseFileOf(scenario, seat, place));
    at = way.to;
  }
  return sum;
}

/** What the case file and the intro give to read beside the scenes, each once: what one knows from the start, and what one was told. */
function caseFileOf({ facts, roles }: Scenario, seat: string, { node, situation }: Place): string[] {
  const told = new Map(situation.told.filter(({ to }) => to === seat).map(({ fact, form }) => [fact, form]));
  const known = Object.entries(facts).flatMap(([id, fact]) => {
    if (fact.holder === seat) return hasArisen(fact, { node, visited: situation.visited }) ? [fact.text] : [];
    const form = told.get(id);
    return form === undefined ? [] : [(form === 'short' ? fact.short : undefined) ?? fact.text];
  });
  return [roles[seat]?.intro ?? '', ...known];
}

function followsOf({ nodes }: Scenario, scene: string, choice: string | null): string {
  const node = nodes[scene];
  if (node?.type === 'commit' || node?.type === 'sharing') return node.follows;
  return (isDecision(node) && choice !== null && optionsOf(node).get(choice)?.follows) || '';
}

function countOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
}

/** The middle of sorted numbers; 0 of none. */
function middleOf(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[half] ?? 0;
  return sorted.length === 0 ? 0 : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/**
 * How much of a second play from another seat has been read in the first: share of its words, the middle one of all pairs of
 * seats, each played as well as can be. Null with fewer than two seats to play, and for a sketch.
 */
export function rereadShare(scenario: Scenario): number | null {
  const seats = Object.entries(scenario.roles).flatMap(([seat, { playable }]) => (playable ? [seat] : []));
  const plays = seats.flatMap((seat) => {
    const play = bestPlay(scenario, seat);
    return play ? [linesOf(scenario, seat, play).map(({ text }) => text)] : [];
  });
  const shares = plays.flatMap((first, index) =>
    plays.flatMap((second, other) => {
      const read = new Set(first);
      const all = countOf(second);
      return other === index || all < LEAST_WORDS ? [] : [countOf(second.filter((text) => read.has(text))) / all];
    }),
  );
  return shares.length === 0 ? null : middleOf(shares.toSorted((a, b) => a - b));
}
