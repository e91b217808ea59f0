import { expect, test } from 'vitest';
import { checkRobots, playRobot, STRATEGIES } from '#src/scenarios/engine/robots.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { buildTableScenario, type Overrides } from '#tests/support/scenarios.ts';

const play = (robot: string, changes: Overrides = {}) =>
  playRobot(buildTableScenario(changes), robot, STRATEGIES[robot] ?? (() => null));
const card = (text: string, pairs: number) => ({ text, pairs, rating: 'best' as const });

test.each([
  ['lawyer', 1],
  ['silence', 1],
  ['share-all', 2],
  ['cautious', 1],
  ['longest', 2],
  ['first', 0],
  ['last', 2],
])('the robot %s picks by its rule', (robot, expected) => {
  const cards = [
    card('Jeg siger det.', 1),
    card('Jeg spørger en jurist.', 0),
    card('Jeg fortæller det hele, som det er.', 3),
  ];
  expect(STRATEGIES[robot]?.(cards)).toBe(expected);
});

test.each(['lawyer', 'silence', 'share-all', 'cautious', 'longest'])(
  '%s says nothing where all cards are alike to it',
  (robot) => {
    expect(STRATEGIES[robot]?.([card('Ja tak.', 1), card('Nej da.', 1)])).toBeNull();
  },
);

test('where every card names a lawyer, the lawyer robot has nothing to go by', () => {
  expect(STRATEGIES.lawyer?.([card('En jurist svarer.', 0), card('Spørg en jurist.', 0)])).toBeNull();
});

test('chance is counted in the places where the rule speaks, and a rule that is never asked has none', () => {
  expect(play('lawyer')).toEqual({
    robot: 'lawyer',
    decisions: 0,
    best: { count: 0, chance: 0, variance: 0 },
    safe: { count: 0, chance: 0, variance: 0 },
  });
  const first = play('first');
  expect(first.decisions).toBeGreaterThan(6);
  expect(first.best.chance).toBeLessThan(first.decisions / 2);
});

test('the parts of a meeting’s end and the reasons are cards of their own, and a robot plays a round to the end', () => {
  const { decisions } = playRobot(buildRichScenario(), 'last', STRATEGIES.last ?? (() => null));
  // politi: choice, reason, four parts; kommune: the round besides.
  expect(decisions).toBe(6 + 7);
});

test('a library that a rule of thumb answers is refused, and the rule is named', () => {
  const answer = (text: string) => ({ text });
  const given = buildTableScenario({
    nodes: {
      bordet: {
        choices: { kommunen: answer('Kommunen gør det, og de ringer først til en jurist for at være sikre.') },
      },
      fortael: { choices: { noedvendigt: answer('Jeg siger fristen, når jeg har spurgt en jurist om lov.') } },
    },
  });
  expect(
    checkRobots([given])
      .map(({ message }) => message)
      .join('\n'),
  ).toContain('altid at spørge en jurist');
  expect(checkRobots([])).toEqual([]);
});

test('the same library gives the same figures every time', () => {
  expect(play('longest')).toEqual(play('longest'));
});
