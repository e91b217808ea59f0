import { describe, expect, test } from 'vitest';
import {
  checkScenario,
  compileScenario,
  debrief,
  editionsOf,
  type Move,
  movesOf,
  replay,
  shareText,
} from '#src/scenarios/engine/index.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { knownElsewhere, type Overrides } from '#tests/support/scenarios.ts';

/** The rich case with a lawyer to ask in the round and, where told so, a scene that brings the answer. */
function compiled(answers?: object, more: Overrides = {}) {
  const grounds = [
    { ground: 'psp', text: '§ 115' },
    { ground: 'ask-lawyer', text: 'Juristen' },
  ];
  const [edition] = editionsOf(
    buildRichScenario({
      nodes: {
        runden: { grounds, asked: 'Juristen svarer på fredag.', goto: 'svaret' },
        svaret: { type: 'brief', title: 'Svaret', day: 'Dag 9', answers, goto: 'slut' },
        ...more,
      },
    }),
  );
  if (!edition) throw new Error('The rich case has editions');
  return compileScenario(edition.scenario);
}
const opening: Move[] = [
  { node: 'valget', choice: 'spoerger' },
  { node: 'valget', choice: 'spoerger', reason: 'hans' },
];
const shares = [
  { fact: 'frist', to: ['politi', 'psykiatri'], form: 'full' as const },
  { fact: 'barn', to: ['psykiatri'], form: 'full' as const },
];
const asks: Move = { node: 'runden', choice: shareText({ aim: 'help', ground: 'ask-lawyer', shares }) };
const tells: Move = { node: 'runden', choice: shareText({ aim: 'help', ground: 'psp', shares }) };
const closes: Move = { node: 'slut', choice: 'kommune.torsdag.ring.spoerg' };
const toldTo = (state: { told: readonly { fact: string; to: string; node: string }[] }) =>
  state.told.map(({ fact, to, node }) => `${fact}>${to} ${node}`);

describe('to ask a lawyer first', () => {
  test('tells nothing at once, and nothing at all where no scene brings an answer', () => {
    const machine = compiled();
    expect(toldTo(replay(machine, 'kommune', [...opening, asks]))).toEqual([]);
    const end = replay(machine, 'kommune', [...opening, asks, closes]);
    expect(end.knows).not.toContain('politi:frist');
    // The story follows: the good end asks that police know of the date.
    expect(end.node).toBe('blandet');
    expect(replay(machine, 'kommune', [...opening, tells, closes]).node).toBe('godt');
  });

  test('is followed by its own words', () => {
    const { happened } = replay(compiled(), 'kommune', [...opening, asks]);
    expect(happened[0]).toEqual({ kind: 'follows', text: 'Juristen svarer på fredag.' });
  });

  test('about nothing is silence, and is followed by what follows silence', () => {
    const nothing = { node: 'runden', choice: shareText({ aim: 'help', ground: 'ask-lawyer', shares: [] }) };
    const { happened } = replay(compiled(), 'kommune', [...opening, nothing]);
    expect(happened[0]).toEqual({ kind: 'follows', text: 'De skriver det ned.' });
  });

  test('is known in the scene that brings the answer, which can tell of it', () => {
    const passages = [
      { text: 'Henrik får datoen.', when: { knows: { seat: 'politi', fact: 'frist' } } },
      { text: 'Juristen siger nej.', when: { not: { knows: { seat: 'politi', fact: 'frist' } } } },
    ];
    const texts = (answers: object) => {
      const svaret = { type: 'brief', title: 'Svaret', day: 'Dag 9', answers, passages, goto: 'slut' };
      const { happened } = replay(compiled(answers, { svaret }), 'kommune', [...opening, asks]);
      return happened.flatMap((one) => (one.kind === 'text' ? [one.text] : []));
    };
    expect(texts({ scene: 'runden' })).toEqual(['Henrik får datoen.']);
    expect(texts({ scene: 'runden', allows: [] })).toEqual(['Juristen siger nej.']);
  });

  test('the checker reads that scene as it is told: with the answer', () => {
    const claims = { all: ['politi', 'psykiatri'].map((seat) => ({ knows: { seat, fact: 'frist' } })) };
    const passages = [
      { text: 'Henrik har nu hørt, at Bo skal ud på dag 30.', when: claims, claims },
      { say: { seat: 'psykiatri', name: 'Lone', text: 'Bo skal ud på dag 30.' }, when: claims },
    ];
    const svaret = {
      type: 'brief',
      title: 'Svaret',
      day: 'Dag 9',
      present: ['kommune', 'politi', 'psykiatri'],
      passages,
    };
    const { scenario } = compiled(undefined, {
      svaret: { ...svaret, answers: { scene: 'runden' }, goto: 'slut' },
    });
    expect(checkScenario(scenario, knownElsewhere).findings).toEqual([]);
    // The same words before the answer tell police what nobody has told them.
    const early = { ...svaret, passages: passages.map(({ when: _, ...one }) => one), goto: 'runden' };
    const { scenario: too } = compiled({ scene: 'runden' }, { tidligt: early, brevet: { goto: 'tidligt' } });
    const codes = checkScenario(too, knownElsewhere).findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['paastand-holder-ikke', 'sagt-men-ikke-fortalt']));
  });

  test('tells what was asked about in the scene that brings the answer, from the one who asked', () => {
    const end = replay(compiled({ scene: 'runden' }), 'kommune', [...opening, asks, closes]);
    expect(toldTo(end).toSorted()).toEqual(['barn>psykiatri svaret', 'frist>politi svaret', 'frist>psykiatri svaret']);
    expect(end.told.every(({ from }) => from === 'kommune')).toBe(true);
    expect(end.node).toBe('godt');
  });

  test('tells only what the lawyer allows', () => {
    const answers = { scene: 'runden', allows: [{ facts: ['frist'], to: ['politi'] }] };
    expect(toldTo(replay(compiled(answers), 'kommune', [...opening, asks, closes]))).toEqual(['frist>politi svaret']);
  });

  test('the answer adds nothing for who told at once, or for whom the question was not', () => {
    const machine = compiled({ scene: 'runden' });
    expect(
      toldTo(replay(machine, 'kommune', [...opening, tells, closes])).filter((one) => one.endsWith('svaret')),
    ).toEqual([]);
    // Police are played: the case's own round is told at once.
    const police = replay(machine, 'politi', opening);
    expect(toldTo(police).every((one) => one.endsWith('runden'))).toBe(true);
  });

  test('is under-sharing until the answer, in the debrief too', () => {
    const moves = [...opening, asks, closes];
    const never = debrief(compiled(), 'kommune', moves);
    expect(never.under.facts.map(({ fact }) => fact)).toContain('frist');
    expect(never.decisions[1]?.detail).toMatchObject({ kind: 'round', asked: 'never' });
    const came = debrief(compiled({ scene: 'runden' }), 'kommune', moves);
    expect(came.under.facts.map(({ fact }) => fact)).not.toContain('frist');
    expect(came.decisions[1]?.detail).toMatchObject({ kind: 'round', asked: 'came' });
    const refused = debrief(compiled({ scene: 'runden', allows: [] }), 'kommune', moves);
    expect(refused.decisions[1]?.detail).toMatchObject({ kind: 'round', asked: 'refused' });
    expect(debrief(compiled(), 'kommune', [...opening, tells, closes]).decisions[1]?.detail).toMatchObject({
      asked: 'no',
    });
  });

  test('the checker walks both and finds the ends that the plays find', () => {
    const { scenario } = compiled({ scene: 'runden' });
    const { findings, coverage } = checkScenario(scenario, knownElsewhere);
    expect(findings).toEqual([]);
    expect(coverage.every(({ kind }) => kind === 'all')).toBe(true);
  });

  test('a replay of the moves is the same play', () => {
    const machine = compiled({ scene: 'runden' });
    const end = replay(machine, 'kommune', [...opening, asks, closes]);
    expect(replay(machine, 'kommune', movesOf(end))).toEqual(end);
  });
});

