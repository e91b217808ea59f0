import { describe, expect, test } from 'vitest';
import {
  advance,
  compileScenario,
  debrief,
  type Knowledge,
  replay,
  startPlay,
  view,
} from '#src/scenarios/engine/index.ts';
import { buildScenario, moves, offered } from '#tests/support/scenarios.ts';

const scenario = buildScenario();
const compiled = compileScenario(scenario);
const look = (seat: string, ...taken: string[]) => debrief(compiled, seat, moves(...taken));
const ids = (facts: readonly { readonly fact: string }[]) => facts.map(({ fact }) => fact);

test('the debrief is never given before the end', () => {
  expect(() => look('kommune', 'fortael/noedvendigt')).toThrow(RangeError);
});

test('the debrief is plain JSON', () => {
  const seen = look('kommune', 'fortael/alt', 'bordet/venter');
  expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
});

test("only the learner's own decisions are looked back on, with the judgement and every alternative", () => {
  const { decisions } = look('kommune', 'fortael/alt', 'bordet/alle');
  expect(decisions.map(({ node, chosen }) => [node, chosen.id, chosen.rating, chosen.fault])).toEqual([
    ['fortael', 'alt', 'poor', 'overdeling'],
    ['bordet', 'alle', 'acceptable', null],
  ]);
  expect(decisions[0]?.verdict).toBe('unlawful');
  expect(decisions[0]?.alternatives.map(({ id, why }) => [id, why])).toEqual([
    ['noedvendigt', 'Begrundelsen for fristen.'],
    ['intet', 'Begrundelsen for tavshed.'],
  ]);
  expect(decisions[1]?.chosen.missing).toBe('Hvad mangler der? Et navn.');
});

test('a choice that was not on the screen is neither an alternative nor a vote', () => {
  const when = { knows: { seat: 'psykiatri', fact: 'frist' } };
  const votes = { kommunen: 3, alle: 4, venter: 1 };
  const open = compileScenario(
    buildScenario({ nodes: { bordet: { panel: { constructed: true, votes }, choices: { alle: { when } } } } }),
  );
  const last = (first: string) => debrief(open, 'kommune', moves(first, 'bordet/kommunen')).decisions.at(-1);
  const shown = (first: string) => [
    last(first)?.alternatives.map(({ id }) => id),
    last(first)?.panel?.votes.map(({ id }) => id),
    last(first)?.panel?.credit,
  ];
  expect(shown('fortael/intet')).toEqual([['venter'], ['venter', 'kommunen'], 1]);
  expect(shown('fortael/noedvendigt')).toEqual([['venter', 'alle'], ['venter', 'kommunen', 'alle'], 0.75]);
});

test('what the law leaves open is shown as contestable, whatever the rating', () => {
  const open = compileScenario(
    buildScenario({ nodes: { fortael: { choices: { noedvendigt: { verdict: 'contestable' } } } } }),
  );
  const { decisions } = debrief(open, 'kommune', moves('fortael/noedvendigt', 'bordet/kommunen'));
  expect(decisions[0]?.chosen).toMatchObject({ rating: 'best', contestable: true });
});

describe('over- and under-sharing as psp-praksis C-5 defines them, of the own facts', () => {
  test('a needed fact that is told and a later one that is kept count as neither', () => {
    const { under, over } = look('kommune', 'fortael/noedvendigt', 'bordet/kommunen');
    expect(under).toEqual({ facts: [], of: 1, partly: [] });
    expect(over).toEqual({ facts: [], of: 1 });
  });
  test('a needed fact that nobody was told is under-shared', () => {
    const { under } = look('kommune', 'fortael/intet', 'bordet/kommunen');
    expect(under).toEqual({ facts: [{ fact: 'frist', text: 'Ole skal ud på dag 30.' }], of: 1, partly: [] });
  });
  test('a fact that is not needed yet is over-shared', () => {
    expect(ids(look('kommune', 'fortael/alt', 'bordet/kommunen').over.facts)).toEqual(['notater']);
  });
  test('a fact that nobody needs is over-shared', () => {
    expect(ids(look('politi', 'udrykning/forklaring', 'bordet/kommunen').over.facts)).toEqual(['vidne']);
  });
  test('a fact needed in part: the short form is right, the whole is too much, nothing is too little', () => {
    const sharing = (choice: string) => {
      const { under, over } = look('psykiatri', choice, 'bordet/kommunen');
      return { under: ids(under.facts), over: ids(over.facts) };
    };
    expect(sharing('spoerg/kort')).toEqual({ under: [], over: [] });
    expect(sharing('spoerg/journal')).toEqual({ under: [], over: ['kendt'] });
    expect(sharing('spoerg/tier')).toEqual({ under: ['kendt'], over: [] });
  });
  test("what the case told on another seat's behalf is not the learner's", () => {
    const { under, over } = look('politi', 'udrykning/datoer', 'bordet/kommunen');
    expect([under.of, over.of]).toEqual([1, 2]);
    expect(ids([...under.facts, ...over.facts])).toEqual([]);
  });
});

