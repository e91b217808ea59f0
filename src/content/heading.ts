/** A heading's anchor: its words without æøå, joined by hyphens. */
export function headingId(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What a reader sees of a line of MDX: no tags, no emphasis. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/<[^>]+>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]|^\s*(?:[-*]|\d+\.)\s+/gm, '')
    .replace(/\|/g, ' ')
    .replace(/:?-{3,}:?/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;:?!»)])/g, '$1')
    .trim();
}
