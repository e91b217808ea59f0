import type { Rating } from './judgement.ts';
import { isDeciding, type Option, optionsOf, pickedParts, weakest } from './options.ts';
import type { Move } from './play.ts';
import { COMMIT_PARTS, type OutcomeNode, type Scenario, type ScenarioNode } from './schema.ts';
import { readShareText, type Sharing } from './share-text.ts';
import { askedBy, openingPlace, type Place, placeKey, waysFrom } from './walk.ts';

interface Pair {
  readonly fact: string;
  readonly text: string;
  readonly to: string;
}

export type Instead =
  | { readonly kind: 'choice'; readonly text: string }
  | {
      readonly kind: 'round';
      readonly tell: readonly Pair[];
      readonly keep: readonly Pair[];
      /** What for and on which ground, in the words of the scene; null where it was said so, or nothing is told. */
      readonly aim: string | null;
      readonly ground: string | null;
    };

/** The smallest change of the learner's own decisions that would have led to a good end. */
export interface Counterfactual {
  /** The first decision to change. */
  readonly node: string;
  readonly title: string;
  readonly day: string | null;
  /** What would have been done there. */
  readonly instead: Instead;
  /** How many of the decisions that were taken differ. */
  readonly changes: number;
  /** How many decisions come after them in scenes that the play never met. */
  readonly further: number;
  readonly outcome: Pick<OutcomeNode, 'title' | 'valence'>;
  /** The decisions up to the changed one: where a replay begins. */
  readonly keep: readonly Move[];
}

/** Enough for every case of our size; past it the debrief does without. */
const MOST_PLACES = 50_000;

interface Visit {
  readonly place: Place;
  readonly moves: readonly Move[];
  readonly changes: number;
  readonly further: number;
  /** How many of these choices are only partly right. */
  readonly partly: number;
}

/**
 * Searches by number of changes, then by the number of further decisions and how right they all are, then in the order of
 * the scenes: 0-1 breadth-first. What was not done is never a poor choice, even where that would lead to a good end: nobody
 * is to learn it. Null when no good end can be reached.
 */
export function smallestChange(scenario: Scenario, seat: string, played: readonly Move[]): Counterfactual | null {
  const asked = askedBy(scenario);
  // A scene that was met twice counts as it was first decided.
  const original = new Map(played.toReversed().map(({ node, choice }) => [node, choice]));
  const cheapest = new Map<string, number>();
  const cost = ({ changes, further, partly }: Visit) => (changes * 1_000 + further) * 1_000 + partly;
  let found: { visit: Visit; outcome: OutcomeNode } | undefined;
  let wave: Visit[] = [{ place: openingPlace(scenario), moves: [], changes: 0, further: 0, partly: 0 }];
  for (let seen = 0; wave.length > 0 && !found; ) {
    const costlier: Visit[] = [];
    for (let visit = wave.shift(); visit; visit = wave.shift()) {
      const key = placeKey(visit.place, asked);
      if ((cheapest.get(key) ?? Number.POSITIVE_INFINITY) <= cost(visit)) continue;
      cheapest.set(key, cost(visit));
      seen += 1;
      if (seen > MOST_PLACES) return null;
      const node = scenario.nodes[visit.place.node];
      if (node?.type === 'outcome') {
        if (node.valence === 'good' && (!found || cost(visit) < cost(found.visit))) found = { visit, outcome: node };
        continue;
      }
      const taken = original.get(visit.place.node);
      const ways = waysFrom(scenario, seat, visit.place, asked, taken).toSorted(
        (a, b) => differing(a.choice, taken) - differing(b.choice, taken),
      );
      for (const { choice, own, to } of ways) {
        if (!to) continue;
        if (!choice || !own) {
          wave.push({ ...visit, place: to });
          continue;
        }
        const moves = [...visit.moves, { node: visit.place.node, choice: choice.id }];
        const rating = ratingOfChange(node, choice, taken);
        const partly = visit.partly + (rating === 'acceptable' ? 1 : 0);
        if (taken === choice.id) wave.push({ ...visit, place: to, moves });
        else if (rating === 'poor') continue;
        else if (taken === undefined) wave.push({ ...visit, place: to, moves, further: visit.further + 1, partly });
        else costlier.push({ ...visit, place: to, moves, changes: visit.changes + 1, partly });
      }
    }
    wave = costlier.toSorted((a, b) => cost(a) - cost(b));
  }
  return found ? told(scenario, found.visit, played, original, found.outcome) : null;
}