describe('the matrix says of each seat and fact', () => {
  const { knowledge } = look('kommune', 'fortael/alt', 'bordet/kommunen');
  const cell = (fact: string, seat: string, from = knowledge): Knowledge | undefined =>
    from.rows.find((row) => row.fact === fact)?.cells[from.seats.indexOf(seat)];

  test('every fact and every seat once', () => {
    expect(knowledge.seats).toEqual(['politi', 'kommune', 'psykiatri', 'kif']);
    expect(ids(knowledge.rows)).toEqual(Object.keys(scenario.facts));
  });
  test('knew: the holder', () => expect(cell('frist', 'kommune')).toEqual({ kind: 'knew' }));
  test('told: it needed it and got it', () =>
    expect(cell('frist', 'psykiatri')).toEqual({ kind: 'told', from: 'kommune', day: 'Dag 2' }));
  test('needless: it got what it does not need', () =>
    expect(cell('notater', 'kif')).toEqual({ kind: 'needless', from: 'kommune', day: 'Dag 2' }));
  test('needless: it got the whole where the short form is enough', () => {
    const told = look('psykiatri', 'spoerg/journal', 'bordet/kommunen').knowledge;
    expect(cell('kendt', 'kommune', told)?.kind).toBe('needless');
    expect(cell('kendt', 'kommune')).toMatchObject({ kind: 'short' });
  });
  test('met: the holder of what arose in the case, since that day', () => {
    const later = compileScenario({
      ...scenario,
      facts: Object.fromEntries(
        Object.entries(scenario.facts).map(([id, fact]) => [
          id,
          id === 'frist' ? { ...fact, arises: ['fortael'] } : fact,
        ]),
      ),
    });
    const looked = debrief(later, 'kommune', moves('fortael/alt', 'bordet/kommunen')).knowledge;
    expect(cell('frist', 'kommune', looked)).toEqual({ kind: 'met', day: 'Dag 2' });
  });
  test('missed: it needed it and it never came', () => {
    const silent = look('kommune', 'fortael/intet', 'bordet/venter').knowledge;
    expect(cell('frist', 'psykiatri', silent)).toEqual({ kind: 'missed' });
  });
  test('unaware: it did not need it and did not get it', () =>
    expect(cell('vidne', 'kommune')).toEqual({ kind: 'unaware' }));
});

