import { expect, test } from 'vitest';
import { explore } from '#src/scenarios/engine/explore.ts';
import type { Scenario } from '#src/scenarios/engine/schema.ts';
import { linesAt } from '#src/scenarios/engine/shown.ts';
import { openingPlace, type Place, waysFrom } from '#src/scenarios/engine/walk.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { buildScenario, playableSeats } from '#tests/support/scenarios.ts';

/** Every screen of every play, found without merging any two places. */
function screens(scenario: Scenario, seat: string): Set<string> {
  const everything = new Set(Object.keys(scenario.nodes));
  const all = {
    vars: new Set(Object.keys(scenario.vars)),
    knows: new Set<string>(),
    visited: everything,
    chose: new Set(
      Object.entries(scenario.nodes).flatMap(([id, node]) =>
        'choices' in node ? node.choices.map((one) => `${id}/${one.id}`) : [],
      ),
    ),
    forms: new Set<string>(),
    answers: new Map(),
  };
  const found = new Set<string>();
  const follow = (place: Place): void => {
    found.add(screenAt(scenario, seat, place));
    for (const { to } of waysFrom(scenario, seat, place, all)) if (to) follow(to);
  };
  follow(openingPlace(scenario));
  return found;
}

function screenAt(scenario: Scenario, seat: string, place: Place): string {
  return `${place.node}|${linesAt(scenario, seat, place)
    .map(({ text }) => text)
    .join('|')}`;
}

test.each(playableSeats(buildScenario()))('%s: places that are merged show the same, and no screen is lost', (seat) => {
  const scenario = buildScenario();
  const { places, isWhole } = explore(scenario, seat, 10_000);
  expect(isWhole).toBe(true);
  expect(new Set(places.map((place) => screenAt(scenario, seat, place)))).toEqual(screens(scenario, seat));
});

test('a walk that is cut short says so, and its ways stay within what it met', () => {
  const cut = explore(buildRichScenario(), 'kommune', 5);
  expect(cut.isWhole).toBe(false);
  expect(cut.edges).toHaveLength(cut.places.length);
  expect(cut.edges.flat().every(({ to }) => cut.places[to] !== undefined)).toBe(true);
});

test('the way to a place is the shortest, by the choices on it', () => {
  const { places, path } = explore(buildScenario(), 'kommune', 10_000);
  const end = places.findIndex(({ node }) => node === 'skidt');
  expect(path(end)).toEqual(['fortael/alt', 'spoerg/kort', 'udrykning/datoer', 'bordet/venter']);
});
