import { bestPlay, choicesOf, linesOf, type PlayedLine, type PlayedStep } from './best-play.ts';
import { askedWithTexts } from './explore.ts';
import { fairRound } from './round.ts';
import type { Scenario } from './schema.ts';
import { shareText } from './share-text.ts';
import { waysFrom } from './walk.ts';

/** One poor choice in an otherwise best play, and whether the case lets it pass. */
export interface Price {
  readonly seat: string;
  readonly node: string;
  /** A choice's id; of a meeting's end the part's option; of a round `tier:` and the fact that was kept. */
  readonly choice: string;
  /** The good end is reached all the same, and nothing that is told later differs. */
  readonly isFree: boolean;
}

/**
 * What each single poor choice of a seat costs. The rest is played best, before and after. It costs something when the
 * good end is lost, or when a passage, another's doing, or a line of the ending tells what the best play never tells. What
 * `follows` says at once is no cost: every choice is followed by something. Empty when no best play ends well.
 */
export function pricesOf(scenario: Scenario, seat: string): Price[] {
  const base = bestPlay(scenario, seat);
  if (base?.end !== 'good') return [];
  const told = new Set(linesOf(scenario, seat, base).map(({ text }) => text));
  const met = new Set(base.steps.map(({ place }) => place.node));
  const taken = choicesOf(base);
  return base.steps.flatMap((step) =>
    poorAt(scenario, seat, step).map(({ choice, to }): Price => {
      const after = bestPlay(scenario, seat, to, taken);
      return {
        seat,
        node: step.place.node,
        choice,
        isFree: after !== undefined && isUntold(scenario, seat, after, told, met),
      };
    }),
  );
}

function isUntold(
  scenario: Scenario,
  seat: string,
  after: PlayedLine,
  told: ReadonlySet<string>,
  met: ReadonlySet<string>,
): boolean {
  // What is offered tells nothing of what has happened, unless the scene itself is new.
  const news = linesOf(scenario, seat, after).filter(
    ({ kind, text, node }) => !told.has(text) && (kind !== 'asked' || !met.has(node)),
  );
  return after.end === 'good' && news.length === 0;
}

/** The poor choices that were open at a step, each a single one: one part of a meeting's end, one fact kept in a round. */
function poorAt(scenario: Scenario, seat: string, { place, option, own }: PlayedStep) {
  const node = scenario.nodes[place.node];
  if (!own || !option || !node) return [];
  const asked = { ...askedWithTexts(scenario), knows: new Set<string>() };
  if (node.type === 'sharing') {
    const fair = fairRound(
      scenario,
      { id: place.node, node },
      place.situation,
      node.seat === 'table' ? seat : node.seat,
    );
    return fair.shares.flatMap(({ fact }) => {
      const kept = shareText({ ...fair, shares: fair.shares.filter((one) => one.fact !== fact) });
      return waysFrom(scenario, seat, place, asked, kept)
        .flatMap(({ choice, to }) =>
          choice?.id === kept && choice.rating === 'poor' && to ? [{ choice: `tier:${fact}`, to }] : [],
        )
        .slice(0, 1);
    });
  }
  const picked = option.id.split('.');
  return waysFrom(scenario, seat, place, asked).flatMap(({ choice, to }) => {
    if (choice?.rating !== 'poor' || !to) return [];
    if (node.type !== 'commit') return [{ choice: choice.id, to }];
    const other = choice.id.split('.').filter((part, index) => part !== picked[index]);
    return other.length === 1 ? [{ choice: other[0] ?? choice.id, to }] : [];
  });
}
