import type { GroupPlan } from './people.ts';

/** Invented municipalities of the large district, with so many members in their operative groups. */
const LARGE: readonly (readonly [string, string, number])[] = [
  ['eksempelby', 'Eksempelby', 16],
  ['lindeby', 'Lindeby', 14],
  ['soeborg-by', 'Søborg By', 15],
  ['aaby', 'Åby', 13],
  ['fjordby', 'Fjordby', 12],
  ['skovby', 'Skovby', 14],
  ['bakkeby', 'Bakkeby', 12],
  ['strandby', 'Strandby', 13],
  ['markby', 'Markby', 11],
];

/** The rest of the invented country. */
const OTHERS: readonly (readonly [string, string, string, number])[] = ['nordkredsen', 'sydkredsen'].flatMap(
  (district) =>
    ['Elleby', 'Birkeby', 'Havby', 'Vangby', 'Dalby', 'Holmby'].map((name, index) => {
      const prefix = district === 'nordkredsen' ? 'Nord' : 'Syd';
      return [district, `${prefix}-${name}`.toLowerCase(), `${prefix} ${name}`, 11 + (index % 4)] as const;
    }),
);

/** The demonstration's groups: a district that is large enough to show figures, and one that is too small. */
export function demonstrationGroups(): GroupPlan[] {
  return [
    ...LARGE.map(([id, name, members]) => ({
      operativeGroup: id,
      policeDistrict: 'eksempelkredsen',
      municipality: name,
      members,
    })),
    { operativeGroup: 'lilleby', policeDistrict: 'lillekredsen', municipality: 'Lilleby', members: 4 },
    { operativeGroup: 'randby', policeDistrict: 'randkredsen', municipality: 'Randby', members: 9 },
    ...OTHERS.map(([district, id, name, members]) => ({
      operativeGroup: id,
      policeDistrict: district,
      municipality: name,
      members,
    })),
  ];
}
