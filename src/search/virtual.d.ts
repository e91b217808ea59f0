declare module 'virtual:psp-search' {
  /** A SearchFile as JSON. */
  const file: string;
  export default file;
}
