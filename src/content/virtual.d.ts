declare module 'virtual:psp-content' {
  const content: import('./schema.ts').Content;
  export default content;
}
