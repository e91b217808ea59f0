import { describe, expect, test } from 'vitest';
import { getAdjacencyMap } from 'xstate/graph';
import type { MoveEvent } from '#src/scenarios/engine/compile.ts';
import {
  type CompiledScenario,
  compileScenario,
  editionsOf,
  isDeciding,
  optionsOf,
} from '#src/scenarios/engine/index.ts';
import { autoChoiceIn } from '#src/scenarios/engine/state.ts';
import { askedBy, placeKey, waysFrom } from '#src/scenarios/engine/walk.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import {
  buildScenario,
  buildTableScenario,
  libraryEditions,
  playableSeats,
  reachable,
} from '#tests/support/scenarios.ts';

/** Two implementations of the same rules: our walk over the data, and XState's own over the compiled machine. */
const [rich] = editionsOf(buildRichScenario());
const cases = [
  buildTableScenario({ id: 'lille-sag-ved-bordet' }),
  buildTableScenario({ id: 'lille-sag-med-ring', nodes: { bordet: { choices: { alle: { goto: 'fortael' } } } } }),
  buildScenario(),
  ...(rich ? [rich.scenario] : []),
  ...libraryEditions(),
].flatMap((scenario) => playableSeats(scenario).map((seat) => ({ name: `${scenario.id} as ${seat}`, scenario, seat })));

/** The places that XState reaches when the seat may do all that it can, and the case does the rest. */
function byXState({ scenario, machine }: CompiledScenario, seat: string): Set<string> {
  const asked = askedBy(scenario);
  const keyOf = ({ value, context }: { value: unknown; context: Parameters<typeof placeKey>[0]['situation'] }) =>
    placeKey({ node: String(value), situation: context }, asked);
  const map = getAdjacencyMap(machine, {
    serializeState: keyOf,
    events: ({ value, context }): MoveEvent[] => {
      const id = String(value);
      const node = scenario.nodes[id];
      if (!node || node.type === 'outcome') return [];
      if (!isDeciding(node)) return [{ type: 'continue', by: seat, own: false }];
      const isOwn = node.seat === seat || node.seat === 'table';
      const by = isOwn ? seat : node.seat;
      if (node.type === 'sharing')
        // What can be said in a round is free; both sides are given the same rounds to say.
        return waysFrom(scenario, seat, { node: id, situation: context }, asked).flatMap(({ choice, own }) =>
          choice ? [{ type: 'share', by, own, round: { id: choice.id, discloses: choice.discloses } }] : [],
        );
      return [...optionsOf(node).keys()]
        .filter((option) => isOwn || option === autoChoiceIn(node, context))
        .map((type) => ({ type, by, own: isOwn }));
    },
  });
  return new Set(Object.values(map).map(({ state }) => keyOf(state)));
}

describe.each(cases)('$name', ({ scenario, seat }) => {
  const ours = reachable(scenario, seat);
  const theirs = byXState(compileScenario(scenario), seat);
  const scenes = (keys: Iterable<string>) => [...new Set([...keys].map((key) => key.split('|')[0]))].toSorted();

  test('our walk and XState reach the same scenes', () => {
    expect(scenes(ours.keys())).toEqual(scenes(theirs));
  });
  test('and in the same situations', () => {
    expect([...ours.keys()].toSorted()).toEqual([...theirs].toSorted());
  });
});

test('the comparison sees a difference: a machine in which one choice leads elsewhere reaches other places', () => {
  const other = buildTableScenario({ nodes: { bordet: { choices: { venter: { goto: 'blandet' } } } } });
  expect([...byXState(compileScenario(other), 'kommune')].toSorted()).not.toEqual(
    [...reachable(buildTableScenario(), 'kommune').keys()].toSorted(),
  );
});
