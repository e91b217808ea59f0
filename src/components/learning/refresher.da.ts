import { danishDateOf, danishNumber } from '../look/danish.ts';

export const text = {
  title: 'Genopfriskning',
  lead: 'Et spørgsmål eller en lille sag et par gange om ugen holder det, du har lært, i live. Det tager et minut.',
  due: (count: number) => (count === 1 ? 'Ét spørgsmål er klar' : `${danishNumber(count)} spørgsmål er klar`),
  none: 'Der er ikke noget at genopfriske lige nu.',
  next: (at: number) => `Det næste spørgsmål kommer ${danishDateOf(at)}.`,
  nothingYet: 'Når du har gennemført et modul, kommer der spørgsmål om det her nogle dage efter.',
  met: (met: number, open: number) =>
    `Du har mødt ${danishNumber(met)} af de ${danishNumber(open)} emner, som dine moduler giver.`,
  how: 'Sådan virker det',
  howText:
    'De første otte uger kommer der to spørgsmål om ugen. Derefter kommer et emne tilbage, når det er ved at blive glemt, og oftere, hvis det gik skævt. Springer du en uge over, rykker resten. Det samme spørgsmål kommer aldrig igen inden for 90 dage, og intet, du har gennemført, går tabt.',
  mails: 'Mails om genopfriskning',
  mailsOn: 'Du får en mail, når der er noget, og højst én om ugen. I mailen står der kun et link.',
  mailsOff: 'Du får ingen mails om genopfriskning.',
  turnOff: 'Slå mails fra',
  turnOn: 'Slå mails til',
  answer: 'Svar',
  hint: 'Du ser begrundelserne, når du har svaret.',
  refused: 'Svaret er ikke gemt',
  constructed: 'Konstrueret sag',
  basis: 'Svaret bygger på',
  onward: 'Næste spørgsmål',
  inTheCase: 'Sagen går videre',
  caseOnward: 'Se, hvordan det går',
  notOver: 'Sagen er ikke slut.',
  done: 'Til Min læring',
  read: (title: string) => `Læs mere i »${title}«`,
  saved: 'Dit svar er gemt.',
} as const;
