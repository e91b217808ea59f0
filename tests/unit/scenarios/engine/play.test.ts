import { describe, expect, test } from 'vitest';
import { advance, compileScenario, type Move, type PlayState, replay, startPlay } from '#src/scenarios/engine/index.ts';
import { buildScenario, moves } from '#tests/support/scenarios.ts';

const compiled = compileScenario(buildScenario());

function taken({ trail }: PlayState): string[] {
  return trail.map(({ seat, node, choice, own }) => `${own ? '' : 'auto '}${seat} ${node}/${choice}`);
}

test('a play opens at the first decision of its own seat', () => {
  expect(startPlay(compiled, 'kommune').node).toBe('fortael');
  expect(startPlay(compiled, 'psykiatri').node).toBe('spoerg');
  expect(startPlay(compiled, 'politi').node).toBe('udrykning');
});

test.each(['kif', 'nabo', 'constructor'])('the seat %s cannot be taken', (seat) => {
  expect(() => startPlay(compiled, seat)).toThrow(RangeError);
});

test('the case decides for the seats that are not played, by the first line of auto that holds', () => {
  expect(taken(replay(compiled, 'kommune', moves('fortael/noedvendigt')))).toEqual([
    'kommune fortael/noedvendigt',
    'auto psykiatri spoerg/kort',
    'auto politi udrykning/datoer',
  ]);
  expect(taken(replay(compiled, 'kommune', moves('fortael/intet')))[1]).toBe('auto psykiatri spoerg/tier');
});

test('a choice that the case takes is told to who is present, in the words of the choice', () => {
  expect(startPlay(compiled, 'psykiatri').happened).toContainEqual({
    kind: 'other',
    seat: 'kommune',
    text: 'Jeg siger fristen.',
    said: false,
    follows: 'De skriver datoen ned.',
  });
});

test('who is not present hears nothing of a scene: neither what happens nor what is decided', () => {
  const heard = (state: PlayState) => JSON.stringify(state.happened);
  expect(heard(startPlay(compiled, 'kommune'))).toContain('Et brev ligger på bordet');
  expect(heard(startPlay(compiled, 'politi'))).not.toContain('Et brev ligger på bordet');
  expect(heard(replay(compiled, 'kommune', moves('fortael/noedvendigt')))).not.toContain('Datoerne står på tavlen');
  expect(heard(replay(compiled, 'psykiatri', moves('spoerg/kort')))).toContain('Datoerne står på tavlen');
});

test('what follows from the own choice stands first, then what happens up to the next decision', () => {
  const { happened } = replay(compiled, 'kommune', moves('fortael/alt'));
  expect(happened.map(({ kind }) => kind)).toEqual(['follows', 'other', 'text']);
  expect(happened[0]).toEqual({ kind: 'follows', text: 'Der bliver stille.' });
});

test('a passage with a condition is told only when it holds', () => {
  const texts = (choice: string) => JSON.stringify(replay(compiled, 'kommune', moves(choice)).happened);
  expect(texts('fortael/alt')).toContain('Stemningen er dårlig.');
  expect(texts('fortael/noedvendigt')).not.toContain('Stemningen er dårlig.');
});

test('at the table who plays decides, and tells as the own seat', () => {
  const { node, trail } = replay(compiled, 'politi', moves('udrykning/datoer', 'bordet/kommunen'));
  expect(node).toBe('godt');
  expect(trail.at(-1)).toEqual({ node: 'bordet', choice: 'kommunen', seat: 'politi', own: true });
});

describe('a move is refused with its reason, and the state stays', () => {
  const opening = startPlay(compiled, 'kommune');
  const end = replay(compiled, 'kommune', moves('fortael/noedvendigt', 'bordet/venter'));
  const closed = startPlay(compileScenario(buildScenario({ nodes: { fortael: { auto: 'intet' } } })), 'psykiatri');
  test.each<[string, PlayState, Move]>([
    ['finished', end, { node: 'skidt', choice: 'venter' }],
    ['finished', { ...opening, node: 'findes-ikke' }, { node: 'findes-ikke', choice: 'alt' }],
    ['wrong-node', opening, { node: 'bordet', choice: 'venter' }],
    ['wrong-node', { ...opening, node: 'brevet' }, { node: 'brevet', choice: 'continue' }],
    ['unknown-choice', opening, { node: 'fortael', choice: 'kommunen' }],
    ['closed-choice', closed, { node: 'spoerg', choice: 'kort' }],
  ])('%s', (reason, state, move) => {
    const before = structuredClone(state);
    expect(advance(compiled, state, move)).toEqual({ kind: 'refused', reason });
    expect(state).toEqual(before);
  });
});

test('the state is plain JSON: a play goes on from a stored one', () => {
  const state = replay(compiled, 'kommune', moves('fortael/noedvendigt'));
  const stored = JSON.parse(JSON.stringify(state)) as PlayState;
  const [next] = moves('bordet/kommunen');
  if (!next) throw new Error('no move');
  expect(advance(compiled, stored, next)).toEqual(advance(compiled, state, next));
});

test('a replay of moves that the scenario does not know throws and names the move', () => {
  expect(() => replay(compiled, 'kommune', moves('fortael/alt', 'bordet/fortryd'))).toThrow(
    /unknown-choice: bordet\/fortryd/,
  );
});

test('a circle of scenes without a decision throws instead of going on for ever', () => {
  const round = { type: 'brief', title: 'Ring' };
  const circle = compileScenario(
    buildScenario({ nodes: { brevet: { goto: 'a' }, a: { ...round, goto: 'b' }, b: { ...round, goto: 'a' } } }),
  );
  expect(() => startPlay(circle, 'kommune')).toThrow(/circle/);
});
