/**
 * A path of our own, from what a browser sent, or the fallback: never an address of somebody else (security.md IN-2).
 * `//host` and `/\host` would be one.
 */
export function ownPath(text: string | null | undefined, fallback: string): string {
  return text && /^\/(?![/\\])[\w\-./~%?=&]*(?:#[\w-]+)?$/.test(text) ? text : fallback;
}
