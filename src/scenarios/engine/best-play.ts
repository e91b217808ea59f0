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
  const found = new Map<PlayedLine['end'], PlayedLine>();
  const search = (place: Place, steps: readonly PlayedStep[]): void => {
    const key = placeKey(place, asked);
    if (found.has('good') || seen.has(key) || seen.size >= MOST_PLACES) return;
    seen.add(key);
    const node = scenario.nodes[place.node];
    if (node?.type === 'outcome') {
      if (!found.has(node.valence))
        found.set(node.valence, { steps: [...steps, { place, option: null, own: false }], end: node.valence });
      return;
    }
    const isPreferred = ({ choice }: Way) => Number(choice?.id === prefer.get(place.node));
    const ways = bestWays(scenario, seat, place, asked).toSorted((a, b) => isPreferred(b) - isPreferred(a));
    for (const { choice, own, to } of ways) if (to) search(to, [...steps, { place, option: choice, own }]);
  };
  search(from, []);
  return ENDS.flatMap((end) => found.get(end) ?? [])[0];
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
