import type { Role } from '#db/principal.ts';

/** The demonstration's places; all invented. */
export const DISTRICTS = {
  large: { id: 'eksempelkredsen', name: 'Eksempelkredsen' },
  small: { id: 'lillekredsen', name: 'Lillekredsen' },
  // The country must have more than two districts, or hiding the small one would have to hide the large one too (STAT-3).
  north: { id: 'nordkredsen', name: 'Nordkredsen' },
  south: { id: 'sydkredsen', name: 'Sydkredsen' },
  rim: { id: 'randkredsen', name: 'Randkredsen' },
} as const;

/** What a fictional person comes to do, where the list of persons is shown. */
export function lineOf(role: Role | null, group: string | null, scope: string | null): string {
  if (role === 'steering')
    return scope === DISTRICTS.small.id
      ? 'Sidder i styregruppen for en lille kreds. Ser, hvordan små tal skjules.'
      : 'Sidder i styregruppen. Ser tallene for sin politikreds.';
  if (role === 'reviewer') return 'Fagredaktør. Ser, hvad læserne har fundet af fejl.';
  if (role === 'admin') return 'Administrator. Opretter grupper og personer, i dag fra kommandolinjen.';
  return group ? `Medlem af operativgruppen i ${group}` : 'Medlem af en operativgruppe';
}
