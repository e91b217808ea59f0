import type { CheckFinding } from './check-report.ts';
import type { Rating } from './judgement.ts';
import { pickedParts } from './options.ts';
import { randomFrom } from './random.ts';
import { fairRound, hearersIn, judgeRound, shareablesIn } from './round.ts';
import { COMMIT_PARTS, type Scenario, type SharingNode } from './schema.ts';
import { type Sharing, shareText } from './share-text.ts';
import { askedBy, openingPlace, type Place, waysFrom } from './walk.ts';

/** One thing to choose among others, as somebody sees it who knows nothing of the case. */
export interface Card {
  readonly text: string;
  /** How many pairs of fact and hearer it tells. */
  readonly pairs: number;
  readonly rating: Rating;
}

/** Answers by a rule of thumb: the number of a card, or null where the rule says nothing. */
export type Strategy = (cards: readonly Card[]) => number | null;

/** How a robot did in the places where its rule says something. */
export interface RobotScore {
  readonly robot: string;
  readonly decisions: number;
  readonly best: Hits;
  /** Not poor. */
  readonly safe: Hits;
}

/** How often a robot hit, and how often a blind pick in the same places would have: expected, not drawn. */
export interface Hits {
  readonly count: number;
  readonly chance: number;
  /** Of what a blind pick hits. */
  readonly variance: number;
}

const LAWYER = /\bjurist|\bjuridisk/iu;
const CAUTIOUS = /(?<!\p{L})(?:spørg|vent)/iu;

/** Rules of thumb that a case must not reward. */
export const STRATEGIES: Readonly<Record<string, Strategy>> = {
  lawyer: (cards) => only(cards, ({ text }) => LAWYER.test(text)),
  silence: (cards) => least(cards, ({ pairs }) => pairs),
  'share-all': (cards) => least(cards, ({ pairs }) => -pairs),
  cautious: (cards) => least(cards, ({ pairs, text }) => pairs * 2 - Number(CAUTIOUS.test(text))),
  longest: (cards) => least(cards, ({ text }) => -text.length),
  first: () => 0,
  last: (cards) => cards.length - 1,
};

/** The first card that a rule names; null where it names none or all. */
function only(cards: readonly Card[], isNamed: (card: Card) => boolean): number | null {
  const named = cards.filter(isNamed);
  return named.length === 0 || named.length === cards.length ? null : cards.findIndex(isNamed);
}

/** The first card with the least of something; null where all have as much. */
function least(cards: readonly Card[], of: (card: Card) => number): number | null {
  const amounts = cards.map(of);
  const lowest = Math.min(...amounts);
  return amounts.every((one) => one === lowest) ? null : amounts.indexOf(lowest);
}

const NO_HITS: Hits = { count: 0, chance: 0, variance: 0 };
const SEED = 410;
/** Rounds that somebody might tick, drawn blindly, to know what chance gives. */
const DRAWN_ROUNDS = 60;
/** Longer than any play that ends. */
const LONGEST_PLAY = 200;

/** Lets a robot play every seat of a case once. Where its rule says nothing it picks blindly, and that is not counted. */
export function playRobot(scenario: Scenario, robot: string, strategy: Strategy): RobotScore {
  const random = randomFrom(SEED);
  const asked = { ...askedBy(scenario), knows: new Set<string>() };
  let score: RobotScore = { robot, decisions: 0, best: NO_HITS, safe: NO_HITS };
  const seats = Object.entries(scenario.roles).flatMap(([seat, { playable }]) => (playable ? [seat] : []));
  const choose = (cards: readonly Card[]): number => {
    const picked = cards.length > 1 ? strategy(cards) : null;
    if (picked === null) return Math.floor(random() * cards.length);
    const hits = (before: Hits, isHit: (card: Card | undefined) => boolean): Hits => {
      const share = cards.filter(isHit).length / cards.length;
      return {
        count: before.count + Number(isHit(cards[picked])),
        chance: before.chance + share,
        variance: before.variance + share * (1 - share),
      };
    };
    score = {
      robot,
      decisions: score.decisions + 1,
      best: hits(score.best, (card) => card?.rating === 'best'),
      safe: hits(score.safe, (card) => card?.rating !== 'poor'),
    };
    return picked;
  };
  for (const seat of seats) {
    let place: Place | null = openingPlace(scenario);
    for (let step = 0; step < LONGEST_PLAY && place; step += 1) {
      const here: Place = place;
      const node = scenario.nodes[here.node];
      const isOwn = node && 'seat' in node && (node.seat === seat || node.seat === 'table');
      const round =
        isOwn && node.type === 'sharing' ? pickRound(scenario, seat, here, node, choose, random) : undefined;
      const ways = waysFrom(scenario, seat, here, asked, round);
      if (!isOwn || node.type === 'sharing')
        place = (round === undefined ? ways[0] : ways.find(({ choice }) => choice?.id === round))?.to ?? null;
      else if (node.type === 'commit') {
        const id = COMMIT_PARTS.map((part) => {
          const options = node.parts[part];
          return options[choose(options.map(({ text, rating }) => ({ text, rating, pairs: 0 })))]?.id ?? '';
        }).join('.');
        place = pickedParts(node, id) ? (ways.find(({ choice }) => choice?.id === id)?.to ?? null) : null;
      } else {
        const open = ways.flatMap(({ choice, to }) => (choice ? [{ choice, to }] : []));
        const taken = open[choose(open.map(({ choice }) => ({ ...choice, pairs: pairsOf(choice.discloses) })))];
        const reasons = node.choices.find(({ id }) => id === taken?.choice.id)?.reasons;
        if (reasons) choose(reasons.map(({ text, rating }) => ({ text, rating, pairs: 0 })));
        place = taken?.to ?? null;
      }
    }
  }
  return score;
}

