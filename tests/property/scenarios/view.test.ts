import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileScenario, editionsOf, type PlayState, view } from '#src/scenarios/engine/index.ts';
import type { Scenario } from '#src/scenarios/engine/schema.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import {
  anyPicks,
  buildScenario,
  libraryEditions,
  playableSeats,
  randomPlay,
  reachable,
} from '#tests/support/scenarios.ts';

const [rich] = editionsOf(buildRichScenario());
const cases = [buildScenario(), ...(rich ? [rich.scenario] : []), ...libraryEditions()].flatMap((scenario) =>
  playableSeats(scenario).map((seat) => ({ name: `${scenario.id} as ${seat}`, scenario, seat })),
);
const numRuns = 60;
const MOST_SITUATIONS = 20_000;
/** Fields of a choice that only the debrief may show. */
const KEYS = [
  'rating',
  'fault',
  'why',
  'missing',
  'verdict',
  'contestable',
  'evidence',
  'discloses',
  'reliesOn',
  'set',
  'when',
  'goto',
  'auto',
  'valence',
];

/** What `seat` may not be shown of the facts: each whole text that it neither holds nor was told whole. */
function secretsOf(scenario: Scenario, state: PlayState, seat: string): string[] {
  return Object.entries(scenario.facts).flatMap(([fact, { holder, text, short }]) => {
    if (holder === seat) return [];
    const told = state.told.filter((one) => one.fact === fact && one.to === seat);
    if (told.some(({ form }) => form === 'full')) return [];
    return told.length > 0 || short === undefined ? [text] : [text, short];
  });
}

/** All keys and all texts of a JSON value. */
function partsOf(value: unknown): { keys: string[]; texts: string[] } {
  if (typeof value === 'string') return { keys: [], texts: [value] };
  if (typeof value !== 'object' || value === null) return { keys: [], texts: [] };
  const inner = Object.values(value).map(partsOf);
  return {
    keys: [...(Array.isArray(value) ? [] : Object.keys(value)), ...inner.flatMap(({ keys }) => keys)],
    texts: inner.flatMap(({ texts }) => texts),
  };
}

describe.each(cases)('$name', ({ scenario, seat }) => {
  const compiled = compileScenario(scenario);
  const choices = Object.entries(scenario.nodes).flatMap(([node, scene]) =>
    scene.type === 'decision' || scene.type === 'disclosure' ? scene.choices.map((one) => ({ node, ...one })) : [],
  );
  const commitments = Object.values(scenario.nodes).flatMap((scene) =>
    scene.type === 'commit' ? Object.values(scene.parts).flat() : [],
  );
  const reasons: string[] = [...choices, ...commitments, ...choices.flatMap((one) => one.reasons ?? [])].flatMap(
    (one) => ('missing' in one && typeof one.missing === 'string' ? [one.why, one.missing] : [one.why]),
  );

  test('P1: whatever is chosen, no seat is shown a fact that it has not been told', () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        for (const state of randomPlay(compiled, seat, picks).states)
          for (const shownTo of Object.keys(scenario.roles)) {
            const text = partsOf(view(compiled, state, shownTo)).texts.join('\n');
            const shown = secretsOf(scenario, state, shownTo).filter((secret) => text.includes(secret));
            expect(shown, `${state.node} shown to ${shownTo}`).toEqual([]);
          }
      }),
      { numRuns },
    );
  });

  test('P1: in the situations that this seat can come to, no seat is shown a fact that it has not been told', () => {
    const seats = Object.keys(scenario.roles);
    const leaks = new Set<string>();
    // Of a hundred thousand situations every fifth is looked at, spread over them all.
    const situations = [...reachable(scenario, seat).values()];
    const step = Math.ceil(situations.length / MOST_SITUATIONS);
    for (const { node, situation } of situations.filter((_, index) => index % step === 0)) {
      const state: PlayState = { ...situation, seat, node, happened: [] };
      for (const shownTo of seats) {
        const text = partsOf(view(compiled, state, shownTo)).texts.join('\n');
        for (const secret of secretsOf(scenario, state, shownTo))
          if (text.includes(secret)) leaks.add(`${node} shown to ${shownTo}: ${secret}`);
      }
    }
    expect([...leaks]).toEqual([]);
  });

  test('P1: whatever is chosen, neither judgement nor reason is in the view', () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        for (const state of randomPlay(compiled, seat, picks).states) {
          const { keys, texts } = partsOf(view(compiled, state, seat));
          expect(keys.filter((key) => KEYS.includes(key))).toEqual([]);
          expect(reasons.filter((reason) => texts.some((text) => text.includes(reason)))).toEqual([]);
        }
      }),
      { numRuns },
    );
  });

  test('P1: what would follow is shown only of choices that were taken', () => {
    fc.assert(
      fc.property(anyPicks, (picks) => {
        for (const state of randomPlay(compiled, seat, picks).states) {
          const taken = new Set(state.trail.map(({ node, choice }) => `${node}/${choice}`));
          const told = new Set(
            choices.filter(({ node, id }) => taken.has(`${node}/${id}`)).map(({ follows }) => follows),
          );
          const { texts } = partsOf(view(compiled, state, seat));
          const early = choices.filter(
            ({ follows }) => !told.has(follows) && texts.some((text) => text.includes(follows)),
          );
          expect(early.map(({ node, id }) => `${node}/${id}`)).toEqual([]);
        }
      }),
      { numRuns },
    );
  });
});