/** How right a choice is; of a meeting's end only the parts that differ from what was taken. */
function ratingOfChange(node: ScenarioNode | undefined, option: Option, taken: string | undefined): Rating {
  const picked = node?.type === 'commit' ? pickedParts(node, option.id) : undefined;
  if (!picked) return option.rating;
  const before = taken?.split('.') ?? [];
  return weakest(
    COMMIT_PARTS.flatMap((part, index) => (picked[part].id === before[index] ? [] : [picked[part].rating])),
  );
}

/** In how many parts an option differs from the one that was taken, so that the smallest change is tried first. */
function differing(option: Option | null, taken: string | undefined): number {
  if (!option || taken === undefined) return 0;
  const separator = taken.includes(':') ? /[:;]/ : '.';
  const [now, then] = [option.id.split(separator), taken.split(separator)];
  return now.filter((part) => !then.includes(part)).length + then.filter((part) => !now.includes(part)).length;
}

function told(
  scenario: Scenario,
  { moves, changes, further }: Visit,
  played: readonly Move[],
  original: ReadonlyMap<string, string>,
  outcome: OutcomeNode,
): Counterfactual | null {
  const changed = moves.find(({ node, choice }) => original.get(node) !== choice);
  const node = changed && scenario.nodes[changed.node];
  if (!changed || !isDeciding(node)) return null;
  const first = played.findIndex((move) => move.node === changed.node);
  return {
    node: changed.node,
    title: node.title,
    day: node.day ?? null,
    instead: insteadOf(scenario, changed, original.get(changed.node)),
    changes,
    further,
    outcome: { title: outcome.title, valence: outcome.valence },
    keep: first < 0 ? played : played.slice(0, first),
  };
}

/** What would have been done, in words: of a meeting's end and of a round only what differs. */
function insteadOf(scenario: Scenario, { node: id, choice }: Move, taken: string | undefined): Instead {
  const node = scenario.nodes[id];
  if (node?.type === 'commit') {
    const before = taken?.split('.') ?? [];
    const picked = pickedParts(node, choice);
    const texts = COMMIT_PARTS.flatMap((part, index) =>
      picked && picked[part].id !== before[index] ? [picked[part].text] : [],
    );
    return { kind: 'choice', text: texts.join(' ') };
  }
  if (node?.type === 'sharing') {
    const pairs = (sharing: Sharing | undefined) =>
      sharing?.shares.flatMap(({ fact, to }) => to.map((seat) => `${fact}>${seat}`)) ?? [];
    const [before, after] = [taken === undefined ? undefined : readShareText(taken), readShareText(choice)];
    const [then, now] = [pairs(before), pairs(after)];
    const named = (list: readonly string[]) =>
      list.map((pair) => {
        const [fact = '', to = ''] = pair.split('>');
        return { fact, text: scenario.facts[fact]?.short ?? scenario.facts[fact]?.text ?? fact, to };
      });
    const isSaidElse = (kind: 'aim' | 'ground') => now.length > 0 && after?.[kind] !== before?.[kind];
    return {
      kind: 'round',
      tell: named(now.filter((pair) => !then.includes(pair))),
      keep: named(then.filter((pair) => !now.includes(pair))),
      aim: isSaidElse('aim') ? (node.aims.find(({ aim }) => aim === after?.aim)?.text ?? null) : null,
      ground: isSaidElse('ground') ? (node.grounds.find(({ ground }) => ground === after?.ground)?.text ?? null) : null,
    };
  }
  const option = isDeciding(node) ? optionsOf(node).get(choice) : undefined;
  return { kind: 'choice', text: option?.text ?? choice };
}
