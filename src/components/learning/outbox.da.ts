export const text = {
  turnedDown: 'Et svar blev ikke gemt, for der var allerede svaret et andet sted. Siden viser, hvor du er nu.',
  send: 'Send nu',
  kept: 'Ikke sendt endnu. Dit svar ligger krypteret i denne browser og bliver sendt, når der er forbindelse. Næste side kommer først derefter.',
} as const;

/** How much waits: "Ikke sendt endnu: 3 svar". */
export function unsentLine(count: number): string {
  return `Ikke sendt endnu: ${count} svar. De bliver sendt af sig selv, når der er forbindelse.`;
}
