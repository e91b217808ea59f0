import content from 'virtual:psp-content';
import type { Figure } from '#src/content/figure-schema.ts';
import type { Provision, Term } from '#src/content/schema.ts';

/**
 * The provision that a module's text names.
 * @throws {Error} on an unknown id: the build stops, for a link to nothing is worse than no page
 */
export function provisionNamed(id: string): Provision {
  const provision = content.provisions[id];
  if (!provision) throw new Error(`Bestemmelsen ${id} findes ikke. Ret id'et i modulets tekst`);
  return provision;
}

/** The glossary term that a module's text names. @throws {Error} on an unknown id */
export function termNamed(id: string): Term {
  const term = content.terms.find((one) => one.id === id);
  if (!term) throw new Error(`Ordet ${id} findes ikke i ordlisten. Ret id'et i modulets tekst`);
  return term;
}

/** The figure that a module's text names. @throws {Error} on an unknown id */
export function figureNamed(id: string): Figure {
  const figure = content.figures[id];
  if (!figure) throw new Error(`Figuren ${id} findes ikke. Ret id'et i modulets tekst`);
  return figure;
}

/**
 * The module in whose list of sources one stands that its text names.
 * @throws {Error} on an unknown id, or outside a module
 */
export function moduleWithSource(module: string | undefined, id: string): string {
  const found = content.modules.find((one) => one.id === module && one.sources.some((source) => source.id === id));
  if (!found) throw new Error(`Kilden ${id} findes ikke i modulet ${module}. Ret id'et, eller giv en kilde det`);
  return found.id;
}

/** Where a source stands on its module's page. */
export const sourceAnchor = (id: string) => `kilde-${id}`;

/** An authority's name as it stands in a line of text. */
export function authorityName(id: string): string {
  return content.mandates.find((one) => one.id === id)?.name ?? id;
}

let number = 0;

/** Tells two showings of the same record on one page apart. */
export function nextNumber(): number {
  number += 1;
  return number;
}
