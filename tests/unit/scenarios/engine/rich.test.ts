import { describe, expect, test } from 'vitest';
import {
  advance,
  checkScenario,
  compileScenario,
  debrief,
  editionsOf,
  type Move,
  movesOf,
  replay,
  shareText,
  startPlay,
  view,
} from '#src/scenarios/engine/index.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { knownElsewhere } from '#tests/support/scenarios.ts';

const [edition] = editionsOf(buildRichScenario());
const compiled = compileScenario(edition?.scenario ?? buildRichScenario());
const fair = shareText({
  aim: 'help',
  ground: 'psp',
  shares: [
    { fact: 'frist', to: ['politi', 'psykiatri'], form: 'full' },
    { fact: 'helbred', to: ['politi', 'kif'], form: 'short' },
    { fact: 'barn', to: ['psykiatri'], form: 'full' },
  ],
});
const asks: Move[] = [
  { node: 'valget', choice: 'spoerger' },
  { node: 'valget', choice: 'spoerger', reason: 'hans' },
];
const waits: Move[] = [
  { node: 'valget', choice: 'venter' },
  { node: 'valget', choice: 'venter', reason: 'tid' },
];
const told = (round = fair): Move => ({ node: 'runden', choice: round });
const closes = (parts = 'kommune.torsdag.ring.spoerg'): Move => ({ node: 'slut', choice: parts });
const at = (...moves: Move[]) => replay(compiled, 'kommune', moves);

test('the rich case without defects gives nothing', () => {
  expect(checkScenario(buildRichScenario(), knownElsewhere).findings).toEqual([]);
});

describe('a decision in two steps', () => {
  test('the choice stands, and the scene asks why with that choice’s reasons alone', () => {
    const shown = view(compiled, at(asks[0] as Move), 'kommune');
    expect(shown.node).toBe('valget');
    expect(shown.asked).toEqual({
      kind: 'reason',
      chosen: { id: 'spoerger', text: 'Jeg ringer og spørger ham, hvad han selv vil.' },
      options: [
        { id: 'hans', text: 'Det er hans liv.' },
        { id: 'nemt', text: 'Det er nemmest.' },
        { id: 'bedst', text: 'Så ved vi mere.' },
      ],
    });
    expect(JSON.stringify(shown)).not.toContain('Vi har travlt');
  });

  test('neither another choice nor another choice’s reason is taken then', () => {
    const waiting = at(asks[0] as Move);
    expect(advance(compiled, waiting, { node: 'valget', choice: 'venter' })).toMatchObject({ reason: 'wrong-node' });
    expect(advance(compiled, waiting, { node: 'valget', choice: 'spoerger', reason: 'travlt' })).toMatchObject({
      reason: 'unknown-reason',
    });
    expect(advance(compiled, waiting, { node: 'valget', choice: 'spoerger' })).toMatchObject({
      reason: 'unknown-reason',
    });
  });

  test('a reason cannot come before its choice, nor to a choice that has none', () => {
    expect(advance(compiled, startPlay(compiled, 'kommune'), asks[1] as Move)).toMatchObject({
      reason: 'unknown-reason',
    });
    expect(advance(compiled, at(...asks), { ...told(), reason: 'hans' })).toMatchObject({ reason: 'unknown-reason' });
  });

  test('the moves of a play are what a replay needs, also while a reason is waited for', () => {
    for (const moves of [[asks[0] as Move], asks, [...asks, told()]]) {
      const state = at(...moves);
      expect(movesOf(state)).toEqual(moves);
      expect(replay(compiled, 'kommune', movesOf(state))).toEqual(state);
    }
  });
});

describe('an inject', () => {
  test('comes when its condition holds, sets what it sets, and counts as visited', () => {
    const state = at(...waits);
    expect(state.vars.nyt).toBe(true);
    expect(state.visited).toContain('brevet');
    expect(JSON.stringify(state.happened)).toContain('fogeden');
  });

  test('is passed by in silence when it does not', () => {
    const state = at(...asks);
    expect(state).toMatchObject({ node: 'runden', vars: { nyt: false } });
    expect(state.visited).not.toContain('brevet');
    expect(JSON.stringify(state.happened)).not.toContain('fogeden');
  });
});

