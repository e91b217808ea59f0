import type { Step } from '#src/learning/module-steps.ts';

export const text = {
  moduleNumber: (order: number) => `Modul ${order}`,
  minutes: 'minutter',
  constructed: 'Konstrueret sag',
  refused: 'Svaret er ikke gemt',
  answer: 'Svar',
  read: 'Jeg har læst det – videre',
  basis: 'Svaret bygger på',
  done: 'Modulet er gennemført',
  doneLead: 'Du har svaret på alle spørgsmål og læst alle dele.',
  goal: 'Nu er målet, at',
  nextModule: (title: string) => `Næste modul: ${title}`,
  toCases: 'Prøv en sag',
  toLearning: 'Til Min læring',
  progress: (done: string, all: string) => `${done} af ${all} trin er klaret`,
  saved: 'Dit svar gemmes, når du sender det. Du kan holde pause og fortsætte her eller på en anden enhed.',
  /** Before reading nobody is expected to know; the question opens the ear. */
  questionHint: (stage: Step['stage'] | undefined) =>
    stage === 'opening'
      ? 'Svar, før du læser. Du må gerne gætte.'
      : 'Du ser begrundelserne, når du har svaret. Du må gerne svare forkert.',
  stepTitle: (step: Step, partTitle: string | undefined) => {
    if (step.kind === 'part') return partTitle ?? 'Del';
    const names = { opening: 'Før du læser', check: 'Undervejs', closing: 'Til sidst' } as const;
    return `${names[step.stage]}: spørgsmål ${step.number}`;
  },
  onward: (next: Step | undefined) => {
    if (!next) return 'Afslut modulet';
    return next.kind === 'part' ? 'Læs videre' : 'Næste spørgsmål';
  },
} as const;