test.each([
  ['ukendt-scene', { scene: 'findes-ikke' }],
  ['intet-at-svare-paa', { scene: 'valget' }],
  ['ukendt-oplysning', { scene: 'runden', allows: [{ facts: ['findes-ikke'], to: ['politi'] }] }],
  ['ukendt-plads', { scene: 'runden', allows: [{ facts: ['frist'], to: ['findes-ikke'] }] }],
] as const)('%s: an answer to nothing is refused', (code, answers) => {
  expect(checkScenario(compiled(answers).scenario, knownElsewhere).findings.map((one) => one.code)).toContain(code);
});

test('ukendt-variabel: what a line of an ending asks and claims exists', () => {
  const lines = [
    { text: 'Det gik.', when: { var: 'findes-ikke', is: true } },
    { text: 'Det gik.', claims: { var: 'findes-ikke', is: true } },
  ];
  const { findings } = checkScenario(compiled({ scene: 'runden' }, { godt: { lines } }).scenario, knownElsewhere);
  expect(findings.filter((one) => one.code === 'ukendt-variabel')).toHaveLength(2);
});

describe('a choice that tells later', () => {
  const choice = (id: string, later?: boolean) => ({
    id,
    text: `Jeg gør ${id} med det, jeg ved om fristen.`,
    rating: id === 'nu' ? 'best' : 'acceptable',
    ...(id === 'nu' ? {} : { missing: 'Hvad mangler der? Svaret.' }),
    discloses: [{ fact: 'frist', to: ['politi'], ...(later ? { later } : {}) }],
    verdict: 'lawful',
    basis: ['rpl-115-2'],
    why: 'Fordi.',
    follows: 'Så sker der det.',
    goto: 'svaret',
  });
  const node = {
    type: 'decision',
    title: 'Før eller siden',
    seat: 'kommune',
    auto: 'nu',
    question: 'Hvad gør du?',
    choices: [choice('nu'), choice('senere', true)],
  };

  test('is told in the scene that brings the answer', () => {
    const other = compileScenario(
      buildRichScenario({
        variants: undefined,
        nodes: {
          brevet: { goto: 'foer' },
          foer: node,
          svaret: { type: 'brief', title: 'Svaret', day: 'Dag 9', answers: { scene: 'foer' }, goto: 'slut' },
          runden: undefined,
        },
      }),
    );
    const later = replay(other, 'kommune', [...opening, { node: 'foer', choice: 'senere' }]);
    expect(toldTo(later)).toEqual(['frist>politi svaret']);
    expect(toldTo(replay(other, 'kommune', [...opening, { node: 'foer', choice: 'nu' }]))).toEqual([
      'frist>politi foer',
    ]);
  });
});
