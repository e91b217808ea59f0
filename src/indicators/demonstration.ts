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
  ];
}

/**
 * The rest of the invented country, which nobody signs in from. With two districts alone the small one could be had by
 * subtracting the large one from the nation, so both would be hidden (security.md STAT-3).
 */
export function surroundingGroups(): GroupPlan[] {
  return [9, 8, 8, 7, 7].map((members, index) => ({
    operativeGroup: `naboby-${index + 1}`,
    policeDistrict: 'nabokredsen',
    municipality: `Naboby ${index + 1}`,
    members,
  }));
}
