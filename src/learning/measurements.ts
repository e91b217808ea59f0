import type { Rating } from '#src/scenarios/engine/judgement.ts';

/** When is measured: before, right after, three months and a year after (plan of measurement, psp-praksis C-4). */
export const POINTS = ['t0', 't1', 't2', 't3'] as const;
export type Point = (typeof POINTS)[number];
export type ParallelSet = 'A' | 'B';

/** How sure one is of an answer, in percent: from a guess among four to certain. */
export const CONFIDENCE = [25, 50, 75, 100] as const;
/** Statements about what one trusts oneself to do, from not at all to entirely. */
export const LOWEST_TRUST = 0;
export const HIGHEST_TRUST = 10;

const MONTH = 30.44 * 86_400_000;
/** After the end of the one before. */
const AFTER: Partial<Record<Point, { readonly point: Point; readonly months: number }>> = {
  t2: { point: 't1', months: 3 },
  t3: { point: 't1', months: 12 },
};

/** A measurement under way or done. */
export interface MeasurementRun {
  readonly set: ParallelSet;
  readonly answers: Readonly<
    Record<string, { readonly option: string; readonly rating: Rating | null; readonly confidence: number }>
  >;
  /** By statement; empty until it is answered. */
  readonly trust: Readonly<Record<string, number>>;
}

/**
 * Which of the two parallel sets a learner meets: by chance at first, then the other one, in turn, so that nobody meets
 * what was recognised.
 * @param learner pseudonym; its last figures are random
 */
export function setOf(learner: string, point: Point): ParallelSet {
  const first = Number.parseInt(learner.slice(-4), 16) % 2;
  return (first + POINTS.indexOf(point)) % 2 === 0 ? 'A' : 'B';
}

/** What a learner has done so far, as far as measuring depends on it. Moments are epoch milliseconds. */
export interface MeasuringHistory {
  /** Of measurements; null while under way. */
  readonly finished: ReadonlyMap<Point, number | null>;
  readonly hasCompletedModule: boolean;
  /** When the last obligatory module was completed; null while one is missing. */
  readonly courseCompletedAt: number | null;
}

/**
 * The measurement that is open now. Before: until the first module is completed. After: when the course is. What was begun
 * can be ended. A measurement whose time has passed is not asked for any more, and counts as not answered.
 */
export function openPoint(
  { finished, hasCompletedModule, courseCompletedAt }: MeasuringHistory,
  now: number,
): Point | null {
  const underWay = POINTS.find((point) => finished.get(point) === null);
  if (underWay) return underWay;
  if (!hasCompletedModule) return finished.has('t0') ? null : 't0';
  if (courseCompletedAt === null) return null;
  if (!finished.has('t1')) return 't1';
  for (const point of ['t3', 't2'] as const) {
    const rule = AFTER[point];
    const from = rule && finished.get(rule.point);
    if (rule && from && now >= from + rule.months * MONTH) return finished.has(point) ? null : point;
  }
  return null;
}

/**
 * The measurements whose time has come for a learner: what an answer rate is a share of. Who was never asked counts
 * nowhere; who was asked and did not answer counts as not answered (psp-praksis C-4).
 */
export function askedPoints(
  { finished, hasCompletedModule, courseCompletedAt }: MeasuringHistory,
  now: number,
): Point[] {
  return POINTS.filter((point) => {
    if (finished.has(point)) return true;
    if (point === 't0') return hasCompletedModule;
    if (point === 't1') return courseCompletedAt !== null;
    const rule = AFTER[point];
    const from = rule && finished.get(rule.point);
    return Boolean(rule && from && now >= from + rule.months * MONTH);
  });
}

/** How many were asked at a point, and how many of them answered to the end. */
export interface AnswerCount {
  readonly asked: number;
  readonly answered: number;
}

/** Counts every learner once at each point that has come. */
export function answerCounts(histories: Iterable<MeasuringHistory>, now: number): Readonly<Record<Point, AnswerCount>> {
  const counts = {
    t0: { asked: 0, answered: 0 },
    t1: { asked: 0, answered: 0 },
    t2: { asked: 0, answered: 0 },
    t3: { asked: 0, answered: 0 },
  };
  for (const history of histories)
    for (const point of askedPoints(history, now)) {
      counts[point].asked += 1;
      if (history.finished.get(point)) counts[point].answered += 1;
    }
  return counts;
}

/** The share of strong answers and the mean trust; null where nothing was asked. */
export function resultOf({ answers, trust }: MeasurementRun): { strong: number; asked: number; trust: number | null } {
  const given = Object.values(answers);
  const values = Object.values(trust);
  return {
    strong: given.filter(({ rating }) => rating === 'best').length,
    asked: given.length,
    trust: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
  };
}
