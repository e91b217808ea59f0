/** The twelve police districts since 2007, as they are called by the police. */
export const DISTRICTS: readonly { readonly id: string; readonly name: string }[] = [
  { id: 'nordjylland', name: 'Nordjyllands Politi' },
  { id: 'oestjylland', name: 'Østjyllands Politi' },
  { id: 'midt-og-vestjylland', name: 'Midt- og Vestjyllands Politi' },
  { id: 'sydoestjylland', name: 'Sydøstjyllands Politi' },
  { id: 'syd-og-soenderjylland', name: 'Syd- og Sønderjyllands Politi' },
  { id: 'fyn', name: 'Fyns Politi' },
  { id: 'sydsjaelland-og-lolland-falster', name: 'Sydsjællands og Lolland-Falsters Politi' },
  { id: 'midt-og-vestsjaelland', name: 'Midt- og Vestsjællands Politi' },
  { id: 'nordsjaelland', name: 'Nordsjællands Politi' },
  { id: 'koebenhavns-vestegn', name: 'Københavns Vestegns Politi' },
  { id: 'koebenhavn', name: 'Københavns Politi' },
  { id: 'bornholm', name: 'Bornholms Politi' },
];

/** A region, with the calendar days on which it is one; its last day counts. */
interface Region {
  readonly id: string;
  readonly name: string;
  /** `YYYY-MM-DD`, or null: since before the platform. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Two of the five regions become Region Østdanmark on 1 January 2027. */
export const REGIONS: readonly Region[] = [
  { id: 'nordjylland', name: 'Region Nordjylland', validFrom: null, validTo: null },
  { id: 'midtjylland', name: 'Region Midtjylland', validFrom: null, validTo: null },
  { id: 'syddanmark', name: 'Region Syddanmark', validFrom: null, validTo: null },
  { id: 'sjaelland', name: 'Region Sjælland', validFrom: null, validTo: '2026-12-31' },
  { id: 'hovedstaden', name: 'Region Hovedstaden', validFrom: null, validTo: '2026-12-31' },
  { id: 'oestdanmark', name: 'Region Østdanmark', validFrom: '2027-01-01', validTo: null },
];

/** The 98 municipalities by the region that they belong to until the end of 2026. */
const MUNICIPALITIES_BY_REGION = {
  hovedstaden: [
    'Albertslund',
    'Allerød',
    'Ballerup',
    'Bornholm',
    'Brøndby',
    'Dragør',
    'Egedal',
    'Fredensborg',
    'Frederiksberg',
    'Frederikssund',
    'Furesø',
    'Gentofte',
    'Gladsaxe',
    'Glostrup',
    'Gribskov',
    'Halsnæs',
    'Helsingør',
    'Herlev',
    'Hillerød',
    'Hvidovre',
    'Høje-Taastrup',
    'Hørsholm',
    'Ishøj',
    'København',
    'Lyngby-Taarbæk',
    'Rudersdal',
    'Rødovre',
    'Tårnby',
    'Vallensbæk',
  ],
  sjaelland: [
    'Faxe',
    'Greve',
    'Guldborgsund',
    'Holbæk',
    'Kalundborg',
    'Køge',
    'Lejre',
    'Lolland',
    'Næstved',
    'Odsherred',
    'Ringsted',
    'Roskilde',
    'Slagelse',
    'Solrød',
    'Sorø',
    'Stevns',
    'Vordingborg',
  ],
  syddanmark: [
    'Assens',
    'Billund',
    'Esbjerg',
    'Fanø',
    'Fredericia',
    'Faaborg-Midtfyn',
    'Haderslev',
    'Kerteminde',
    'Kolding',
    'Langeland',
    'Middelfart',
    'Nordfyns',
    'Nyborg',
    'Odense',
    'Svendborg',
    'Sønderborg',
    'Tønder',
    'Varde',
    'Vejen',
    'Vejle',
    'Ærø',
    'Aabenraa',
  ],
  midtjylland: [
    'Favrskov',
    'Hedensted',
    'Herning',
    'Holstebro',
    'Horsens',
    'Ikast-Brande',
    'Lemvig',
    'Norddjurs',
    'Odder',
    'Randers',
    'Ringkøbing-Skjern',
    'Samsø',
    'Silkeborg',
    'Skanderborg',
    'Skive',
    'Struer',
    'Syddjurs',
    'Viborg',
    'Aarhus',
  ],
  nordjylland: [
    'Brønderslev',
    'Frederikshavn',
    'Hjørring',
    'Jammerbugt',
    'Læsø',
    'Mariagerfjord',
    'Morsø',
    'Rebild',
    'Thisted',
    'Vesthimmerlands',
    'Aalborg',
  ],
} as const;

/** The region into which a region went, and from which day. */
const MERGED: Readonly<Record<string, { readonly into: string; readonly from: string }>> = {
  hovedstaden: { into: 'oestdanmark', from: '2027-01-01' },
  sjaelland: { into: 'oestdanmark', from: '2027-01-01' },
};

export const MUNICIPALITIES: readonly string[] = Object.values(MUNICIPALITIES_BY_REGION).flat();

/** The name of a municipality as we write it; undefined when there is none. @param text in any case, with or without "Kommune" */
export function municipalityNamed(text: string): string | undefined {
  const wanted = text
    .trim()
    .replace(/\s+kommune$/i, '')
    .toLocaleLowerCase('da');
  return MUNICIPALITIES.find((name) => name.toLocaleLowerCase('da') === wanted);
}

/** The id of the region that a municipality belongs to on a Danish calendar day; undefined for an unknown municipality. @param day `YYYY-MM-DD` */
export function regionOf(municipality: string, day: string): string | undefined {
  const home = Object.entries(MUNICIPALITIES_BY_REGION).find(([, names]) =>
    (names as readonly string[]).includes(municipality),
  );
  const merged = home && MERGED[home[0]];
  return merged && day >= merged.from ? merged.into : home?.[0];
}
