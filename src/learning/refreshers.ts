import { type Card, createEmptyCard, fsrs, type Grade, Rating as Memory } from 'ts-fsrs';
import { type Question, stepsFrom } from '#src/content/question-schema.ts';
import type { Rating } from '#src/scenarios/engine/judgement.ts';

/** Something to be remembered, asked by one of several questions that train the same judgement. */
export interface RefresherItem {
  readonly id: string;
  readonly module: string;
  /** In authored order. */
  readonly variants: readonly RefresherVariant[];
}

/** One question, or a small case of a few. */
export interface RefresherVariant {
  /** Question ids in order, at least one; the variant is known by the first. */
  readonly steps: readonly string[];
}

/** One variant that has been answered to its end. */
export interface RefresherAnswer {
  readonly item: string;
  /** The first question of the variant. */
  readonly question: string;
  /** The weakest of its steps; null where no step has a right answer. */
  readonly rating: Rating | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A small case that has been begun. */
export interface BegunCase {
  readonly item: string;
  /** The step to answer now. */
  readonly question: string;
  readonly attempt: string;
}

export interface RefresherPlan {
  /** What may be answered now, in order; `attempt` where a case has been begun. */
  readonly due: readonly { readonly item: string; readonly question: string; readonly attempt: string | null }[];
  /** When something is due next, if nothing is now; null when there is nothing to come. */
  readonly nextAt: number | null;
  /** Items that have been met at least once. */
  readonly met: number;
  /** Items of the modules that the learner has completed. */
  readonly open: number;
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** A module rests before it is asked about: what is recalled at once is not remembered. */
const REST = 3 * DAY;
/** Two a week in the first eight weeks … */
const FIRST_WEEKS_PACE = 2;
const FIRST_WEEKS_ITEMS = 16;
/** … then by memory, and still few: a minute each is what a busy week has. */
const LATER_PACE = 3;
/** No question comes back sooner. */
const VARIANT_RESTS = 90 * DAY;
/** Everything comes back within a year. */
const LONGEST_INTERVAL = 365;

const memory = fsrs({
  request_retention: 0.9,
  maximum_interval: LONGEST_INTERVAL,
  enable_fuzz: false,
  enable_short_term: false,
});
const GRADES: Record<Rating | 'open', Grade> = {
  best: Memory.Good,
  acceptable: Memory.Hard,
  poor: Memory.Again,
  // Where professionals disagree, having thought about it is what counts.
  open: Memory.Good,
};

/** The refresher items of the question bank, in authored order. */
export function refresherItems(questions: Readonly<Record<string, Question>>): RefresherItem[] {
  const items = new Map<string, { id: string; module: string; variants: RefresherVariant[] }>();
  for (const question of Object.values(questions)) {
    const { item, module } = question;
    if (item === undefined) continue;
    const entry = items.get(item) ?? { id: item, module, variants: [] };
    entry.variants.push({ steps: stepsFrom(question, questions).map(({ id }) => id) });
    items.set(item, entry);
  }
  return [...items.values()];
}

/**
 * What to refresh now. A pure function of what was done, so nothing is kept that could go wrong: a week that is missed
 * moves the plan, since new items come by the answers given and not by the calendar, and nothing piles up.
 * @param completed when the learner first completed each module, epoch milliseconds
 * @param answers all of the learner's refresher answers
 * @param begun the cases that the learner is in the middle of; they come first and take a place of the week
 * @param now epoch milliseconds
 */
export function refresherPlan(
  items: readonly RefresherItem[],
  completed: ReadonlyMap<string, number>,
  answers: readonly RefresherAnswer[],
  begun: readonly BegunCase[],
  now: number,
): RefresherPlan {
  const history = Map.groupBy(
    answers.toSorted((a, b) => a.at - b.at),
    ({ item }) => item,
  );
  const open = items
    .flatMap((item) => {
      const at = completed.get(item.module);
      return at === undefined ? [] : [{ item, from: at + REST }];
    })
    // One item of every module before the second of any.
    .map((entry, _, all) => ({
      ...entry,
      turn: all.filter(({ item }) => item.module === entry.item.module).indexOf(entry),
    }))
    .toSorted((a, b) => a.turn - b.turn || a.from - b.from);
  const isBegun = (item: RefresherItem) => begun.some((one) => one.item === item.id);
  const met = open.filter(({ item }) => history.has(item.id));
  const fresh = open.filter(({ item }) => !history.has(item.id) && !isBegun(item));
  // By what was met before this week, so that the pace does not change within one.
  const metBefore = met.filter(({ item }) => (history.get(item.id)?.[0]?.at ?? now) <= now - WEEK);
  const isFirstWeeks = metBefore.length < FIRST_WEEKS_ITEMS && metBefore.length < open.length;
  const pace = isFirstWeeks ? FIRST_WEEKS_PACE : LATER_PACE;

  const returning = met
    .filter(({ item }) => !isBegun(item))
    .flatMap(({ item }) => {
      const answered = history.get(item.id) ?? [];
      const variant = restedVariant(item, answered);
      // In the first weeks only what went wrong comes back; the rest waits for its turn.
      if (isFirstWeeks && answered.at(-1)?.rating !== 'poor') return [];
      const card = cardOf(answered);
      return [
        {
          item: item.id,
          question: variant.question,
          at: Math.max(card.due.getTime(), variant.at),
          strength: memory.get_retrievability(card, new Date(now), false),
        },
      ];
    })
    // What is most likely forgotten first.
    .toSorted((a, b) => a.strength - b.strength || a.at - b.at);
  const thisWeek = answers.filter(({ at }) => at > now - WEEK);
  const recent = thisWeek.map(({ at }) => at).toSorted((a, b) => a - b);
  const places = Math.max(0, pace - recent.length);
  const placeFrom = places > 0 ? now : (recent[recent.length - pace] ?? now) + WEEK;

  const dueReturns = returning.filter(({ at }) => at <= now);
  const news = fresh.map(({ item, from }) => ({ item: item.id, question: firstStep(item.variants[0]), at: from }));
  const dueNews = news.filter(({ at }) => at <= now);
  // What comes back and what is new take turns, also from one answer to the next, so that neither waits for ever.
  const newThisWeek = thisWeek.filter((answer) => history.get(answer.item)?.[0] === answer).length;
  const isNewNext = thisWeek.length - newThisWeek > newThisWeek;
  const all = isNewNext ? alternating(dueNews, dueReturns) : alternating(dueReturns, dueNews);
  const due = [
    ...begun,
    ...all
      .slice(0, Math.max(0, places - begun.length))
      .map(({ item, question }) => ({ item, question, attempt: null })),
  ];
  const coming = [...returning, ...news].map(({ at }) => Math.max(at, placeFrom)).filter((at) => at > now);
  return {
    due,
    nextAt: due.length > 0 || coming.length === 0 ? null : Math.min(...coming),
    met: met.length,
    open: open.length,
  };
}

/** One of each in turn, and then what is left of the longer list. */
function alternating<T>(first: readonly T[], second: readonly T[]): T[] {
  const longest = Math.max(first.length, second.length);
  return Array.from({ length: longest }, (_, index) => [
    first.slice(index, index + 1),
    second.slice(index, index + 1),
  ]).flat(2);
}

/** How well an item is remembered, and when it should be tried again. @param answered oldest first, at least one */
function cardOf(answered: readonly RefresherAnswer[]): Card {
  const [first] = answered;
  let card = createEmptyCard(new Date(first?.at ?? 0));
  for (const { rating, at } of answered) card = memory.next(card, new Date(at), GRADES[rating ?? 'open']).card;
  return card;
}

/** The variant that has rested longest, and from when it may be asked. */
function restedVariant(
  { variants }: RefresherItem,
  answered: readonly RefresherAnswer[],
): { question: string; at: number } {
  const [rested] = variants
    .map((variant, place) => {
      const question = firstStep(variant);
      const last = answered.findLast((one) => one.question === question)?.at;
      return { question, place, at: last === undefined ? 0 : last + VARIANT_RESTS };
    })
    .toSorted((a, b) => a.at - b.at || a.place - b.place);
  return { question: rested?.question ?? '', at: rested?.at ?? 0 };
}

function firstStep(variant: RefresherVariant | undefined): string {
  return variant?.steps[0] ?? '';
}
