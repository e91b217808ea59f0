import { assign, initialTransition, setup, transition } from 'xstate';
import type { DecisionStep } from '#src/content/schema.ts';
import type { Giver } from './givers.ts';

/** What one may answer. `both` is heard at S6 alone, and is a yes there (retsgrundlag.md 2.8, notes). */
export const ANSWERS = ['yes', 'both', 'no', 'unsure'] as const;
export type Answer = (typeof ANSWERS)[number];

type Reply = DecisionStep['yes'];
/** `SLUT` is no advice: it says that the last question has been answered. */
export type Outcome = Exclude<NonNullable<Reply['outcome']>, 'SLUT'>;

/** An answer, and what the step says to it. */
export interface Given {
  readonly step: DecisionStep;
  readonly answer: Answer;
  readonly reply: Reply;
}

/** Where a walk stands. */
export interface Walk {
  readonly given: readonly Given[];
  readonly at: DecisionStep;
  /** At the last step, where there is only a note left to write. */
  readonly isDone: boolean;
  readonly outcome: Outcome | null;
  /** Whether the outcome stands, so that what is left to ask is how. */
  readonly isSettled: boolean;
  /** The answers that led to the outcome: those that ended the walk or turned it aside. */
  readonly decidedBy: readonly Given[];
  /** How many questions may still come; at least one until it is done. */
  readonly longest: number;
}

/** From here on it is asked how to share, not whether: no answer takes the outcome back. */
const HOW = 's12';
/** A purpose may be two things, and investigation is one too many. */
const TWOFOLD = 's6';

type Progress = Pick<Walk, 'given' | 'outcome' | 'isSettled' | 'decidedBy'>;

/**
 * The steps as an XState machine: a state a step, an event an answer, and the last step, from which no answer leads on, the
 * end. Pure; what a step asks and where it leads is data (src/content/decision-steps.yaml).
 * @param giver whose walk it is: what a yes means can depend on it (`yesOutside`)
 */
export function compileGuide(all: readonly DecisionStep[], giver: Pick<Giver, 'isOutside'> = { isOutside: false }) {
  const steps = all.map((step) => (giver.isOutside && step.yesOutside ? { ...step, yes: step.yesOutside } : step));
  const [first] = steps;
  if (!first) throw new Error('decision-steps.yaml has no steps');
  const machine = setup({
    types: { context: {} as Progress, events: {} as { type: Answer } },
    actions: { give: assign(({ context }, given: Given) => afterAnswer(steps, context, given)) },
  }).createMachine({
    id: 'maa-jeg-dele',
    context: { given: [], outcome: null, decidedBy: [], isSettled: false },
    initial: first.id,
    states: Object.fromEntries(steps.map((step) => [step.id, toState(step)])),
  });
  return { steps, machine };
}
export type Guide = ReturnType<typeof compileGuide>;

function toState(step: DecisionStep) {
  if (isLast(step)) return { type: 'final' as const };
  return {
    on: Object.fromEntries(
      answersTo(step).map((answer) => {
        const reply = replyTo(step, answer);
        return [answer, { target: reply.next, actions: { type: 'give' as const, params: { step, answer, reply } } }];
      }),
    ),
  };
}

function afterAnswer(steps: readonly DecisionStep[], progress: Progress, given: Given): Progress {
  const { step, reply } = given;
  const all = [...progress.given, given];
  if (progress.isSettled) return corrected({ ...progress, given: all }, given);
  const following = steps.slice(steps.indexOf(step) + 1).find(({ aside }) => !aside)?.id;
  const isAside = steps.find(({ id }) => id === reply.next)?.aside === true;
  const isTurn = reply.outcome !== undefined || (reply.next !== following && !isAside);
  return {
    given: all,
    outcome: reply.outcome === undefined || reply.outcome === 'SLUT' ? progress.outcome : reply.outcome,
    decidedBy: isTurn ? [...progress.decidedBy, given] : progress.decidedBy,
    isSettled: reply.next === HOW,
  };
}

/**
 * How it is shared can still stop the sharing: what is wrong or out of date is not passed on as it is (S12). A duty alone does
 * not wait for that.
 */
function corrected(progress: Progress, given: Given): Progress {
  if (given.reply.outcome !== 'VENT' || progress.outcome === 'PLIGT') return progress;
  return { ...progress, outcome: 'VENT', decidedBy: [given] };
}

/** Where some answers lead; null when one of them answers nothing, which is an address that somebody has changed. */
export function walk({ machine, steps }: Guide, answers: readonly Answer[]): Walk | null {
  let [state] = initialTransition(machine);
  for (const type of answers) {
    if (!state.can({ type })) return null;
    [state] = transition(machine, state, { type });
  }
  const at = steps.find(({ id }) => id === state.value);
  if (!at) throw new Error(`No step ${String(state.value)}`);
  return { ...state.context, at, isDone: state.status === 'done', longest: longestFrom(steps, at.id) };
}

/**
 * What an outcome rests on, without repetition. Most rest on the answers that decided; to share in PSP, every condition of
 * § 115 has been asked about.
 */
export function basisOf({ outcome, given, decidedBy }: Walk): string[] {
  const rests = outcome === 'PSP' ? given.filter(({ step }) => step.provisions.some(isPsp)) : decidedBy;
  const ids = rests.flatMap(({ step }) => step.provisions);
  return [...new Set(outcome === 'PSP' ? ids.filter(isPsp) : ids)];
}
const isPsp = (provision: string) => provision.startsWith('rpl-115-');

/** The answers that a step takes, in the order in which they are offered. */
export function answersTo(step: DecisionStep): readonly Answer[] {
  return ANSWERS.filter((answer) => answer !== 'both' || step.id === TWOFOLD);
}

export function replyTo(step: DecisionStep, answer: Answer): Reply {
  return step[answer === 'both' ? 'yes' : answer];
}

/** A step that leads nowhere: what is left is to write down. */
export function isLast(step: DecisionStep): boolean {
  return answersTo(step).every((answer) => replyTo(step, answer).next === undefined);
}

/** The number of answers on the longest way from a step to the end. */
function longestFrom(steps: readonly DecisionStep[], from: string): number {
  const step = steps.find(({ id }) => id === from);
  if (!step || isLast(step)) return 0;
  const next = new Set(answersTo(step).flatMap((answer) => replyTo(step, answer).next ?? []));
  return 1 + Math.max(0, ...[...next].map((id) => longestFrom(steps, id)));
}
