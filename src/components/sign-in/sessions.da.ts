import { danishMoment, uncapitalised } from '../look/danish.ts';

export const text = {
  title: 'Her er du logget ind',
  back: 'Min læring',
  lead: 'Kender du ikke et af stederne, så log det ud, og sig det til din administrator.',
  here: 'Denne browser',
  end: 'Log ud dér',
  endHere: 'Log ud her',
  endAll: 'Log ud alle andre steder',
  refused: 'Du er ikke logget ud',
  limits: 'Et sted bliver logget ud af sig selv efter 30 minutter uden brug og senest efter otte timer.',
} as const;

/** When a sign-in began and was last used. Nothing about the machine is kept, so nothing about it can be shown. */
export function sessionLine({ startedAt, seenAt }: { readonly startedAt: number; readonly seenAt: number }): string {
  return `Logget ind ${uncapitalised(danishMoment(startedAt))}, sidst brugt ${uncapitalised(danishMoment(seenAt))}`;
}