describe('a free round', () => {
  test('offers what the seat knows in the forms it has, and those who can hear it', () => {
    expect(view(compiled, at(...asks), 'kommune').asked).toMatchObject({
      kind: 'round',
      facts: [
        { fact: 'frist', full: 'Bo skal ud på dag 30.', short: null },
        { fact: 'helbred', short: 'Han har bostøtte.' },
        { fact: 'bror' },
        { fact: 'barn' },
      ],
      hearers: ['politi', 'psykiatri', 'kif'],
    });
  });

  test('what is told is known by whom it was told, in the form it was told', () => {
    const state = at(...asks, told());
    expect(state.knows).toContain('politi:helbred');
    expect(state.knows).not.toContain('politi:bror');
    expect(view(compiled, state, 'politi').caseFile.known.map(({ text }) => text)).toContain('Han har bostøtte.');
  });

  test.each([
    ['a fact that is not on the table', 'help:psp:andet.full>politi'],
    ['a hearer who is not there', 'help:psp:frist.full>bostoette'],
    ['oneself', 'help:psp:frist.full>kommune'],
    ['a short form that does not exist', 'help:psp:frist.short>politi'],
    ['an aim that is not offered', 'avert:psp:frist.full>politi'],
    ['a ground that is not offered', 'help:consent:frist.full>politi'],
    ['the pairs in another order', 'help:psp:helbred.short>politi;frist.full>politi'],
    ['the same pair twice', 'help:psp:frist.full>politi;frist.full>politi'],
    ['both forms to one', 'help:psp:helbred.full>politi;helbred.short>politi'],
    ['no round at all', '__proto__'],
    ['more than a round can hold', `help:psp:${'x'.repeat(9000)}`],
  ])('refused: %s', (_, choice) => {
    expect(advance(compiled, at(...asks), { node: 'runden', choice })).toMatchObject({ reason: 'unknown-choice' });
  });

  test('a yes makes lawful what it was given for, and nothing else', () => {
    const withConsent = (when?: { chose: string }) =>
      compileScenario(
        buildRichScenario({
          nodes: {
            runden: {
              grounds: [
                { ground: 'psp', text: '§ 115' },
                { ground: 'consent', text: 'Et ja' },
              ],
              consent: { when, covers: [{ facts: ['bror'], to: ['kif'] }] },
            },
          },
        }),
      );
    const judged = (round: string, machine = withConsent()) => {
      const end = [...asks, told(round), closes()];
      const { detail } = debrief(machine, 'kommune', end).decisions.find(({ node }) => node === 'runden') ?? {};
      if (detail?.kind !== 'round') throw new Error('there is a round');
      return detail.told.map(({ judgement }) => `${judgement.verdict} ${judgement.result}`);
    };
    expect(judged('help:consent:bror.full>kif')).toEqual(['lawful SAMTYKKE']);
    // Not to somebody else, nothing else to the same one, and not before it was said.
    expect(judged('help:consent:bror.full>politi')).not.toEqual(['lawful SAMTYKKE']);
    expect(judged('help:consent:helbred.full>kif')).not.toEqual(['lawful SAMTYKKE']);
    expect(judged('help:consent:bror.full>kif', withConsent({ chose: 'valget/venter' }))).not.toEqual([
      'lawful SAMTYKKE',
    ]);
  });

  test('to tell nothing is possible, and judged', () => {
    expect(advance(compiled, at(...asks), { node: 'runden', choice: 'help:psp:' }).kind).toBe('moved');
  });

  test('who is played by the case says only what is heard by who listens', () => {
    const police = replay(compiled, 'politi', asks);
    expect(JSON.stringify(police.happened)).toContain('dag 30');
    const deaf = buildRichScenario({
      nodes: { runden: { auto: { aim: 'help', ground: 'psp', shares: [{ fact: 'bror', to: ['kif'] }] } } },
    });
    const other = replay(compileScenario(deaf), 'politi', asks);
    expect(JSON.stringify(other.happened)).not.toContain('bror');
  });
});

describe('the end of a meeting', () => {
  test('asks for its four parts', () => {
    expect(view(compiled, at(...asks, told()), 'kommune').asked).toMatchObject({
      kind: 'commitment',
      parts: [{ part: 'responsible' }, { part: 'next' }, { part: 'fallback' }, { part: 'citizen' }],
    });
  });

  test('sets what its parts set, and leads where they lead', () => {
    expect(at(...asks, told(), closes()).node).toBe('godt');
    expect(at(...asks, told(), closes('alle.torsdag.ring.spoerg')).node).toBe('skidt');
    expect(at(...asks, told('help:psp:'), closes()).node).toBe('blandet');
  });

  test.each(['kommune.torsdag.ring', 'kommune.torsdag.ring.spoerg.brev', 'torsdag.kommune.ring.spoerg', 'x.x.x.x'])(
    'refused: %s',
    (choice) => {
      expect(advance(compiled, at(...asks, told()), { node: 'slut', choice })).toMatchObject({
        reason: 'unknown-choice',
      });
    },
  );
});

