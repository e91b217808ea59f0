import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Authored } from './authored-text.ts';
import type { Finding } from './read-yaml.ts';
import type { Content } from './schema.ts';

/** How long before a day its texts are told, in days. */
export const DAYS_AHEAD = 60;

/** An authority that begins or ends on a day; its last day counts. */
export interface DatedName {
  readonly name: string;
  /** `YYYY-MM-DD`, or null. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

interface Findings {
  readonly errors: Finding[];
  readonly warnings: Finding[];
}

/**
 * What the calendar makes wrong: a text that names an authority which ends or has not begun, a text with a day of its
 * own, a year that was to come, a provision. Told 60 days ahead, and refused from the day on where a name is then wrong.
 * A text that names the authority that follows is true before and after, and is let be.
 * @param today `YYYY-MM-DD`, in Denmark
 */
export function checkCalendar(texts: readonly Authored[], names: readonly DatedName[], today: string): Findings {
  const found: Findings = { errors: [], warnings: [] };
  for (const { file, line, text } of texts) {
    for (const { name, validTo, validFrom } of names) {
      if (!namesIt(text, name)) continue;
      const next = validTo === null ? undefined : names.find((one) => one.validFrom === dayAfter(validTo));
      const isTold = next !== undefined && namesIt(text, next.name);
      if (validTo !== null && !isTold && daysBetween(today, validTo) <= DAYS_AHEAD) {
        const message = `${name} findes til og med ${validTo}. Skriv det, så det er sandt både før og efter${next ? `, for eksempel »${name}, som fra ${next.validFrom} er en del af ${next.name}«` : ''}`;
        (validTo < today ? found.errors : found.warnings).push({ file, line, message });
      }
      if (validFrom !== null && validFrom > today && !text.includes(validFrom.slice(0, 4)))
        found.errors.push({
          file,
          line,
          message: `${name} findes først fra ${validFrom}. Skriv, hvornår den begynder`,
        });
    }
    for (const { words, day } of yearsToCome(text)) {
      const away = daysBetween(today, day);
      if (away <= DAYS_AHEAD && away > -DAYS_STALE)
        found.warnings.push({
          file,
          line,
          message: `»${words}« er snart fortid eller er det alt. Se efter, om det stadig passer`,
        });
    }
  }
  return found;
}

/** A text about a year that was to come is history after this many days. */
const DAYS_STALE = 366;

function namesIt(text: string, name: string): boolean {
  return new RegExp(`(?<!\\p{L})${name}s?(?!\\p{L})`, 'u').test(text);
}

const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');

/** "frem til 2027", "indtil 1. juni 2027": with the day on which it comes. */
function yearsToCome(text: string): { words: string; day: string }[] {
  const pattern = new RegExp(
    `(?:frem til|indtil|senest i)(?: den)?(?: (\\d{1,2})\\.)?(?: (${MONTHS.join('|')}))? (20\\d\\d)`,
    'giu',
  );
  return [...text.matchAll(pattern)].map(([words, date = '1', month = 'januar', year = '']) => ({
    words,
    day: `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`,
  }));
}

/** The texts of modules that carry a day of their own: <Dated from until>. */
export function checkDated(root: string, today: string): Findings {
  const found: Findings = { errors: [], warnings: [] };
  for (const path of globSync(join(root, 'src/content/modules/*/*.mdx')).sort()) {
    const file = relative(root, path);
    for (const [index, text] of readFileSync(path, 'utf8').split('\n').entries())
      for (const [, attributes = ''] of text.matchAll(/<Dated\b([^>]*)>/g)) {
        const tell = (to: Finding[], message: string) => to.push({ file, line: index + 1, message });
        const [from, until] = ['from', 'until'].map((name) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1]);
        const days = [from, until].filter((day) => day !== undefined);
        if (days.length === 0 || !days.every(isDay) || (from !== undefined && until !== undefined && from > until))
          tell(found.errors, '<Dated> skal have from, until eller begge som ÅÅÅÅ-MM-DD, from før until');
        else if (until !== undefined && until < today)
          tell(found.errors, `Teksten gjaldt til og med ${until}. Fjern den, eller skriv, hvad der gælder nu`);
        else if (until !== undefined && daysBetween(today, until) <= DAYS_AHEAD)
          tell(found.warnings, `Teksten gælder til og med ${until}. Skriv det, der gælder bagefter`);
        else if (from !== undefined && daysBetween(today, from) < -DAYS_AHEAD)
          tell(found.warnings, `Teksten har været gældende siden ${from}. Fjern <Dated> om den`);
        else if (from !== undefined && from > today && daysBetween(today, from) <= DAYS_AHEAD)
          tell(found.warnings, `Teksten gælder fra ${from}. Se efter, at det, der gælder indtil da, også står der`);
      }
  }
  return found;
}

/** The provisions whose validity begins or ends within 60 days, with where they stand. */
export function checkProvisionDays(
  root: string,
  { provisions }: Pick<Content, 'provisions'>,
  today: string,
): Finding[] {
  const files = globSync(join(root, 'src/content/law/*.yaml')).map((path) => ({
    file: relative(root, path),
    lines: readFileSync(path, 'utf8').split('\n'),
  }));
  const isNear = (day: string | null) => day !== null && day >= today && daysBetween(today, day) <= DAYS_AHEAD;
  return Object.values(provisions)
    .filter(({ validFrom, validTo }) => isNear(validFrom) || isNear(validTo))
    .map(({ id, validFrom, validTo }) => {
      const home = files.find(({ lines }) => lines.some((line) => isIdLine(line, id)));
      const line = (home?.lines.findIndex((one) => isIdLine(one, id)) ?? 0) + 1;
      const message = isNear(validTo)
        ? `Bestemmelsen ${id} gælder til og med ${validTo}. Se efter, hvad der bygger på den`
        : `Bestemmelsen ${id} gælder fra ${validFrom}. Se efter, hvad den ændrer`;
      return { file: home?.file ?? 'src/content/law', line: Math.max(1, line), message };
    });
}

function isIdLine(line: string, id: string): boolean {
  return new RegExp(`^\\s*-?\\s*id:\\s*${id}\\s*$`).test(line);
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const MS_A_DAY = 86_400_000;

/** Whole days from one calendar day to another; negative when it has passed. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_A_DAY);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + MS_A_DAY).toISOString().slice(0, 10);
}
