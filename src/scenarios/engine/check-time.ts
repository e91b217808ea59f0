import type { Notes, Path } from './findings.ts';
import type { Scenario } from './schema.ts';
import { textsIn, waysOut } from './texts.ts';

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const MONTHS = 'januar februar marts april maj juni juli august september oktober november december'.split(' ');
const DAY = /^dag (\d+)/i;
/** A text that says that it goes back in time may do so. */
const GOES_BACK =
  /(?<!\p{L})(?:tilbage til|dage? før|dage? tidligere|ugen før|aftenen før|imens|samtidig|i mellemtiden)(?!\p{L})/iu;

/** The story's days: none runs backwards, none has the wrong name, and every date is in the calendar. */
export function checkTime(scenario: Scenario, { fail }: Notes): void {
  const texts = textsIn(scenario);
  checkOrder();
  checkWeekdays();
  checkDate(['lawDate'], scenario.lawDate);
  for (const { at, text } of texts) checkDate(at, text);

  function checkOrder() {
    const dayOf = (id: string) => {
      const [, number] = DAY.exec((Object.hasOwn(scenario.nodes, id) ? scenario.nodes[id]?.day : '') ?? '') ?? [];
      return number === undefined ? undefined : Number(number);
    };
    const told = new Set<string>();
    for (const [id, node] of Object.entries(scenario.nodes)) {
      const from = dayOf(id);
      for (const { at, goto } of waysOut(id, node)) {
        const to = dayOf(goto);
        if (from === undefined || to === undefined || to >= from || told.has(`${id}>${goto}`)) continue;
        told.add(`${id}>${goto}`);
        if (!goesBack(goto)) fail('dagen-gaar-tilbage', at, { from, to, scene: goto });
      }
    }
  }

  function goesBack(id: string): boolean {
    const node = scenario.nodes[id];
    if (!node) return false;
    const [first] = node.type === 'outcome' ? [{ text: node.text }] : node.passages;
    const text = first === undefined ? '' : 'say' in first ? first.say.text : first.text;
    return GOES_BACK.test(`${node.day ?? ''} ${text}`);
  }

  function checkWeekdays() {
    const named = texts.flatMap(({ at, text }) =>
      [...text.matchAll(/dag (\d+)(?:,| er en) (\p{L}+dag)(?!\p{L})/giu)].flatMap(([, number = '', weekday = '']) => {
        const index = WEEKDAYS.indexOf(weekday.toLowerCase());
        return index < 0 ? [] : [{ at, day: Number(number), index }];
      }),
    );
    const offsets = Map.groupBy(named, ({ day, index }) => (((index - day) % 7) + 7) % 7);
    const most = [...offsets].toSorted(([, a], [, b]) => b.length - a.length)[0];
    if (!most) return;
    const [usual] = most;
    for (const [offset, wrong] of offsets)
      for (const { at, day, index } of offset === usual ? [] : wrong)
        fail('forkert-ugedag', at, { day, name: WEEKDAYS[index] ?? '', right: WEEKDAYS[(day + usual) % 7] ?? '' });
  }

  function checkDate(at: Path, text: string) {
    for (const { name, day, month, year } of datesIn(text))
      if (!exists(day, month, year)) fail('umulig-dato', at, { name });
  }
}

interface FoundDate {
  readonly name: string;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** A leap year: 29 February is a date when no year is said. */
const ANY_YEAR = 2000;

/** Dates as they are written in Danish texts: 2026-02-30, 30.2.2026, 30/2 2026, 30. februar. */
function datesIn(text: string): FoundDate[] {
  const iso = [...text.matchAll(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g)].map(([name, year, month, day]) => ({
    name,
    day: Number(day),
    month: Number(month),
    year: Number(year),
  }));
  const figures = [...text.matchAll(/(?<![\d.])(\d{1,2})[./-](\d{1,2})[./ -]+(\d{4})(?!\d)/g)].map(
    ([name, day, month, year]) => ({ name, day: Number(day), month: Number(month), year: Number(year) }),
  );
  const words = [...text.matchAll(new RegExp(`(?<!\\d)(\\d{1,2})\\. (${MONTHS.join('|')})(?: (\\d{4}))?`, 'gi'))].map(
    ([name, day, month = '', year]) => ({
      name,
      day: Number(day),
      month: MONTHS.indexOf(month.toLowerCase()) + 1,
      year: year === undefined ? ANY_YEAR : Number(year),
    }),
  );
  return [...iso, ...figures, ...words];
}

function exists(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
