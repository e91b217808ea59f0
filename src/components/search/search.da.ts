import type { HitSection } from '#src/search/grouped.ts';
import type { Hit } from '#src/search/search.ts';

export const GROUP_NAMES: Record<HitSection['kind'], string> = {
  ord: 'Ordliste',
  modul: 'Moduler',
  bestemmelse: 'Bestemmelser',
  sag: 'Scenarier',
  side: 'Andre sider',
  spoergsmaal: 'Spørgsmål i modulerne',
  near: 'Ligner det, du søgte',
};

const places = (count: number) => (count === 1 ? 'Ét sted' : `${count} steder`);

export const text = {
  title: 'Søg',
  description: 'Søg i moduler, ordliste, bestemmelser og scenarier.',
  label: 'Hvad leder du efter?',
  hint: 'Et ord, en bestemmelse som § 115, stk. 2, eller et spørgsmål. Skriv ingen navne på borgere.',
  button: 'Søg',
  none: (query: string) => `Der er ikke fundet noget på »${query}«.`,
  advice: 'Prøv et kortere ord eller et andet ord for det samme. Du kan også gå herfra:',
  count: (hits: readonly Hit[]) => {
    const near = hits.filter(({ isNear }) => isNear).length;
    if (near === 0) return places(hits.length);
    return near === hits.length
      ? `Intet sted med netop de ord. ${places(near)}, der ligner`
      : `${places(hits.length - near)} og ${near}, der ligner`;
  },
  tooLong: 'Skriv højst 200 tegn.',
  address: 'Link til denne søgning',
} as const;

/** Where one goes on when nothing was found. */
export const WAYS_ON: readonly { readonly href: string; readonly label: string }[] = [
  { href: '/ordliste', label: 'Se alle ord i ordlisten' },
  { href: '/maa-jeg-dele', label: 'Få hjælp til, om du må dele' },
  { href: '/fejl?side=%2Fsoeg', label: 'Har du fundet en fejl?' },
];

/** Longest query, in characters. */
export const LONGEST_QUERY = 200;

/** The address of a search. What stands after # is sent to no server, so no log can hold it. */
export function searchAddress(query: string): string {
  return `/soeg#q=${encodeURIComponent(query.trim().slice(0, LONGEST_QUERY))}`;
}

/** The query in an address' fragment; undefined when there is none, or it cannot be read. */
export function queryOf(fragment: string): string | undefined {
  const value = /^#q=(.*)$/.exec(fragment)?.[1];
  if (value === undefined) return undefined;
  try {
    return decodeURIComponent(value.replaceAll('+', ' ')).slice(0, LONGEST_QUERY);
  } catch {
    return undefined;
  }
}
