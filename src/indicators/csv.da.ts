import type { CellState } from '#db/learning/publication-schema.ts';

/** Head of the export, in the order of its columns. */
export const columns = [
  'Måned',
  'Tal fra',
  'Indikator',
  'Navn',
  'Definition, version',
  'Niveau',
  'Politikreds',
  'Operativgruppe',
  'Myndighed',
  'Status',
  'Antal, cirka',
  'Procent, fra',
  'Procent, til',
  'Uger, median',
  'Uger, hurtigste fjerdedel',
  'Uger, langsomste fjerdedel',
  'Opdigtede tal',
] as const;

export const states: Readonly<Record<CellState, string>> = {
  shown: 'Vist',
  'too-few': 'Skjult: for få personer',
  'protects-another': 'Skjult: beskytter et andet tal',
  'not-applicable': 'Opgøres ikke her',
};

export const levels = {
  nation: 'Landet',
  authority: 'Myndighed',
  crossing: 'Myndighed i politikreds',
  district: 'Politikreds',
  group: 'Operativgruppe',
} as const;

export const authorities = {
  politi: 'Politi',
  kommune: 'Kommune',
  psykiatri: 'Psykiatri',
  kif: 'Kriminalforsorgen i Friheden',
  '': '',
} as const;
export const yes = 'Ja';
export const no = 'Nej';
