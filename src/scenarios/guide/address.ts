import { ANSWERS, type Answer } from './machine.ts';

/** A letter an answer, so that a whole walk is `?svar=nnv…` and an address holds nothing but answers. */
const LETTERS: Record<Answer, string> = { yes: 'j', both: 'b', no: 'n', unsure: 'v' };
const BY_LETTER = new Map(ANSWERS.map((answer) => [LETTERS[answer], answer]));

/** There are fifteen steps, and none is asked twice. */
const LONGEST = 15;

/** The answers that an address holds, in order; null for anything else. */
export function readAnswers(text: string): Answer[] | null {
  if (text.length > LONGEST) return null;
  const answers = [...text].map((letter) => BY_LETTER.get(letter));
  return answers.every((answer) => answer !== undefined) ? answers : null;
}

export function writeAnswers(answers: readonly Answer[]): string {
  return answers.map((answer) => LETTERS[answer]).join('');
}
