/** The name of an act, or a paragraph of one. The same in texts of modules and in reasons of cases. */
export const NAMES_LAW = /§+\s*\d|(?<!\p{L})(?:\p{L}+loven|barnets lov)(?!\p{L})/iu;

/** What of the law a text names: "§ 12", "serviceloven"; in small letters, each once. */
export function lawNamedIn(text: string): string[] {
  const all = text.toLowerCase().matchAll(/§+\s*\d+|(?<!\p{L})(?:\p{L}+lovens?|barnets lovs?)(?!\p{L})/giu);
  return [...new Set([...all].map(([name]) => name.replace(/§+\s*/, '§ ').replace(/(lov|loven)s$/, '$1')))];
}