describe('the counterfactual', () => {
  test('is left out after a good end', () => {
    expect(look('kommune', 'fortael/noedvendigt', 'bordet/kommunen')).toMatchObject({
      outcome: { valence: 'good' },
      counterfactual: null,
    });
  });
  test('is left out when nothing would have led to a good end', () => {
    const hopeless = compileScenario(buildScenario({ nodes: { godt: { valence: 'mixed' } }, assert: [] }));
    expect(debrief(hopeless, 'kommune', moves('fortael/alt', 'bordet/venter')).counterfactual).toBeNull();
  });
  test('changes one decision when one is enough, and keeps those before it', () => {
    expect(look('kommune', 'fortael/noedvendigt', 'bordet/venter').counterfactual).toEqual({
      node: 'bordet',
      title: 'Hvem gør det?',
      day: 'Dag 4',
      instead: { kind: 'choice', text: 'Kommunen gør det.' },
      changes: 1,
      further: 0,
      outcome: { title: 'Han bliver boende', valence: 'good' },
      keep: moves('fortael/noedvendigt'),
    });
    expect(look('kommune', 'fortael/intet', 'bordet/kommunen').counterfactual).toMatchObject({
      node: 'fortael',
      changes: 1,
      keep: [],
    });
  });
  test('changes two when one is not enough, and names the first', () => {
    expect(look('kommune', 'fortael/alt', 'bordet/venter').counterfactual).toMatchObject({
      node: 'fortael',
      instead: { kind: 'choice', text: 'Jeg siger fristen.' },
      changes: 2,
      keep: [],
    });
  });
  test('counts what was never met apart from what was decided otherwise', () => {
    const early = compileScenario(buildScenario({ nodes: { fortael: { choices: { alt: { goto: 'skidt' } } } } }));
    expect(debrief(early, 'kommune', moves('fortael/alt')).counterfactual).toMatchObject({
      node: 'fortael',
      changes: 1,
      further: 1,
      keep: [],
    });
  });
  test('never leads through a poor choice, even where that would be enough', () => {
    const tempting = compileScenario(
      buildScenario({
        nodes: { bordet: { choices: { kommunen: { goto: 'skidt' }, alle: { goto: 'godt', rating: 'poor' } } } },
        assert: [],
      }),
    );
    const { counterfactual } = debrief(tempting, 'kommune', moves('fortael/noedvendigt', 'bordet/venter'));
    expect(counterfactual).toBeNull();
  });
  test('begins a replay that goes on at the changed decision', () => {
    const { counterfactual } = look('kommune', 'fortael/noedvendigt', 'bordet/alle');
    expect(replay(compiled, 'kommune', counterfactual?.keep ?? []).node).toBe(counterfactual?.node);
  });
});

describe('what happened is told decision by decision', () => {
  test('with all that was seen and heard before it, and the end with what came last', () => {
    const { decisions, last } = look('kommune', 'fortael/alt', 'bordet/kommunen');
    let state = startPlay(compiled, 'kommune');
    for (const { node, before, chosen } of decisions) {
      const { happened } = view(compiled, state, 'kommune');
      expect(before, node).toEqual(happened.filter(({ kind }) => kind !== 'follows'));
      const advanced = advance(compiled, state, { node, choice: chosen.id });
      if (advanced.kind === 'refused') throw new Error(advanced.reason);
      state = advanced.state;
    }
    expect(decisions.some(({ before }) => before.length > 0)).toBe(true);
    expect(last).toEqual(state.happened.filter(({ kind }) => kind !== 'follows'));
  });
});

test('the provisions that the decisions rest on are named once each', () => {
  expect(look('kommune', 'fortael/noedvendigt', 'bordet/kommunen').basis).toEqual(['rpl-115-2']);
});

test('a fact that never arose is neither withheld nor in the matrix, and stands in the case file only once it has', () => {
  const [id, fact] = Object.entries(scenario.facts).find(([, { need }]) => need === 'yes' || need === 'part') ?? [];
  if (!id || !fact) throw new Error('The built scenario has a needed fact');
  const seat = fact.holder;
  const unborn = compileScenario({
    ...scenario,
    facts: { ...scenario.facts, [id]: { ...fact, arises: ['findes-aldrig'] } },
  });
  const opening = startPlay(unborn, seat);
  expect(view(unborn, opening, seat).caseFile.known.map((one) => one.fact)).not.toContain(id);
  let state = opening;
  const moves: { node: string; choice: string }[] = [];
  for (let shown = view(unborn, state, seat); !shown.finished; shown = view(unborn, state, seat)) {
    const move = { node: state.node, choice: offered(shown).at(-1)?.id ?? '' };
    const advanced = advance(unborn, state, move);
    if (advanced.kind === 'refused') throw new Error(advanced.reason);
    moves.push(move);
    state = advanced.state;
  }
  const looked = debrief(unborn, seat, moves);
  expect(looked.under.facts.map((one) => one.fact)).not.toContain(id);
  expect(looked.knowledge.rows.map((row) => row.fact)).not.toContain(id);
});
