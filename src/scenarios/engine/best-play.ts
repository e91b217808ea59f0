import { askedWithTexts } from './explore.ts';
import type { Option } from './options.ts';
import type { Scenario } from './schema.ts';
import { type Line, linesAt } from './shown.ts';
import { type Asked, openingPlace, type Place, placeKey, type Way, waysFrom } from './walk.ts';

/** A place of a play and what was done there; null at the end and in a scene without a decision. */
export interface PlayedStep {
  readonly place: Place;
  readonly option: Option | null;
  readonly own: boolean;
}

/** A play from a place to an end. */
export interface PlayedLine {
  readonly steps: readonly PlayedStep[];
  readonly end: 'good' | 'mixed' | 'bad';
}

/** A search that has seen so many places without a good end gives the best end that it has found. */
export const MOST_PLACES = 20_000;
const ENDS = ['good', 'mixed', 'bad'] as const;

/** The ways of a play in which the learner does as well as the scene allows: best, or acceptable where nothing better is open. */
export function bestWays(scenario: Scenario, seat: string, place: Place, asked: Asked): Way[] {
  // Nothing kept apart in a round: then a walk tries the fair one alone.
  const ways = waysFrom(scenario, seat, place, { ...asked, knows: new Set() });
  for (const rating of ['best', 'acceptable'] as const) {
    const good = ways.filter(({ own, choice }) => !own || choice?.rating === rating);
    if (good.length > 0) return good;
  }
  return [];
}

/**
 * A play from a place in which the seat decides best throughout and, if any such play does, the case ends well. Undefined
 * when no end is reached.
 * @param prefer what was chosen in another play, by scene: taken again where it can be, so that two plays differ no more than they must
 */
export function bestPlay(
  scenario: Scenario,
  seat: string,
  from: Place = openingPlace(scenario),
  prefer: ReadonlyMap<string, string> = new Map(),
): PlayedLine | undefined {
  const asked = askedWithTexts(scenario);
  const seen = new Set<string>();
  const found = new Map<PlayedLine['end'], Passed>();
  // A stack of our own: the longest play that a case allows is deeper than the language's.
  const stack: Passed[] = [{ place: from, before: null, way: null }];
  for (let here = stack.pop(); here && !found.has('good') && seen.size < MOST_PLACES; here = stack.pop()) {
    const { place } = here;
    const key = placeKey(place, asked);
    if (seen.has(key)) continue;
    seen.add(key);
    const node = scenario.nodes[place.node];
    if (node?.type === 'outcome') {
      if (!found.has(node.valence)) found.set(node.valence, here);
      continue;
    }
    const isPreferred = ({ choice }: Way) => Number(choice?.id === prefer.get(place.node));
    const ways = bestWays(scenario, seat, place, asked).toSorted((a, b) => isPreferred(b) - isPreferred(a));
    for (const way of ways.toReversed()) if (way.to) stack.push({ place: way.to, before: here, way });
  }
  const [end] = ENDS.filter((valence) => found.has(valence));
  const last = end && found.get(end);
  return last && { steps: stepsTo(last), end };
}

/** A place that a search has come to, from where, and what was done there. */
interface Passed {
  readonly place: Place;
  readonly before: Passed | null;
  readonly way: Way | null;
}

function stepsTo(last: Passed): PlayedStep[] {
  const steps: PlayedStep[] = [{ place: last.place, option: null, own: false }];
  for (let here = last; here.before; here = here.before)
    steps.push({ place: here.before.place, option: here.way?.choice ?? null, own: here.way?.own ?? false });
  return steps.reverse();
}

/** All that a seat is shown in a play, in order, what followed from its own decisions among it. */
export function linesOf(scenario: Scenario, seat: string, { steps }: Pick<PlayedLine, 'steps'>): Line[] {
  return steps.flatMap(({ place, option, own }) => [
    ...linesAt(scenario, seat, place),
    ...(own && option ? [{ kind: 'other' as const, text: option.follows, node: place.node, index: null }] : []),
  ]);
}

/** What a seat decided in a play, by scene. */
export function choicesOf({ steps }: PlayedLine): ReadonlyMap<string, string> {
  return new Map(steps.flatMap(({ place, option, own }) => (own && option ? [[place.node, option.id]] : [])));
}
