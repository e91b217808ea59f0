import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advance,
  compileScenario,
  debrief,
  editionsOf,
  type Move,
  movesFrom,
  type PlayState,
  replay,
  startPlay,
  view,
} from '#src/scenarios/engine/index.ts';
import { askedBy, placeKey } from '#src/scenarios/engine/walk.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import {
  anyPicks,
  buildScenario,
  buildTableScenario,
  libraryEditions,
  offered,
  playableSeats,
  randomPlay,
  reachable,
} from '#tests/support/scenarios.ts';

const [rich] = editionsOf(buildRichScenario());
const cases = [
  buildScenario(),
  buildTableScenario({ id: 'lille-sag-ved-bordet' }),
  ...(rich ? [rich.scenario] : []),
  ...libraryEditions(),
].flatMap((scenario) => playableSeats(scenario).map((seat) => ({ name: `${scenario.id} as ${seat}`, scenario, seat })));
const numRuns = 40;

describe.each(cases)('$name', ({ scenario, seat }) => {
  const compiled = compileScenario(scenario);

  test('a replay of the same moves gives the same state, also from stored JSON', () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const { states, moves } = randomPlay(compiled, seat, picks);
        expect(replay(compiled, seat, moves)).toEqual(states.at(-1));
        const stored = states.map((state) => JSON.parse(JSON.stringify(state)) as PlayState);
        expect(stored).toEqual(states);
      }),
      { numRuns },
    );
  });

  test('an open choice is never refused, and every play ends', () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const { states } = randomPlay(compiled, seat, picks);
        const last = states.at(-1);
        expect(last && view(compiled, last, seat).finished).toBe(true);
      }),
      { numRuns },
    );
  });

  test('advance never throws: what is not an open choice is refused', () => {
    const anyText = fc.oneof(
      fc.constantFrom(...Object.keys(scenario.nodes), 'continue', '__proto__', 'constructor', '*', ''),
      fc.string(),
    );
    const anyMove = fc.record({ node: anyText, choice: anyText });
    const anyJunk = fc.record({
      node: fc.jsonValue(),
      choice: fc.jsonValue(),
    }) as fc.Arbitrary<unknown> as fc.Arbitrary<Move>;
    fc.assert(
      fc.property(anyPicks, fc.nat(), fc.oneof(anyMove, anyJunk), fc.boolean(), (picks, at, garbage, isHere) => {
        const { states } = randomPlay(compiled, seat, picks);
        const state = states[at % states.length] ?? startPlay(compiled, seat);
        const move = isHere ? { ...garbage, node: state.node } : garbage;
        const isOpen =
          move.node === state.node &&
          movesFrom(scenario, state, askedBy(scenario)).some(
            (open) => open.move.choice === move.choice && open.move.reason === undefined,
          );
        expect(advance(compiled, state, move).kind).toBe(isOpen ? 'moved' : 'refused');
      }),
      { numRuns },
    );
  });

  test('every place that a random play comes to is one that the checker walks, and so is every end', () => {
    const asked = askedBy(scenario);
    const walked = reachable(scenario, seat);
    fc.assert(
      fc.property(anyPicks, (picks) => {
        for (const state of randomPlay(compiled, seat, picks).states)
          expect(walked.has(placeKey({ node: state.node, situation: state }, asked)), state.node).toBe(true);
      }),
      { numRuns },
    );
  });

  test('the counterfactual keeps what it says: the kept moves lead to the changed scene, and it is never the choice taken', () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        const { moves } = randomPlay(compiled, seat, picks);
        const { outcome, counterfactual, decisions } = debrief(compiled, seat, moves);
        if (outcome.valence === 'good') expect(counterfactual).toBeNull();
        if (!counterfactual) return;
        expect(replay(compiled, seat, counterfactual.keep).node).toBe(counterfactual.node);
        expect(counterfactual.outcome.valence).toBe('good');
        const taken = decisions.find(({ node }) => node === counterfactual.node);
        if (counterfactual.instead.kind === 'choice') expect(taken?.chosen.text).not.toBe(counterfactual.instead.text);
        // Nobody is led through what is poor.
        const poor = taken?.alternatives.filter(({ rating }) => rating === 'poor').map(({ text }) => text) ?? [];
        if (counterfactual.instead.kind === 'choice') expect(poor).not.toContain(counterfactual.instead.text);
      }),
      { numRuns: 15 },
    );
  });
});

test('no other play of the small case reaches a good end with fewer changes than the counterfactual says', () => {
  const compiled = compileScenario(buildTableScenario());
  const scenes = ['fortael', 'spoerg', 'udrykning', 'bordet'];
  const every = scenes.reduce<Move[][]>(
    (plays, node) =>
      plays.flatMap((play) => {
        const options = offered(view(compiled, replay(compiled, 'kommune', play), 'kommune'));
        return options.map(({ id }) => [...play, { node, choice: id }]);
      }),
    [[]],
  );
  const good = every.filter((play) => replay(compiled, 'kommune', play).node === 'godt');
  expect(good.length).toBeGreaterThan(0);
  for (const play of every) {
    const { counterfactual } = debrief(compiled, 'kommune', play);
    const fewest = Math.min(
      ...good.map((other) => other.filter(({ choice }, index) => play[index]?.choice !== choice).length),
    );
    expect(counterfactual?.changes ?? 0).toBe(fewest);
  }
});
