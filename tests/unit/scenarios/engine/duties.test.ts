import { describe, expect, test } from 'vitest';
import {
  checkScenario,
  compileScenario,
  debrief,
  dutiesLeft,
  isDecision,
  type Scenario,
  shareText,
  unmetDuties,
} from '#src/scenarios/engine/index.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { knownElsewhere } from '#tests/support/scenarios.ts';

const choice = (id: string, told: object[]) => ({
  id,
  text: `Jeg vælger ${id} og siger det til dem, der er der.`,
  rating: told.length > 0 ? 'best' : 'acceptable',
  ...(told.length > 0 ? { verdict: 'duty', basis: ['rpl-115-4'] } : { missing: 'Hvad mangler der? Beskeden.' }),
  discloses: told,
  why: 'Fordi.',
  follows: 'Så.',
  goto: 'runden',
});
const scenario: Scenario = buildRichScenario({
  variants: undefined,
  nodes: {
    brevet: { goto: 'barnet' },
    barnet: {
      type: 'decision',
      title: 'Barnet',
      seat: 'kommune',
      auto: 'siger',
      question: 'Hvad gør du?',
      choices: [
        choice('siger', [{ fact: 'barn', to: ['psykiatri'] }]),
        choice('trøster'.replace('ø', 'oe'), []),
        choice('senere', [{ fact: 'barn', to: ['psykiatri'], later: true }]),
        choice('forkert', [{ fact: 'barn', to: ['politi'] }]),
      ],
    },
  },
});
const node = scenario.nodes.barnet;
if (!isDecision(node)) throw new Error('It is a decision');
const left = (id: string, seat = 'kommune') => dutiesLeft(scenario, node, id, seat).map(({ fact }) => fact);

describe('a duty', () => {
  test('is left by the choice that keeps it, puts it off or tells somebody else', () => {
    expect(left('siger')).toEqual([]);
    expect(left('troester')).toEqual(['barn']);
    expect(left('senere')).toEqual(['barn']);
    expect(left('forkert')).toEqual(['barn']);
  });

  test('pligt-ikke-opfyldt: a choice that leaves it is refused unless it is poor', () => {
    const refused = checkScenario(scenario, knownElsewhere).findings.filter(
      ({ code }) => code === 'pligt-ikke-opfyldt',
    );
    expect(refused.map(({ at }) => at)).toEqual([1, 2, 3].map((index) => ['nodes', 'barnet', 'choices', index]));
    const poor = node.choices.map((one) => (one.id === 'siger' ? one : { ...one, rating: 'poor' as const }));
    const mended = { ...scenario, nodes: { ...scenario.nodes, barnet: { ...node, choices: poor } } };
    expect(checkScenario(mended, knownElsewhere).findings.map(({ code }) => code)).not.toContain('pligt-ikke-opfyldt');
  });

  test('to two is left by the choice that tells one of them, and of them alone', () => {
    const { barn } = scenario.facts;
    if (!barn?.duty) throw new Error('The child is a duty');
    const two = {
      ...scenario,
      facts: { ...scenario.facts, barn: { ...barn, duty: { ...barn.duty, to: ['psykiatri', 'politi'] } } },
    };
    const [siger, ...others] = node.choices;
    if (!siger) throw new Error('There is a choice that tells');
    const both = { ...siger, discloses: [{ fact: 'barn', to: ['psykiatri', 'politi'], form: 'full' as const }] };
    const leaves = (id: string) => dutiesLeft(two, { choices: [both, ...others] }, id, 'kommune').map(({ to }) => to);
    expect(leaves('siger')).toEqual([]);
    expect(leaves('forkert')).toEqual([['psykiatri']]);
    expect(leaves('troester')).toEqual([['psykiatri', 'politi']]);
  });

  test('pligt-ikke-opfyldt: a choice of the whole table is held to the duty of whoever has it', () => {
    const { auto: _, ...table } = { ...node, seat: 'table' };
    const { findings } = checkScenario({ ...scenario, nodes: { ...scenario.nodes, barnet: table } }, knownElsewhere);
    expect(findings.filter(({ code }) => code === 'pligt-ikke-opfyldt')).toHaveLength(3);
  });

  test("is the holder's alone", () => expect(left('troester', 'politi')).toEqual([]));

  test('is none where no choice of the scene could meet it', () => {
    const choices = node.choices.filter(({ id }) => id === 'troester');
    expect(dutiesLeft(scenario, { ...node, choices }, 'troester', 'kommune')).toEqual([]);
  });

  test('that was never met is said in the debrief, with where it was left', () => {
    const compiled = compileScenario(scenario);
    const moves = (id: string) => [
      { node: 'valget', choice: 'spoerger' },
      { node: 'valget', choice: 'spoerger', reason: 'hans' },
      { node: 'barnet', choice: id },
      { node: 'runden', choice: shareText({ aim: 'help', ground: 'psp', shares: [] }) },
      { node: 'slut', choice: 'kommune.torsdag.ring.spoerg' },
    ];
    const silent = debrief(compiled, 'kommune', moves('troester'));
    expect(silent.duties).toEqual([
      { fact: 'barn', text: 'Han har en datter på otte, som ikke får mad.', to: ['psykiatri'], basis: ['rpl-115-4'] },
    ]);
    expect(silent.decisions[1]?.duties.map(({ fact }) => fact)).toEqual(['barn']);
    expect(silent.basis).toContain('rpl-115-4');
    const met = debrief(compiled, 'kommune', moves('siger'));
    expect([met.duties, met.decisions[1]?.duties]).toEqual([[], []]);
    expect(unmetDuties(scenario, 'politi', { knows: [] })).toEqual([]);
  });
});