function pairsOf(shares: readonly { readonly to: readonly string[] }[]): number {
  return shares.reduce((sum, { to }) => sum + to.length, 0);
}

/** A round is a hand of cards too: nothing, all to all, and what a blind pen might tick; each with a ground in words. */
function pickRound(
  scenario: Scenario,
  seat: string,
  { node: id, situation }: Place,
  node: SharingNode,
  choose: (cards: readonly Card[]) => number,
  random: () => number,
): string {
  const by = node.seat === 'table' ? seat : node.seat;
  const at = { id, node };
  const facts = shareablesIn(scenario, at, situation, by);
  const hearers = hearersIn(node, by);
  const blind = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const said = () => ({ aim: blind(node.aims)?.aim ?? 'help', ground: blind(node.grounds)?.ground ?? 'psp' });
  const all = facts.map(({ fact, full }) => ({
    fact,
    to: hearers,
    form: full === null ? ('short' as const) : ('full' as const),
  }));
  const ticked = (): Sharing => ({
    ...said(),
    shares: facts.flatMap(({ fact, full, short }) => {
      const form = short !== null && (full === null || random() < 0.5) ? ('short' as const) : ('full' as const);
      const to = hearers.filter(() => random() < 0.5);
      return to.length > 0 ? [{ fact, to, form }] : [];
    }),
  });
  const possible: Sharing[] = [
    ...Array.from({ length: DRAWN_ROUNDS }, ticked),
    ...node.grounds.flatMap(({ ground }) => [
      { ...said(), ground, shares: all },
      { ...said(), ground, shares: [] },
    ]),
    fairRound(scenario, at, situation, by),
  ];
  // A round has no order: who always takes the first or the last must not find the fair one there.
  const hand = possible
    .map((sharing) => ({ sharing, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ sharing }) => sharing);
  const cards = hand.map((sharing): Card => {
    const ground = node.grounds.find((one) => one.ground === sharing.ground)?.text ?? '';
    const { rating } = judgeRound(scenario, at, situation, by, sharing);
    return { text: ground, rating, pairs: pairsOf(sharing.shares) };
  });
  return shareText(hand[choose(cards)] ?? { ...said(), shares: [] });
}

/** A robot over many cases. */
export function scoreRobots(scenarios: readonly Scenario[]): RobotScore[] {
  return Object.entries(STRATEGIES).map(([robot, strategy]) =>
    scenarios
      .map((scenario) => playRobot(scenario, robot, strategy))
      .reduce(together, { robot, decisions: 0, best: NO_HITS, safe: NO_HITS }),
  );
}

function together(one: RobotScore, other: RobotScore): RobotScore {
  const sum = (a: Hits, b: Hits): Hits => ({
    count: a.count + b.count,
    chance: a.chance + b.chance,
    variance: a.variance + b.variance,
  });
  return {
    robot: one.robot,
    decisions: one.decisions + other.decisions,
    best: sum(one.best, other.best),
    safe: sum(one.safe, other.safe),
  };
}

/** So much better than blind picking may a rule of thumb do, over the whole library; */
const MOST_ABOVE_CHANCE = 0.05;
/** and where it speaks too seldom for that to mean anything, as well as blind picking does in 19 of 20 libraries. */
const NINETEEN_IN_TWENTY = 1.645;
const NAMES: Readonly<Record<string, string>> = {
  lawyer: 'altid at spørge en jurist',
  silence: 'altid at sige mindst',
  'share-all': 'altid at dele alt',
  cautious: 'altid at vælge det mest forsigtige',
  longest: 'altid at vælge det længste svar',
  first: 'altid at vælge det første',
  last: 'altid at vælge det sidste',
};

/** A rule of thumb that answers the library better than chance: then the cases train the rule and not the craft. */
export function checkRobots(scenarios: readonly Scenario[]): CheckFinding[] {
  return scoreRobots(scenarios).flatMap(({ robot, decisions, best, safe }) => {
    const percent = (one: number) => Math.round((one / decisions) * 100);
    const isAbove = ({ count, chance, variance }: Hits) =>
      count > chance + Math.max(MOST_ABOVE_CHANCE * decisions, NINETEEN_IN_TWENTY * Math.sqrt(variance));
    const finding = ({ count, chance }: Hits, what: string): CheckFinding => ({
      code: 'robot-gaetter',
      severity: 'error',
      node: null,
      message: `Reglen ${NAMES[robot] ?? robot} ${what} i ${percent(count)} procent af ${decisions} valg. Et blindt gæt gør det i ${percent(chance)}.`,
      path: [],
      suggestion: 'Lad reglen være forkert i lige så mange scener, som den er rigtig.',
    });
    return [
      ...(isAbove(best) ? [finding(best, 'rammer det stærke valg')] : []),
      ...(isAbove(safe) ? [finding(safe, 'undgår de svage valg')] : []),
    ];
  });
}
