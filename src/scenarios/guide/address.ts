import { GIVERS, type Giver } from './givers.ts';
import { ANSWERS, type Answer } from './machine.ts';

/**
 * A capital letter for who one is and a small one an answer, so that a whole walk is `?svar=Knnv…` and an address holds
 * nothing else: a profession that some thousands have, and answers.
 */
const LETTERS: Record<Answer, string> = { yes: 'j', both: 'b', no: 'n', unsure: 'v' };
const BY_LETTER = new Map(ANSWERS.map((answer) => [LETTERS[answer], answer]));

/** One more than there are steps on the longest way; none is asked twice. */
const LONGEST = 16;

/** A walk as an address holds it; no giver where nobody has said who they are yet. */
export interface Asked {
  readonly giver: Giver | null;
  readonly answers: readonly Answer[];
}

/** What an address holds; null for anything else, and for one from before it was asked who one is. */
export function readWalk(text: string): Asked | null {
  if (text === '') return { giver: null, answers: [] };
  if (text.length > LONGEST + 1) return null;
  const [first, ...letters] = text;
  const giver = GIVERS.find(({ letter }) => letter === first);
  const answers = letters.map((letter) => BY_LETTER.get(letter));
  return giver && answers.every((answer) => answer !== undefined) ? { giver, answers } : null;
}

export function writeWalk(giver: Giver, answers: readonly Answer[]): string {
  return giver.letter + answers.map((answer) => LETTERS[answer]).join('');
}
