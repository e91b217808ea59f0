import { expect, test } from 'vitest';
import { compileScenario, foldSeen, type Happening, replay, seenPassages } from '#src/scenarios/engine/index.ts';
import { buildScenario, moves, type Overrides } from '#tests/support/scenarios.ts';

const shared =
  'Et brev ligger på bordet. Det har ligget der siden i går, og ingen har åbnet det endnu, for alle tror, at en anden gør det.';
const kommuneOnly =
  'I kommunen ser Mette på brevet. Det er hende, der skal svare, men hun ved ikke, hvem der skal have svaret, før nogen siger det.';
const sometimes =
  'Stemningen er dårlig, og det er den blevet ved med at være, siden nogen læste højt af journalen, mens alle hørte på det.';
const scenario = buildScenario({
  nodes: {
    brevet: { present: undefined, passages: [{ text: shared }] },
    fortael: { present: ['kommune', 'politi', 'psykiatri'], passages: [{ text: kommuneOnly }] },
    spoerg: { present: ['psykiatri'] },
    bordet: { passages: [{ text: sometimes, when: { chose: 'spoerg/journal' } }] },
  },
} satisfies Overrides);
const play = (seat: string, ...taken: string[]) => ({
  scenario,
  state: replay(compileScenario(scenario), seat, moves(...taken)),
});
const text = (words: string): Happening => ({ kind: 'text', text: words });

test('a run that has only begun counts: what was on its screens has been read', () => {
  const seen = seenPassages([play('kommune')]);
  expect([shared, kommuneOnly].filter((one) => seen.has(one))).toEqual([shared, kommuneOnly]);
});

test('what a seat was not there to hear has not been read', () => {
  const away = buildScenario({ nodes: { brevet: { passages: [{ text: kommuneOnly }] } } });
  const state = replay(compileScenario(away), 'politi', []);
  expect(state.visited).toContain('brevet');
  expect(seenPassages([{ scenario: away, state }]).has(kommuneOnly)).toBe(false);
});

test('what came of the choices is told again, whatever was read before', () => {
  const seen = seenPassages([play('psykiatri', 'spoerg/journal', 'bordet/kommunen')]);
  expect(seen.has(sometimes)).toBe(false);
});

test('an edition with other words has not been read', () => {
  const other = shared.replace('brev', 'bud');
  expect(foldSeen([text(other)], seenPassages([play('kommune')]))).toEqual([
    { isFolded: false, happened: [text(other)] },
  ]);
});

test('what the case chose for another seat is folded with its consequence', () => {
  const { happened } = play('politi').state;
  const other = happened.filter(({ kind }) => kind === 'other');
  expect(other).toHaveLength(1);
  expect(foldSeen([text(shared), ...other], seenPassages([play('psykiatri')]))).toEqual([
    { isFolded: true, happened: [text(shared), ...other] },
  ]);
});

test('neighbours that were read are one fold; what is new stands open between them, in order', () => {
  const seen = new Set([shared, kommuneOnly]);
  const list = [text(shared), text(kommuneOnly), text('Nyt.'), text(shared)];
  expect(foldSeen(list, seen)).toEqual([
    { isFolded: true, happened: list.slice(0, 2) },
    { isFolded: false, happened: list.slice(2, 3) },
    { isFolded: true, happened: list.slice(3) },
  ]);
});

test('a few words are not worth a fold, and what follows from one’s own choice is never folded', () => {
  const own: Happening = { kind: 'follows', text: shared };
  expect(foldSeen([own, text('Kort.')], new Set([shared, 'Kort.']))).toEqual([
    { isFolded: false, happened: [own, text('Kort.')] },
  ]);
});

test('in a first play nothing is folded', () => {
  expect(foldSeen([text(shared)], seenPassages([]))).toEqual([{ isFolded: false, happened: [text(shared)] }]);
});
