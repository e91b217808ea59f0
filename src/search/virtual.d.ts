declare module 'virtual:psp-search' {
  /** A SearchFile as JSON. */
  export const file: string;
  /** SearchTexts as JSON. */
  export const texts: string;
}
