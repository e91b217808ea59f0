import type { Provision } from '#src/content/schema.ts';

/** How a provision is called: "Psykiatriloven § 13 a". A number stays on the line of its sign. */
export function citation({ statute, section }: Pick<Provision, 'statute' | 'section'>): string {
  return `${statute.title} ${section}`.replace(/(§|stk\.|nr\.|litra|art\.|kapitel) (?=[\da-z])/g, '$1\u00a0');
}
