/**
 * Who asks the guide, and whether § 115, stk. 1, nr. 2, names them (retsgrundlag.md 2.5): police, social authorities, both
 * kinds of psychiatry, and self-governing institutions under stk. 3. For everybody else it is unsettled, or they are outside.
 */
export const GIVERS = [
  { id: 'politi', letter: 'P', isOutside: false },
  { id: 'kommune', letter: 'K', isOutside: false },
  { id: 'psykiatri', letter: 'R', isOutside: false },
  { id: 'institution', letter: 'I', isOutside: false },
  { id: 'kif', letter: 'F', isOutside: true },
  { id: 'laege', letter: 'L', isOutside: true },
  { id: 'bolig', letter: 'B', isOutside: true },
  { id: 'skole', letter: 'S', isOutside: true },
  { id: 'jobcenter', letter: 'J', isOutside: true },
  { id: 'andre', letter: 'A', isOutside: true },
] as const;
export type Giver = (typeof GIVERS)[number];
export type GiverId = Giver['id'];
