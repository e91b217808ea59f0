import type { Indicator } from '#src/content/schema.ts';
import type { IndicatorFigures, Figure as PublishedFigure } from '#src/indicators/steering.ts';
import { capitalised, danishNumber } from '../look/danish.ts';
import type { Figure } from './figure.ts';

export const text = {
  title: 'Er grupperne klædt på?',
  fictional: 'Opdigtede tal',
  nothingPublished:
    'Der er ikke offentliggjort tal endnu. De første kommer, når en måned er gået og tallene er gjort op.',
  choose: 'Vælg den politikreds, du vil se.',
  published: (day: string) => `Offentliggjort ${day}`,
  month: (month: string) => `Tal til og med ${month}`,
  csv: 'Hent de samme tal som CSV',
  figures: 'Tallene lige nu',
  trend: 'Udvikling',
  byAuthority: 'Fordelt på myndighed',
  authority: 'Myndighed',
  byGroup: 'Fordelt på operativgruppe',
  group: 'Operativgruppe',
  nation: 'Hele landet til sammenligning',
  who: 'Hvem',
  wholeNation: 'Hele landet',
  whyHidden: 'Derfor er nogle tal skjult',
  rules: 'Læs reglerne for små tal',
  notHere: 'Opgøres ikke her',
  whyBands:
    'Søjlerne viser et interval. Det er med vilje: Et præcist tal for få personer kan afsløre én af dem, når to måneder lægges ved siden af hinanden.',
  whySame: 'Et tal skiftes først ud, når mindst fem personer er ændret. Derfor kan to måneder vise det samme.',
} as const;

export const HIDDEN_REASONS = {
  'too-few': {
    name: '¹ For få personer.',
    text: 'Vi viser ikke gennemførelse for færre end fem og ikke caseresultater for færre end ti. Et bånd skal også kunne dække over mindst to mulige svar.',
  },
  'protects-another': {
    name: '² For at beskytte et andet tal.',
    text: 'Var kun ét tal skjult, kunne det regnes ud fra de andre. Derfor skjuler vi også det næstmindste.',
  },
} as const;

export function definitionOf({ id }: Indicator): string {
  return `/indikatorer/${id}`;
}

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

/** @param month `YYYY-MM` */
export function monthName(month: string, isShort = false): string {
  const [year = '', number = ''] = month.split('-');
  const name = MONTHS[Number(number) - 1] ?? month;
  return isShort ? `${name.slice(0, 3)}. ${year.slice(2)}` : `${name} ${year}`;
}

/** The figure in the form that the components draw; null where the indicator is not measured by design. */
export function figureOf({ state, low, high, weeks }: PublishedFigure): Figure | null {
  switch (state) {
    case 'not-applicable':
      return null;
    case 'too-few':
      return { kind: 'hidden', reason: 'few' };
    case 'protects-another':
      return { kind: 'hidden', reason: 'protects' };
    case 'shown':
      if (low !== null && high !== null) return { kind: 'share', low, high };
      return { kind: 'words', words: weeks === null ? text.notHere : weeks === 1 ? '1 uge' : `${weeks} uger` };
  }
}

/** How many it is about, and the target; where hidden, the reason in one sentence. */
export function about(indicator: Indicator, figure: PublishedFigure, isNational: boolean): string {
  const where = isNational ? 'Hele landet. ' : '';
  if (figure.state === 'too-few') return `${where}For få til, at tallet kan vises. Det kommer, når der er flere.`;
  if (figure.state === 'protects-another') return `${where}Skjult for at beskytte et andet tal.`;
  if (figure.state === 'not-applicable') return text.notHere;
  const unit = indicator.minimumUnits ? 'operativgrupper' : 'medlemmer';
  const spread =
    figure.weeksLow !== null && figure.weeksHigh !== null
      ? ` Den midterste halvdel brugte ${figure.weeksLow}–${figure.weeksHigh} uger.`
      : '';
  return `${where}Cirka ${figure.about} ${unit}.${spread}${indicator.target ? ` Mål: ${indicator.target.text}` : ''}`;
}

/** The answer in one sentence, said only as surely as the bands allow. */
export function answer(figures: readonly IndicatorFigures[]): string {
  const readings = figures.flatMap(({ district }) =>
    district?.state === 'shown' && district.target ? [district.target] : [],
  );
  const hidden = figures.filter(({ district }) => district?.state !== 'shown').length;
  if (readings.length === 0)
    return 'Det kan tallene ikke sige endnu. Der er for få medlemmer, til at de kan vises, uden at nogen kan genkendes.';
  const reached = readings.filter((reading) => reading === 'reached').length;
  const missed = readings.filter((reading) => reading === 'not-reached').length;
  const rest = hidden > 0 ? ' Nogle tal er skjult for at beskytte enkeltpersoner.' : '';
  if (reached === readings.length) return `Ja, målene er nået, så langt tallene rækker.${rest}`;
  if (missed === readings.length) return `Ikke endnu. Ingen af målene er nået.${rest}`;
  const words = (count: number) => (count === 1 ? 'ét' : danishNumber(count));
  const first = reached === 0 ? 'Ingen mål er sikkert nået' : `${capitalised(words(reached))} mål er nået`;
  return `Delvist. ${first}${missed > 0 ? `, og ${words(missed)} er ikke` : ''}.${rest}`;
}
