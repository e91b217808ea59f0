import { expect, test } from 'vitest';
import { bestPlay, linesOf, type PlayedLine } from '#src/scenarios/engine/best-play.ts';
import {
  advance,
  compileScenario,
  editionsOf,
  isDecision,
  type PlayState,
  startPlay,
} from '#src/scenarios/engine/index.ts';
import type { Scenario } from '#src/scenarios/engine/schema.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { buildScenario, libraryEditions, playableSeats } from '#tests/support/scenarios.ts';

const [rich] = editionsOf(buildRichScenario());
const cases = [buildScenario(), rich?.scenario ?? buildRichScenario(), ...libraryEditions()].flatMap((scenario) =>
  playableSeats(scenario).map((seat) => ({ id: scenario.id, scenario, seat })),
);

/** What the player tells of a play, by the machine and not by the walk. */
function toldBy(scenario: Scenario, seat: string, { steps }: PlayedLine): string[] {
  const compiled = compileScenario(scenario);
  let state = startPlay(compiled, seat);
  const texts = [state.happened];
  const go = (choice: string, reason?: string): PlayState => {
    const advanced = advance(compiled, state, {
      node: state.node,
      choice,
      ...(reason === undefined ? {} : { reason }),
    });
    if (advanced.kind === 'refused') throw new Error(`${advanced.reason}: ${state.node}/${choice}`);
    return advanced.state;
  };
  for (const { option, own } of steps)
    if (own && option) {
      state = go(option.id);
      const node = scenario.nodes[state.node];
      if (state.pending !== undefined && isDecision(node))
        state = go(option.id, node.choices.find(({ id }) => id === option.id)?.reasons?.[0]?.id);
      texts.push(state.happened);
    }
  return texts
    .flat()
    .flatMap((one) => (one.kind === 'other' ? [one.text, one.follows] : [one.text]))
    .filter((text) => text !== '');
}

test.each(cases)('$id as $seat: the checker reads a play as the learner is told it', ({ scenario, seat }) => {
  const play = bestPlay(scenario, seat);
  if (!play) throw new Error('no play');
  const read = linesOf(scenario, seat, play).filter(({ kind }) => kind === 'passage' || kind === 'other');
  expect(read.map(({ text }) => text)).toEqual(toldBy(scenario, seat, play));
});

test.each(cases)(
  '$id as $seat: the best play takes no poor choice, and ends well where one such play does',
  ({ scenario, seat }) => {
    const play = bestPlay(scenario, seat);
    expect(play?.steps.filter(({ own, option }) => own && option?.rating === 'poor')).toEqual([]);
    expect(play?.end).toBe('good');
  },
);

test('another play is kept to where it can be, so that two plays differ no more than they must', () => {
  const twoBest = buildScenario({ nodes: { udrykning: { choices: { forklaring: { rating: 'best' } } } } });
  const taken = (prefer: string) =>
    bestPlay(twoBest, 'politi', undefined, new Map([['udrykning', prefer]]))?.steps.find(
      ({ place }) => place.node === 'udrykning',
    )?.option?.id;
  expect(['forklaring', 'datoer'].map(taken)).toEqual(['forklaring', 'datoer']);
});
