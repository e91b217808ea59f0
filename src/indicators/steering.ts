import type { Publications, PublishedCell, PublishedMonth } from '#db/learning/publication.ts';
import type { CellState } from '#db/learning/publication-schema.ts';
import type { Authority, Principal } from '#db/principal.ts';
import type { Indicator } from '#src/content/schema.ts';
import { type Catalogue, pairsOf, readTarget, type TargetReading } from './catalogue.ts';
import type { Month } from './month.ts';

/** One figure as the page shows it. All numbers are null unless `state` is 'shown'. */
export interface Figure {
  readonly state: CellState;
  /** To the nearest five; people, or operative groups where the indicator counts groups. */
  readonly about: number | null;
  /** The band, in per cent. */
  readonly low: number | null;
  readonly high: number | null;
  /** Median, and from twenty people the quartiles, in weeks. */
  readonly weeks: number | null;
  readonly weeksLow: number | null;
  readonly weeksHigh: number | null;
  /** The month that the figure stands for; older than the publication while too few have changed. */
  readonly since: Month;
  readonly target: TargetReading | null;
}

/** An indicator with everything of it that may be seen from here. A place that the reader may not see is null. */
export interface IndicatorFigures {
  readonly indicator: Indicator;
  readonly pairedWith: readonly Indicator[];
  readonly nation: Figure | null;
  /** Null also for a reader who has a group's scope only. */
  readonly district: Figure | null;
  readonly trend: readonly {
    readonly month: Month;
    readonly nation: Figure | null;
    readonly district: Figure | null;
  }[];
}

