import type { Point } from '#src/learning/measurements.ts';
import { danishNumber } from '../look/danish.ts';

const NAMES: Record<Point, string> = {
  t0: 'Før kurset',
  t1: 'Lige efter kurset',
  t2: 'Tre måneder efter',
  t3: 'Et år efter',
};

export const text = {
  title: 'Måling',
  name: (point: Point) => NAMES[point],
  intro: (total: number) =>
    `${danishNumber(total).replace(/^./, (letter) => letter.toUpperCase())} korte spørgsmål om valg i en sag og fem om, hvad du tror, du kan. Det tager omkring ti minutter. Du kan holde pause.`,
  why: 'Svarene viser, om kurset virker. Din styregruppe ser samlede tal og aldrig dine svar. Du får først at vide, hvordan det gik, når du har gennemført kurset, så målingen efter bliver rigtig.',
  voluntary: 'Det er frivilligt. Vil du ikke, kan du gå direkte i gang.',
  offer: (point: Point) =>
    point === 't0'
      ? 'Før du går i gang: ti minutter, som viser, hvor du står'
      : `Måling: ${NAMES[point].toLowerCase()}`,
  begin: 'Begynd målingen',
  goOn: 'Fortsæt målingen',
  question: (number: number, total: number) => `Spørgsmål ${number} af ${total}`,
  progress: (answered: number, total: number) => `${answered} af ${total} spørgsmål er besvaret`,
  confidence: 'Hvor sikker er du på dit svar?',
  confidences: { 25: 'Jeg gætter', 50: 'Lidt sikker', 75: 'Ret sikker', 100: 'Helt sikker' },
  next: 'Næste',
  trust: 'Hvor meget passer det på dig i dag?',
  trustHint: 'Fra 0, slet ikke, til 10, helt.',
  send: 'Afslut målingen',
  refused: 'Svaret er ikke gemt',
  thanks: 'Tak. Målingen er gemt.',
  thanksBefore: 'Du får at vide, hvordan det gik, når du har gennemført kurset.',
  toLearning: 'Til Min læring',
  results: 'Sådan er det gået',
  resultLine: (strong: number, asked: number) => `${strong} af ${asked} stærke svar`,
  trustLine: (trust: number) =>
    `Tiltro ${new Intl.NumberFormat('da-DK', { maximumFractionDigits: 1 }).format(trust)} af 10`,
  caution: 'Få spørgsmål giver et groft billede. Højere tiltro er kun godt, når valgene følger med.',
} as const;
