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
