export const text = {
  hidden: 'Skjult',
  howMade: 'Sådan er tallet lavet',
  whyHidden: 'Hvorfor er tallet skjult?',
  band: (low: number, high: number) => `${low}–${high} %`,
  bandWithTarget: (low: number, high: number, target: number) => `${low}–${high} %, mål ${target} %`,
  target: (value: number) => `Mål ${value}`,
  hiddenInChart: 'Skjult',
  spoken: (label: string, low: number, high: number) => `${label}: ${low} til ${high} procent.`,
  spokenHidden: (label: string) => `${label}: skjult.`,
  spokenTarget: (value: number) => `Mål: ${value} procent.`,
  notMeasured: 'Ikke opgjort',
} as const;

/** Footnotes of hidden cells: ¹ too few people, ² protects another cell. */
export const HIDDEN_MARKS = { few: '¹', protects: '²' } as const;
