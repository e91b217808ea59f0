import { danishMoment, danishNumber } from '../look/danish.ts';

export const text = {
  all: 'Sager',
  constructed: 'Konstrueret',
  minutes: (minutes: number) => `Cirka ${minutes} minutter`,
  unreviewed: 'Sagen og personerne er opdigtede. Hverken en jurist eller en kliniker har gennemset den endnu.',
  earlier: 'Det har du spillet',
  seat: 'Hvor sidder du ved bordet?',
  seatHint: 'Du ved kun det, din myndighed ved. De andre pladser spiller sagen selv.',
  begin: 'Begynd sagen',
  assessed: 'Spil uden at gå tilbage',
  assessedHint: 'Ellers øver du dig og kan tage et valg om undervejs. Kun dine første valg tæller i dine kompetencer.',
  refused: 'Sagen er ikke begyndt',
  signIn: 'Log ind og prøv sagen',
  whySignIn: 'Dine valg gemmes, så du kan holde pause og se en gennemgang bagefter. Derfor skal vi vide, hvem du er.',
} as const;

/** An earlier attempt in one line, and what to do with it. */
export function attemptLine(
  attempt: { startedAt: number; finishedAt: number | null; decisions: number },
  seat: string,
): { text: string; link: string } {
  if (attempt.finishedAt !== null)
    return { text: `${seat}, spillet ${danishMoment(attempt.finishedAt)}`, link: 'Se gennemgangen' };
  const choices = attempt.decisions === 0 ? 'ingen valg endnu' : `${danishNumber(attempt.decisions)} valg`;
  return { text: `${seat}, begyndt ${danishMoment(attempt.startedAt)}, ${choices}`, link: 'Fortsæt sagen' };
}