describe('looking back', () => {
  const look = (...moves: Move[]) => debrief(compiled, 'kommune', moves);

  test('each decision is told once, with its reason, its panel and its parts', () => {
    const { decisions } = look(...asks, told(), closes('kommune.snart.ring.spoerg'));
    expect(decisions.map(({ node, chosen }) => [node, chosen.rating])).toEqual([
      ['valget', 'best'],
      ['runden', 'acceptable'],
      ['slut', 'acceptable'],
    ]);
    expect(decisions[0]).toMatchObject({
      reason: { chosen: { id: 'hans', rating: 'best' }, others: [{ id: 'nemt' }, { id: 'bedst' }] },
      panel: { constructed: true, credit: 1 },
    });
    expect(decisions[2]?.detail).toMatchObject({
      kind: 'commitment',
      parts: [
        { part: 'responsible', chosen: { id: 'kommune' } },
        { part: 'next', chosen: { id: 'snart', missing: 'Hvad mangler der? En dato.' } },
        {},
        {},
      ],
    });
  });

  test('credit is a choice’s share over the largest', () => {
    const { decisions } = look(...waits, told(), closes());
    expect(decisions[0]?.panel?.credit).toBeCloseTo(3 / 9);
  });

  test('a round is judged pair by pair, and what was kept from whom stands beside it', () => {
    const round = shareText({
      aim: 'help',
      ground: 'psp',
      shares: [
        { fact: 'bror', to: ['politi'], form: 'full' },
        { fact: 'helbred', to: ['politi'], form: 'full' },
      ],
    });
    const { decisions } = look(...asks, told(round), closes());
    expect(decisions[1]?.detail).toMatchObject({
      kind: 'round',
      told: [
        { fact: 'bror', judgement: { verdict: 'unlawful', step: 'S8', fault: 'overdeling' } },
        { fact: 'helbred', judgement: { verdict: 'contestable', step: 'S9', fault: 'overdeling' } },
      ],
    });
    const detail = decisions[1]?.detail;
    if (detail?.kind !== 'round') throw new Error('no round');
    expect(detail.kept.map(({ fact, to }) => `${fact}>${to}`)).toEqual([
      'frist>politi',
      'frist>psykiatri',
      'barn>psykiatri',
    ]);
  });

  test('the smallest change of a round is what should also have been told', () => {
    const { counterfactual } = look(...asks, told('help:psp:'), closes());
    expect(counterfactual).toMatchObject({ node: 'runden', changes: 1, instead: { kind: 'round', keep: [] } });
    if (counterfactual?.instead.kind !== 'round') throw new Error('no round');
    expect(counterfactual.instead.tell.map(({ fact, to }) => `${fact}>${to}`)).toContain('frist>politi');
    expect(replay(compiled, 'kommune', counterfactual?.keep ?? []).node).toBe('runden');
    // What for and on which ground, where it was not said so.
    expect(counterfactual.instead).toMatchObject({ aim: null, ground: null });
    const elsewise = look(...asks, told('investigate:duty:'), closes()).counterfactual?.instead;
    expect(elsewise).toMatchObject({ aim: 'Så Bo kan blive boende', ground: '§ 115' });
  });

  test('the smallest change of a meeting’s end names only the part that matters', () => {
    const { counterfactual } = look(...asks, told(), closes('alle.snart.se.brev'));
    expect(counterfactual).toMatchObject({
      node: 'slut',
      changes: 1,
      instead: { kind: 'choice', text: 'Kommunen.' },
    });
  });
});

describe('editions', () => {
  test('fill in their own words and nothing else', () => {
    const [nord, syd] = editionsOf(buildRichScenario());
    expect(nord?.scenario.facts.frist?.text).toBe('Bo skal ud på dag 30.');
    expect(syd?.scenario.facts.frist?.text).toBe('Ali skal ud på dag 30.');
    expect(JSON.stringify(nord?.scenario).replaceAll('Bo', '_')).toBe(
      JSON.stringify(syd?.scenario).replaceAll('Ali', '_').replaceAll('Bo', '_'),
    );
  });

  test('a case without them has one', () => {
    expect(editionsOf(buildRichScenario({ variants: undefined })).map(({ variant }) => variant)).toEqual([null]);
  });
});
