import lunr from 'lunr';
import { askedOf, nameOf, namingOf } from './naming.ts';
import { unpackIndex } from './pack.ts';
import { synonymIndex, tellsLittle, type Unit, unitsOf } from './query.ts';
import { SEARCH_GROUPS, type SearchFile, type SearchGroup, type SearchRecord } from './records.ts';
import { type Piece, snippetOf } from './snippet.ts';
import { createUnitSearch, type UnitHit } from './unit-search.ts';
import { phraseKey } from './words.ts';

export interface Hit {
  readonly record: SearchRecord;
  /** Only like what was asked for: a letter is wrong, a part of the word was found, or few of the words. */
  readonly isNear: boolean;
  /** Called so, by its whole name or by the words of it. */
  readonly isNamed: boolean;
  /** A piece of its text around what was searched; what to mark is marked. */
  readonly snippet: readonly Piece[];
}

export interface Search {
  /**
   * @param query whatever the reader has typed; never reaches lunr's query language
   * @returns best first, the near ones last; none for an empty query
   */
  find(query: string): Hit[];
}

const MOST_HITS = 40;
/** A record that answers less of a query than this share of the best one is only near. */
const NEAR_SHARE = 0.5;
/** What a word that tells little weighs. */
const LITTLE = 0.35;
/** What the right module adds, as a share of the weight that was found. */
const HOME = 0.4;
/** Questions are asked in modules and cases are played; both tell less than what explains. */
const WORTH: Readonly<Record<SearchGroup, number>> = {
  ord: 1.05,
  modul: 1,
  bestemmelse: 0.95,
  sag: 0.8,
  side: 0.9,
  spoergsmaal: 0.5,
};

/** What has been found of a record so far. */
interface Found {
  /** The weights of the units that it answers. */
  weight: number;
  score: number;
  /** Whether a unit was found as it is. */
  isStraight: boolean;
  readonly terms: Set<string>;
}

/** @param textOf the text of a record by its place; undefined while it has not come, and then no lines are shown */
export function createSearch(
  { index, records, synonyms }: SearchFile,
  textOf: (place: number) => string | undefined,
): Search {
  const loaded = lunr.Index.load(unpackIndex(index));
  const terms = new Set(index.terms.split(' '));
  const rows = synonymIndex(synonyms);
  const hitsOfUnit = createUnitSearch(loaded);
  const namings = records.map(namingOf);
  const homes = records.map(({ within }) => new Set(phraseKey(within).split(' ')));
  return {
    find(query) {
      const units = unitsOf(query, rows, (key) => terms.has(key));
      const found = new Map<number, Found>();
      for (const unit of units) addUnit(found, hitsOfUnit(unit), records.length, tellsLittle(unit) ? LITTLE : 1);
      if (units.length > 1) addHomes(found, units, homes);
      const most = Math.max(0, ...[...found.values()].map(({ weight }) => weight));
      const asked = askedOf(query, units);
      return [...found]
        .flatMap(([place, entry]) => {
          const naming = namings[place];
          return naming ? [{ ...entry, record: naming.record, place, name: nameOf(naming, asked, entry.terms) }] : [];
        })
        .map((entry) => ({
          ...entry,
          isNear: entry.name < 2 && (!entry.isStraight || entry.weight < NEAR_SHARE * most),
          worth: entry.score * WORTH[entry.record.group],
        }))
        .toSorted(
          (a, b) =>
            Number(a.isNear) - Number(b.isNear) ||
            b.name - a.name ||
            (a.name > 0 && b.name > 0 ? rankOf(a.record) - rankOf(b.record) || a.place - b.place : 0) ||
            b.worth - a.worth ||
            rankOf(a.record) - rankOf(b.record) ||
            a.place - b.place,
        )
        .slice(0, MOST_HITS)
        .map(({ record, place, terms: matched, isNear, name }) => ({
          record,
          isNear,
          isNamed: name > 0,
          snippet: snippetOf(textOf(place) ?? '', matched),
        }));
    },
  };
}

/** A rare word weighs more than one that stands everywhere; within a word, what is named by it more than what mentions it. */
function addUnit(found: Map<number, Found>, hits: readonly UnitHit[], all: number, share: number): void {
  const straight = hits.filter(({ isNear }) => !isNear).length || hits.length;
  const weight = share * Math.log(1 + all / (1 + straight));
  const most = Math.max(0, ...hits.map(({ score }) => score));
  for (const { place, score, isNear, isPinned, terms } of hits) {
    const entry = found.get(place) ?? { weight: 0, score: 0, isStraight: false, terms: new Set<string>() };
    entry.weight += isNear ? weight / 2 : weight;
    entry.score += weight * (isNear ? 0.5 : 1) * (1 + (most > 0 ? score / most : 0) + (isPinned ? 1 : 0));
    entry.isStraight ||= !isNear;
    for (const term of terms) entry.terms.add(term);
    found.set(place, entry);
  }
}

/** What stands in a module about one of the words is nearer than what only mentions it. */
function addHomes(
  found: ReadonlyMap<number, Found>,
  units: readonly Unit[],
  homes: readonly ReadonlySet<string>[],
): void {
  const keys = units.filter((unit) => unit.isWord && !tellsLittle(unit)).map(({ words }) => phraseKey(words.join(' ')));
  for (const [place, entry] of found)
    if (keys.some((key) => homes[place]?.has(key))) entry.score += HOME * entry.weight;
}

function rankOf({ group }: SearchRecord): number {
  return SEARCH_GROUPS.indexOf(group);
}
