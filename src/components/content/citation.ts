import type { Provision } from '#src/content/schema.ts';
import { unbroken } from '#src/content/unbroken.ts';

/** How a provision is called: "Psykiatriloven § 13 a". Its parts stay on one line. */
export function citation({ statute, section }: Pick<Provision, 'statute' | 'section'>): string {
  return unbroken(`${statute.title} ${section}`);
}
