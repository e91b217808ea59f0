import type { Content, Indicator } from '#src/content/schema.ts';
import type { Limits } from './protection.ts';

/** The part of the content that the indicators need; a whole `Content` will do. */
export type Catalogue = Pick<Content, 'indicators' | 'catalogueVersion' | 'modules'>;

export function findIndicator({ indicators }: Pick<Catalogue, 'indicators'>, codeOrId: string): Indicator | undefined {
  return indicators.find(({ id, code }) => id === codeOrId || code === codeOrId);
}

/** The indicators to read beside this one, so that none is read alone (psp-praksis C-11). */
export function pairsOf(catalogue: Pick<Catalogue, 'indicators'>, { pairedWith }: Indicator): Indicator[] {
  return pairedWith.flatMap((id) => findIndicator(catalogue, id) ?? []);
}

/** Modules of the basic course, in reading order. */
export function obligatoryModules({ modules }: Pick<Catalogue, 'modules'>): string[] {
  return modules.filter(({ obligatory }) => obligatory).map(({ id }) => id);
}

export function limitsOf({ threshold, minimumUnits }: Indicator): Limits {
  return { persons: threshold, units: minimumUnits ?? 0 };
}

/** `unreadable`: with so few people the band is wider than the target can be read in, and the page says so. */
export type TargetReading = 'reached' | 'not-reached' | 'unreadable';

/** A figure as published; all null when hidden. */
export interface ShownFigure {
  readonly low: number | null;
  readonly high: number | null;
  readonly weeks: number | null;
}

/**
 * Reads a target against a band: reached when the whole band is on its right side. In tenths a target inside the band is
 * read as the whole band beyond it, so it is not reached; wider bands leave it open (psp-praksis C-6.12).
 * @returns null when the figure is hidden or the indicator has no target
 */
export function readTarget({ low, high, weeks }: ShownFigure, target: Indicator['target']): TargetReading | null {
  if (!target) return null;
  const { value, direction } = target;
  if (weeks !== null) {
    const isReached = direction === 'at-most' ? weeks * 7 <= value : weeks * 7 >= value;
    return isReached ? 'reached' : 'not-reached';
  }
  if (low === null || high === null) return null;
  if (direction === 'at-least' ? low >= value : high <= value) return 'reached';
  const isInside = low < value && value < high;
  return isInside && high - low > 10 ? 'unreadable' : 'not-reached';
}
