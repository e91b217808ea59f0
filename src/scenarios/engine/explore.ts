import type { Rating } from './judgement.ts';
import type { Condition, Scenario, ScenarioNode } from './schema.ts';
import { questionsIn } from './state.ts';
import { type Asked, askedBy, openingPlace, type Place, placeKey, waysFrom } from './walk.ts';

/** A way from one place to another, by the place's number. */
export interface Edge {
  /** Null for a scene without a decision. */
  readonly choice: string | null;
  readonly rating: Rating | null;
  readonly own: boolean;
  readonly to: number;
}

/** Every place that a seat can come to, told apart by all that decides what is shown there. */
export interface Explored {
  readonly seat: string;
  readonly places: readonly Place[];
  /** By place; empty at an end, and where the budget was used up. */
  readonly edges: readonly (readonly Edge[])[];
  /** `scene/choice` of each decision on the shortest way to a place. */
  path(place: number): string[];
  /** False when the budget was used up: what was not met may still exist. */
  readonly isWhole: boolean;
}

/**
 * Walks every play of a seat, breadth first. Beside what the rules of play read (askedBy), places are told apart by what the
 * texts read: conditions of passages and of an ending's lines, and what they claim. What no scene ahead reads is forgotten
 * on the way, or the same story would be walked a thousand times.
 * @param alsoKnown `seat:fact` that a reader of the places wants to know, by scene
 */
export function explore(
  scenario: Scenario,
  seat: string,
  budget: number,
  alsoKnown: ReadonlyMap<string, readonly string[]> = new Map(),
): Explored {
  const asked = askedToRead(scenario, alsoKnown);
  const ahead = askedAhead(scenario, asked.byScene, asked.always);
  const numbers = new Map<string, number>();
  const places: Place[] = [];
  const edges: Edge[][] = [];
  const before: { readonly place: number; readonly via: string | null }[] = [];
  const reach = (place: Place, from: number, via: string | null): number => {
    const key = placeKey(place, ahead.get(place.node) ?? asked.all);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, places.length);
    before.push({ place: from, via });
    return places.push(place) - 1;
  };
  reach(openingPlace(scenario), -1, null);
  for (let index = 0; index < places.length && index < budget; index += 1) {
    const place = places[index];
    if (!place) break;
    edges[index] = waysFrom(scenario, seat, place, asked.all).flatMap(({ choice, own, to }): Edge[] => {
      if (!to) return [];
      const id = choice?.id ?? null;
      const via = id === null ? null : `${place.node}/${id}`;
      return [{ choice: id, rating: choice?.rating ?? null, own, to: reach(to, index, via) }];
    });
  }
  return {
    seat,
    places,
    edges: places.map((_, index) => edges[index] ?? []),
    isWhole: places.length <= budget,
    path: (place) => {
      const path: string[] = [];
      for (let at = before[place]; at; at = before[at.place]) if (at.via !== null) path.push(at.via);
      return path.reverse();
    },
  };
}

/** What the rules of play and the texts read, of the whole case. */
export function askedWithTexts(scenario: Scenario): Asked {
  return askedToRead(scenario, new Map()).all;
}

/**
 * For each scene what the rules of play read there and in the scenes that can come after it. Places that differ in nothing
 * of it behave alike from there on.
 */
export function readAhead(scenario: Scenario): ReadonlyMap<string, Asked> {
  const byScene = Object.entries(scenario.nodes).map(([id, node]): [string, Asked] => [
    id,
    askedBy({ ...scenario, assert: [] }, { [id]: node }),
  ]);
  return askedAhead(scenario, new Map(byScene), askedBy(scenario, {}));
}

interface Reading {
  readonly all: Asked;
  readonly always: Asked;
  readonly byScene: ReadonlyMap<string, Asked>;
}

function askedToRead(scenario: Scenario, alsoKnown: ReadonlyMap<string, readonly string[]>): Reading {
  const scenes = Object.entries(scenario.nodes);
  const byScene = new Map(
    scenes.map(([id, node]): [string, Asked] => [
      id,
      union([
        askedBy({ ...scenario, assert: [] }, { [id]: node }),
        questioned(conditionsOfTexts(node)),
        { ...NOTHING, knows: new Set(alsoKnown.get(id) ?? []) },
      ]),
    ]),
  );
  const always = askedBy(scenario, {});
  return { byScene, always, all: union([askedBy(scenario), ...byScene.values()]) };
}

/** The conditions of what is told in a scene, and of what it claims. */
function conditionsOfTexts(node: ScenarioNode): (Condition | undefined)[] {
  const told = node.type === 'outcome' ? [{ claims: node.claims }, ...(node.lines ?? [])] : node.passages;
  return told.flatMap((one) => [('when' in one && one.when) || undefined, one.claims]);
}

const NOTHING: Asked = {
  vars: new Set(),
  knows: new Set(),
  visited: new Set(),
  chose: new Set(),
  forms: new Set(),
  answers: new Map(),
};

function questioned(conditions: readonly (Condition | undefined)[]): Asked {
  const questions = conditions.flatMap(questionsIn);
  return {
    ...NOTHING,
    vars: new Set(questions.flatMap((one) => ('var' in one ? [one.var] : []))),
    knows: new Set(questions.flatMap((one) => ('knows' in one ? [`${one.knows.seat}:${one.knows.fact}`] : []))),
    visited: new Set(questions.flatMap((one) => ('visited' in one ? [one.visited] : []))),
    chose: new Set(questions.flatMap((one) => ('chose' in one ? [one.chose] : []))),
  };
}

function union(list: readonly Asked[]): Asked {
  const of = (field: Exclude<keyof Asked, 'answers'>) => new Set(list.flatMap((one) => [...one[field]]));
  return {
    vars: of('vars'),
    knows: of('knows'),
    visited: of('visited'),
    chose: of('chose'),
    forms: of('forms'),
    answers: new Map(list.flatMap((one) => [...one.answers])),
  };
}

/** For each scene what it and the scenes that can come after it read. */
function askedAhead(
  scenario: Scenario,
  byScene: ReadonlyMap<string, Asked>,
  always: Asked,
): ReadonlyMap<string, Asked> {
  const leads = new Map(Object.entries(scenario.nodes).map(([id, node]) => [id, targetsOf(node)]));
  return new Map(
    [...leads.keys()].map((id) => {
      const coming = new Set([id]);
      for (const scene of coming) for (const next of leads.get(scene) ?? []) coming.add(next);
      return [id, union([always, ...[...coming].flatMap((scene) => byScene.get(scene) ?? [])])];
    }),
  );
}

function targetsOf(node: ScenarioNode): string[] {
  if (node.type === 'outcome') return [];
  const gotos = 'choices' in node ? node.choices.map(({ goto }) => goto) : [node.goto];
  return gotos.flatMap((goto) => (typeof goto === 'string' ? [goto] : goto.map((line) => line.goto)));
}
