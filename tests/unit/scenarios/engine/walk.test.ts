import { describe, expect, test } from 'vitest';
import { bestPlay } from '#src/scenarios/engine/best-play.ts';
import { explore } from '#src/scenarios/engine/explore.ts';
import { editionsOf, readShareText, type Scenario } from '#src/scenarios/engine/index.ts';
import { passagesAt } from '#src/scenarios/engine/shown.ts';
import { askedBy, openingPlace, type Place, placeKey, waysFrom } from '#src/scenarios/engine/walk.ts';
import { buildRichScenario } from '#tests/support/rich-scenario.ts';
import { buildScenario, type Overrides } from '#tests/support/scenarios.ts';

function oneEdition(changes: Overrides): Scenario {
  const [edition] = editionsOf(buildRichScenario(changes));
  if (!edition) throw new Error('The rich case has editions');
  return edition.scenario;
}

/** The place of a scene on the first way that leads there. */
function placeOf(scenario: Scenario, seat: string, scene: string): Place {
  const place = explore(scenario, seat, 1000).places.find(({ node }) => node === scene);
  if (!place) throw new Error(`No way to ${scene}`);
  return place;
}

describe('a circle of decisions', () => {
  const circle = buildScenario({ nodes: { bordet: { choices: { alle: { goto: 'fortael' } } } } });

  test('comes back to a place that is known, whatever was chosen on the way', () => {
    for (const seat of ['politi', 'kommune', 'psykiatri']) {
      const { places, isWhole } = explore(circle, seat, 2000);
      expect([seat, isWhole]).toEqual([seat, true]);
      expect(places.length).toBeGreaterThan(5);
      expect(bestPlay(circle, seat)?.end).toBe('good');
    }
  });

  test('keeps a choice that was taken twice once', () => {
    const asked = askedBy(circle);
    const seen = new Set<string>();
    const queue = [openingPlace(circle)];
    for (const place of queue) {
      const key = placeKey(place, asked);
      if (seen.has(key)) continue;
      seen.add(key);
      const steps = place.situation.trail.map(({ node, choice }) => `${node}/${choice}`);
      expect(new Set(steps).size).toBe(steps.length);
      for (const { to } of waysFrom(circle, 'politi', place, asked)) if (to) queue.push(to);
    }
  });
});

describe('a round in which it is fair to ask a lawyer', () => {
  // Mette is of KiF here: what she knows has no safe ground in § 115 (retsgrundlag 2.5).
  const roles = { kommune: { authority: 'kif' } };
  const grounds = [
    { ground: 'psp', text: '§ 115' },
    { ground: 'ask-lawyer', text: 'Juristen' },
  ];
  const roundsAt = (answers: boolean) => {
    const passages = [{ text: 'Henrik får datoen.', when: { knows: { seat: 'politi', fact: 'frist' } } }];
    const svaret = {
      type: 'brief',
      title: 'Svaret',
      day: 'Dag 9',
      answers: { scene: 'runden' },
      passages,
      goto: 'slut',
    };
    const scenario = oneEdition({
      roles,
      nodes: {
        // The child is a duty, which no lawyer comes before.
        runden: {
          facts: ['frist', 'helbred', 'bror'],
          grounds,
          asked: 'Juristen svarer på fredag.',
          ...(answers ? { goto: 'svaret' } : {}),
        },
        ...(answers ? { svaret } : {}),
      },
    });
    const asked = askedBy(scenario);
    const ways = waysFrom(scenario, 'kommune', placeOf(scenario, 'kommune', 'runden'), asked);
    return ways.flatMap(({ choice, to }) => {
      const sharing = choice && readShareText(choice.id);
      if (!sharing || !to) return [];
      const knows = to.situation.knows.includes('politi:frist');
      return [
        { sharing, rating: choice.rating, knows, key: placeKey(to, asked), told: passagesAt(scenario, to).length },
      ];
    });
  };

  test('is walked with asking, and with telling all the same', () => {
    const rounds = roundsAt(false);
    expect(rounds[0]).toMatchObject({ sharing: { ground: 'ask-lawyer' }, rating: 'best', knows: false });
    expect(rounds.some(({ sharing, knows }) => sharing.ground === 'psp' && knows)).toBe(true);
    expect(rounds.some(({ sharing, knows }) => sharing.ground === 'psp' && !knows)).toBe(true);
  });

  test('what was put off is told apart where an answer comes, and is known in the scene that brings it', () => {
    const asking = (answers: boolean) => roundsAt(answers).filter(({ sharing }) => sharing.ground === 'ask-lawyer');
    expect(asking(false)).toHaveLength(1);
    const put = asking(true);
    expect(put.every(({ knows }) => !knows)).toBe(true);
    expect(new Set(put.map(({ key }) => key)).size).toBeGreaterThan(1);
    const isToPolice = ({ sharing }: (typeof put)[number]) =>
      sharing.shares.some(({ fact, to }) => fact === 'frist' && to.includes('politi'));
    expect(put.map(({ told }) => told === 1)).toEqual(put.map(isToPolice));
    expect(new Set(put.map(({ told }) => told))).toEqual(new Set([0, 1]));
  });
});
