import type { Move } from './play.ts';
import type { OutcomeNode, Scenario } from './schema.ts';
import { askedBy, openingPlace, type Place, placeKey, waysFrom } from './walk.ts';

/** The smallest change of the learner's own decisions that would have led to a good end. */
export interface Counterfactual {
  /** The first decision to change. */
  readonly node: string;
  readonly title: string;
  readonly day: string | null;
  /** What would have been chosen there. */
  readonly instead: string;
  /** How many decisions differ in all; decisions in scenes that the play never met count too. */
  readonly changes: number;
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
}

/** Searches by number of changes, then in the order of the scenes: 0-1 breadth-first. Null when no good end can be reached. */
export function smallestChange(scenario: Scenario, seat: string, played: readonly Move[]): Counterfactual | null {
  const asked = askedBy(scenario);
  const original = new Map(played.map(({ node, choice }) => [node, choice]));
  const best = new Map<string, number>();
  let wave: Visit[] = [{ place: openingPlace(scenario), moves: [], changes: 0 }];
  for (let seen = 0; wave.length > 0; ) {
    const costlier: Visit[] = [];
    for (let visit = wave.shift(); visit; visit = wave.shift()) {
      const key = placeKey(visit.place, asked);
      if ((best.get(key) ?? Number.POSITIVE_INFINITY) <= visit.changes) continue;
      best.set(key, visit.changes);
      seen += 1;
      if (seen > MOST_PLACES) return null;
      const node = scenario.nodes[visit.place.node];
      if (node?.type === 'outcome') {
        if (node.valence === 'good') return told(scenario, visit, original, node);
        continue;
      }
      for (const { choice, own, to } of waysFrom(scenario, seat, visit.place)) {
        if (!to) continue;
        if (!choice || !own) wave.push({ ...visit, place: to });
        else {
          const moves = [...visit.moves, { node: visit.place.node, choice: choice.id }];
          if (original.get(visit.place.node) === choice.id) wave.push({ place: to, moves, changes: visit.changes });
          else costlier.push({ place: to, moves, changes: visit.changes + 1 });
        }
      }
    }
    wave = costlier;
  }
  return null;
}

function told(
  scenario: Scenario,
  { moves, changes }: Visit,
  original: ReadonlyMap<string, string>,
  outcome: OutcomeNode,
): Counterfactual | null {
  const index = moves.findIndex(({ node, choice }) => original.get(node) !== choice);
  const changed = moves[index];
  const node = changed && scenario.nodes[changed.node];
  if (!node || node.type === 'brief' || node.type === 'outcome') return null;
  const instead = node.choices.find(({ id }) => id === changed.choice);
  if (!instead) return null;
  return {
    node: changed.node,
    title: node.title,
    day: node.day ?? null,
    instead: instead.text,
    changes,
    outcome: { title: outcome.title, valence: outcome.valence },
    keep: moves.slice(0, index),
  };
}
