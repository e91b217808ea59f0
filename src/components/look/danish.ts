const TIME_ZONE = 'Europe/Copenhagen';
const DAY = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MOMENT_DAY = new Intl.DateTimeFormat('da-DK', { day: 'numeric', month: 'long', timeZone: TIME_ZONE });

/**
 * A date as a source gives it, in Danish: "3. juli 2023", "juli 2023" or "2023".
 * @param date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; anything else is returned as it stands, since sources have dates such as "2009 (2. udgave)"
 */
export function danishDate(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return DAY.format(new Date(`${date}T00:00:00Z`));
  if (/^\d{4}-\d{2}$/.test(date)) return MONTH.format(new Date(`${date}-01T00:00:00Z`));
  return date;
}

/** The Danish calendar day of a moment, without the year: "4. november". @param moment epoch milliseconds */
export function danishDayOf(moment: number): string {
  return MOMENT_DAY.format(moment);
}

const MOMENT_DATE = new Intl.DateTimeFormat('da-DK', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: TIME_ZONE,
});

/** The Danish calendar day of a moment: "4. november 2026". @param moment epoch milliseconds */
export function danishDateOf(moment: number): string {
  return MOMENT_DATE.format(moment);
}

/** "a", "a og b", "a, b og c". */
export function danishList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} og ${items.at(-1)}`;
}

const NUMBERS = ['nul', 'ét', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];

/** Numbers to twelve as words (neuter), larger ones as figures. */
export function danishNumber(value: number): string {
  return NUMBERS[value] ?? String(value);
}

/** "Seks moduler": the first letter of a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('da') + words.slice(1);
}

/** "dag 9": the same word in the middle of a sentence. */
export function uncapitalised(words: string): string {
  return words.charAt(0).toLocaleLowerCase('da') + words.slice(1);
}

/**
 * In quotation marks, whether or not it stood in some already; without a full stop, so that it fits into a sentence.
 * Words that somebody says within get single marks; several quotations after one another become a list of them.
 */
export function quoted(words: string): string {
  const spoken = /^(?:»[^»«]*«\s*)+$/.test(words)
    ? [...words.matchAll(/»([^»«]*)«/g)].map(([, said = '']) => said)
    : [words];
  return danishList(
    spoken.map(
      (one) =>
        `»${one
          .replace(/\.(«?)$/, '$1')
          .replaceAll('»', '›')
          .replaceAll('«', '‹')}«`,
    ),
  );
}

/** The exact words of a law in quotation marks; dots say that the sentence began before or goes on. */
export function quotedLaw(words: string): string {
  const before = /^[\p{Ll}]/u.test(words) ? '… ' : '';
  const after = /[.…!?]$/.test(words) ? '' : ' …';
  return `»${before}${words}${after}«`;
}

const MOMENT = new Intl.DateTimeFormat('da-DK', {
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: TIME_ZONE,
});

/** A moment's Danish day and time: "23. november kl. 9.05". @param moment epoch milliseconds */
export function danishMoment(moment: number): string {
  return MOMENT.format(moment);
}
