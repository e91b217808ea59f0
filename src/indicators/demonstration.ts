import type { GroupPlan } from './people.ts';

/** Invented municipalities of the large district, with so many members in their operative groups. */
const LARGE: readonly (readonly [string, string, number])[] = [
  ['eksempelby', 'Eksempelby', 16],
  ['lindvadby', 'Lindvadby', 14],
  ['sivengby', 'Sivengby', 15],
  ['aanelby', 'Ånelby', 13],
  ['fjordholtby', 'Fjordholtby', 12],
  ['skovvangby', 'Skovvangby', 14],
  ['bakkeloekkeby', 'Bakkeløkkeby', 12],
  ['strandengby', 'Strandengby', 13],
  ['markvadby', 'Markvadby', 11],
];

/** The rest of the invented country. */
const OTHERS: readonly (readonly [string, string, string, number])[] = ['nordkredsen', 'sydkredsen'].flatMap(
  (district) =>
    ['Elmeby', 'Birkholtby', 'Havengby', 'Vangvadby', 'Dalengby', 'Holmvangby'].map((name, index) => {
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
