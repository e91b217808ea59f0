import { bestWays, MOST_PLACES } from './best-play.ts';
import { checkHearing, heardOf, sayingsOf } from './check-hearing.ts';
import type { CheckFinding } from './check-report.ts';
import { checkClaims, checkNeverTold } from './check-told.ts';
import { checkVoice } from './check-voice.ts';
import { askedWithTexts, type Explored, explore } from './explore.ts';
import { type Price, pricesOf } from './price.ts';
import { readingMinutes, rereadShare } from './reading.ts';
import type { Scenario } from './schema.ts';
import { hasArisen } from './state.ts';
import { openingPlace, placeKey } from './walk.ts';

/** Places that are walked per seat at most: five times what our largest case has. Past it, what was not met may still exist. */
const MOST_EXPLORED = 60_000;
/** So large a part of the single poor choices of a case may pass without a price. */
const FREE_PART = 1 / 6;
/** So much of a second play may have been read in the first. */
const MOST_REREAD = 0.5;
/** So far may the minutes that a case claims be from what a middle play takes. */
const MOST_OFF = 0.15;

/**
 * What follows from the choices, and whether the texts tell it truly: over every play from every playable seat.
 * @param scenario one edition of a case whose references hold
 * @param budget how many places are walked per seat
 */
export function checkConsequences(scenario: Scenario, budget: number): CheckFinding[] {
  const seats = Object.entries(scenario.roles).flatMap(([id, { playable }]) => (playable ? [id] : []));
  const sayings = sayingsOf(scenario);
  const heard = heardOf(scenario, sayings);
  const explored = seats.map((seat) => explore(scenario, seat, Math.min(budget, MOST_EXPLORED), heard));
  return [
    ...checkClaims(scenario, explored),
    ...checkNeverTold(scenario, explored),
    ...checkBadEnds(scenario, explored),
    ...seats.flatMap((seat) => checkBestWay(scenario, seat)),
    ...checkPrices(seats.flatMap((seat) => pricesOf(scenario, seat))),
    ...checkHearing(scenario, explored, sayings),
    ...checkVoice(scenario),
    ...checkReading(scenario, explored),
  ];
}

/** A seat from which nothing can go wrong teaches that nothing depends on it. */
function checkBadEnds(scenario: Scenario, explored: readonly Explored[]): CheckFinding[] {
  return explored.flatMap(({ seat, places, isWhole }): CheckFinding[] => {
    const ends = places.flatMap(({ node: id }) => {
      const node = scenario.nodes[id];
      return node?.type === 'outcome' ? [node.valence] : [];
    });
    if (!isWhole || ends.length === 0 || ends.includes('bad')) return [];
    return [
      {
        code: 'ingen-daarlig-slutning',
        severity: 'warning',
        node: null,
        message: `Fra pladsen ${seat} kan sagen ikke ende dårligt, hvad man end vælger.`,
        path: [],
        suggestion: 'Lad svage valg fra pladsen føre til en dårlig slutning.',
        seat,
        at: ['roles', seat],
      },
    ];
  });
}

/** What a seat needs, and is never told however well it plays. */
function checkBestWay(scenario: Scenario, seat: string): CheckFinding[] {
  const needed = Object.entries(scenario.facts).filter(
    ([, { need, recipients, holder }]) =>
      (need === 'yes' || need === 'part') && holder !== seat && recipients.includes(seat),
  );
  if (needed.length === 0) return [];
  const asked = askedWithTexts(scenario);
  const telling = { ...asked, knows: new Set([...asked.knows, ...needed.map(([fact]) => `${seat}:${fact}`)]) };
  const seen = new Set<string>();
  const exists = new Set<string>();
  const known = new Set<string>();
  const queue = [openingPlace(scenario)];
  for (const place of queue) {
    const key = placeKey(place, telling);
    if (seen.has(key)) continue;
    // Too large to say that it can never be told.
    if (seen.size >= MOST_PLACES) return [];
    seen.add(key);
    for (const [fact, one] of needed) {
      if (hasArisen(one, { node: place.node, visited: place.situation.visited })) exists.add(fact);
      if (place.situation.knows.includes(`${seat}:${fact}`)) known.add(fact);
    }
    for (const { to } of bestWays(scenario, seat, place, asked)) if (to) queue.push(to);
  }
  return needed.flatMap(([fact]): CheckFinding[] =>
    exists.has(fact) && !known.has(fact)
      ? [
          {
            code: 'bedste-vej-mangler',
            severity: 'warning',
            node: null,
            message: `Pladsen ${seat} har brug for ${fact}, men får det aldrig at vide på den bedste vej.`,
            path: [],
            suggestion: 'Lad de andres auto dele det, når pladsen spiller godt, eller ret recipients.',
            seat,
            at: ['facts', fact],
          },
        ]
      : [],
  );
}

/** A poor choice after which all goes as if it had been the best one teaches that it does not matter. */
function checkPrices(prices: readonly Price[]): CheckFinding[] {
  const free = prices.filter(({ isFree }) => isFree);
  const byChoice = Map.groupBy(free, ({ node, choice }) => `${node}/${choice}`);
  const each = [...byChoice.values()].map((list): CheckFinding => {
    const [{ node, choice } = { node: null, choice: '' }] = list;
    const what = choice.startsWith('tier:') ? `At tie om ${choice.slice('tier:'.length)}` : `Det svage valg ${choice}`;
    return {
      code: 'svagt-valg-uden-pris',
      severity: 'warning',
      node,
      message: `${what} koster intet fra ${list.map(({ seat }) => seat).join(', ')}: slutningen er god, og intet senere fortæller om det.`,
      path: [],
      suggestion:
        'Lad en senere passage eller en linje i slutningen fortælle, hvad det kostede (chose, variabel eller knows).',
    };
  });
  if (free.length <= prices.length * FREE_PART) return each;
  return [
    {
      code: 'svagt-valg-uden-pris',
      severity: 'error',
      node: null,
      message: `${free.length} af ${prices.length} enkelte svage valg koster intet. Det må højst være hvert sjette.`,
      path: [],
      suggestion: 'Begynd med de scener, der er nævnt herunder.',
    },
    ...each,
  ];
}

function checkReading(scenario: Scenario, explored: readonly Explored[]): CheckFinding[] {
  const warn = (code: string, at: string, message: string, suggestion: string): CheckFinding => ({
    code,
    severity: 'warning',
    node: null,
    message,
    path: [],
    suggestion,
    at: [at],
  });
  const { median, longest, isSketch } = readingMinutes(scenario, explored);
  const nearest = Math.max(1, Math.round(median));
  const isOff = !isSketch && Math.abs(scenario.minutes - median) > median * MOST_OFF && scenario.minutes !== nearest;
  const reread = rereadShare(scenario);
  return [
    ...(isOff
      ? [
          warn(
            'laesetid',
            'minutes',
            `Sagen tager ${nearest} minutter at læse i en gennemsnitlig gennemspilning (den længste ${Math.ceil(longest)}), men siger ${scenario.minutes}.`,
            `Skriv minutes: ${nearest}, eller ret længden.`,
          ),
        ]
      : []),
    ...(reread !== null && reread > MOST_REREAD
      ? [
          warn(
            'samme-ord-igen',
            'roles',
            `${Math.round(reread * 100)} procent af ordene er læst før, når man spiller sagen igen fra en anden plads.`,
            `Hold det under ${MOST_REREAD * 100}: giv pladserne egne scener, og skriv fælles scener kortere.`,
          ),
        ]
      : []),
  ];
}