/** One row of a breakdown, a figure an indicator by code; an indicator without a figure there by design is not in it. */
export interface Breakdown<K extends string> {
  readonly place: K;
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface SteeringPage {
  readonly district: string;
  readonly month: Month;
  readonly publishedAt: Date;
  readonly catalogueVersion: string;
  readonly isFictional: boolean;
  readonly indicators: readonly IndicatorFigures[];
  /** The one indicator whose development is drawn: the first share that is measured in the district. */
  readonly drawn: IndicatorFigures | null;
  /** The district's authorities; the nation's beside them. Always all four, in the order of the table. */
  readonly authorities: readonly Breakdown<Authority>[];
  readonly nationalAuthorities: readonly Breakdown<Authority>[];
  /** Operative groups by id, as far as the reader may see them. */
  readonly groups: readonly Breakdown<string>[];
  /** Which explanations the page owes: why figures are hidden. */
  readonly reasons: readonly ('too-few' | 'protects-another')[];
  /** Every published row on the page, and nothing else: what the export holds (security.md CSV-1, STAT-7). */
  readonly rows: readonly { readonly month: Month; readonly cell: PublishedCell }[];
}
export type SteeringOutcome =
  | { readonly kind: 'page'; readonly page: SteeringPage }
  | { readonly kind: 'nothing-published' };

const AUTHORITIES: readonly Authority[] = ['politi', 'kommune', 'psykiatri', 'kif'];
/** Pages by the months that they were made of; they go when the months go. */
const pages = new WeakMap<readonly PublishedMonth[], SteeringPage>();
/** How far back the trend goes. */
const TREND_MONTHS = 6;

/**
 * What the steering page of a police district shows: the newest publication, its breakdowns and the trend. Undefined when
 * the principal's steering scope does not reach into the district: answer 404.
 */
export async function steeringPage(
  publications: Publications,
  catalogue: Pick<Catalogue, 'indicators'>,
  principal: Principal,
  district: string,
): Promise<SteeringOutcome | undefined> {
  const months = await publications.publishedFor(principal, district, TREND_MONTHS);
  if (!months) return undefined;
  const [newest] = months;
  if (!newest) return { kind: 'nothing-published' };
  // The same published months make the same page, whoever of the same reach asks.
  const made = pages.get(months);
  if (made) return { kind: 'page', page: made };
  const { publication, cells } = newest;
  const indicators = catalogue.indicators.map((indicator) => figuresOf(catalogue, indicator, months, district));
  const breakdown = (of: (cell: PublishedCell) => boolean) => cells.filter(of);
  const drawn =
    indicators.find(
      ({ indicator, district: figure }) =>
        indicator.unit === 'share' && figure !== null && figure.state !== 'not-applicable',
    ) ?? null;
  const rows = [
    ...cells.map((cell) => ({ month: publication.month, cell })),
    ...months
      .slice(1)
      .flatMap((earlier) =>
        earlier.cells.filter(isDrawn(drawn, district)).map((cell) => ({ month: earlier.publication.month, cell })),
      ),
  ];
  const groups = [
    ...new Set(cells.filter(({ level }) => level === 'group').map(({ operative_group }) => operative_group)),
  ];
  const page: SteeringPage = {
    district,
    month: publication.month,
    publishedAt: new Date(publication.published_at),
    catalogueVersion: publication.catalogue_version,
    isFictional: months.some((month) => month.publication.is_fictional === 1),
    indicators,
    drawn,
    authorities: AUTHORITIES.map((place) =>
      rowOf(
        catalogue,
        place,
        breakdown(({ authority, police_district }) => authority === place && police_district === district),
      ),
    ),
    nationalAuthorities: AUTHORITIES.map((place) =>
      rowOf(
        catalogue,
        place,
        breakdown(({ authority, police_district }) => authority === place && police_district === ''),
      ),
    ),
    groups: groups.map((place) =>
      rowOf(
        catalogue,
        place,
        breakdown(({ operative_group }) => operative_group === place),
      ),
    ),
    reasons: (['too-few', 'protects-another'] as const).filter((state) =>
      rows.some(({ cell }) => cell.state === state),
    ),
    rows,
  };
  pages.set(months, page);
  return { kind: 'page', page };
}

/** The rows of an earlier month that the trend draws. */
function isDrawn(drawn: IndicatorFigures | null, district: string) {
  return ({ indicator, level, police_district }: PublishedCell) =>
    level === 'district' && police_district === district && indicator === drawn?.indicator.code;
}

function figuresOf(
  catalogue: Pick<Catalogue, 'indicators'>,
  indicator: Indicator,
  months: readonly PublishedMonth[],
  district: string,
): IndicatorFigures {
  const at = ({ cells }: PublishedMonth, level: 'nation' | 'district') => {
    const cell = cells.find(
      (one) =>
        one.indicator === indicator.code &&
        one.level === level &&
        (level === 'nation' || one.police_district === district),
    );
    return cell ? figureOf(cell, indicator) : null;
  };
  const trend = months
    .map((month) => ({ month: month.publication.month, nation: at(month, 'nation'), district: at(month, 'district') }))
    .reverse();
  return {
    indicator,
    pairedWith: pairsOf(catalogue, indicator),
    nation: trend.at(-1)?.nation ?? null,
    district: trend.at(-1)?.district ?? null,
    trend,
  };
}

function rowOf<K extends string>(
  catalogue: Pick<Catalogue, 'indicators'>,
  place: K,
  cells: readonly PublishedCell[],
): Breakdown<K> {
  const figures: Record<string, Figure> = {};
  for (const indicator of catalogue.indicators) {
    const cell = cells.find((one) => one.indicator === indicator.code);
    if (cell) figures[indicator.code] = figureOf(cell, indicator);
  }
  return { place, figures };
}

function figureOf(cell: PublishedCell, indicator: Indicator): Figure {
  const { band_low: low, band_high: high, weeks } = cell;
  return {
    state: cell.state,
    about: cell.n_rounded,
    low,
    high,
    weeks,
    weeksLow: cell.weeks_low,
    weeksHigh: cell.weeks_high,
    since: cell.since,
    target: readTarget({ low, high, weeks }, indicator.target),
  };
}
