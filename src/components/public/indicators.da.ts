import type { Indicator } from '#src/content/schema.ts';

export const text = {
  title: 'Indikatorer',
  lead: 'Sådan er tallene lavet. Hver indikator har en definition, en undergrænse for små tal og en indikator, der holder den ærlig.',
  description:
    'Definitioner af de indikatorer, som styregrupperne ser: tæller, nævner, kilde, undergrænse og faldgruber.',
  answers: (question: string) => `Svarer på spørgsmålet: ${question}`,
  purpose: 'Formål',
  level: 'Niveau',
  numerator: 'Tæller',
  denominator: 'Nævner',
  unit: 'Vises som',
  source: 'Datakilde',
  frequency: 'Hvor tit',
  breakdown: 'Opdelt på',
  threshold: 'Undergrænse',
  thresholdLine: (persons: number, units?: number) =>
    `Tal om færre end ${persons} personer vises ikke.${units === undefined ? '' : ` Der skal også være mindst ${units} grupper.`}`,
  target: 'Mål',
  noTarget: 'Intet mål endnu',
  pitfalls: 'Faldgruber',
  paired: 'Læses sammen med',
  version: 'Udgave',
  constructed: 'Definitionen er vores eget forslag. Den er ikke en offentliggjort national definition.',
  smallNumbers: 'Læs reglerne for små tal',
  all: 'Alle indikatorer',
} as const;

export const UNITS: Record<Indicator['unit'], string> = {
  share: 'Interval i procent, aldrig et præcist tal',
  days: 'Interval i dage',
};

export const BREAKDOWNS: Record<Indicator['breakdown'][number], string> = {
  nation: 'hele landet',
  authority: 'myndighed',
  district: 'politikreds',
  group: 'operativgruppe',
};
