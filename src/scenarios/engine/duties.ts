import type { DecisionNode, Fact, Scenario } from './schema.ts';
import type { Situation } from './state.ts';

/** A fact that its holder must give to somebody by law (S1; retsgrundlag 2.8: a duty comes before PSP). */
export interface Duty {
  readonly fact: string;
  readonly text: string;
  /** Seats that must have it. */
  readonly to: readonly string[];
  /** Ids of provisions. */
  readonly basis: readonly string[];
}

/**
 * The duties that a written choice leaves undone although another choice of the same scene meets them: silence in other
 * words. Such a choice is never right, and never half right, whatever its author writes; nor is one that tells one of those
 * who must know and leaves out the other. A promise to tell later (`later`) meets nothing yet. In which form it is told is
 * not weighed, since a duty has a measure of its own (disclosure.ts).
 * @param seat who decides; only the holder's own duty binds (disclosure.ts)
 * @returns each with those alone who could have been told here, and were not
 */
export function dutiesLeft(
  scenario: Scenario,
  { choices }: Pick<DecisionNode, 'choices'>,
  choice: string,
  seat: string,
): Duty[] {
  const taken = choices.find(({ id }) => id === choice);
  return dutiesOf(scenario, seat).flatMap((duty) => {
    const tells = (one: DecisionNode['choices'][number] | undefined, to: string) =>
      one?.discloses.some((told) => !told.later && told.fact === duty.fact && told.to.includes(to)) === true;
    const left = duty.to.filter((to) => choices.some((one) => tells(one, to)) && !tells(taken, to));
    return left.length > 0 ? [{ ...duty, to: left }] : [];
  });
}

/** The seat's duties that nobody had met when a play stood here: somebody who had to be told still lacks the fact. */
export function unmetDuties(scenario: Scenario, seat: string, { knows }: Pick<Situation, 'knows'>): Duty[] {
  return dutiesOf(scenario, seat).flatMap((duty) => {
    const lacking = duty.to.filter((one) => !knows.includes(`${one}:${duty.fact}`));
    return lacking.length > 0 ? [{ ...duty, to: lacking }] : [];
  });
}

function dutiesOf({ facts }: Scenario, seat: string): Duty[] {
  return Object.entries(facts).flatMap(([fact, { holder, duty, text }]: [string, Fact]) =>
    holder === seat && duty ? [{ fact, text, to: duty.to, basis: duty.basis }] : [],
  );
}
