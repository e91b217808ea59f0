declare module 'lunr-languages/lunr.da.js' {
  export default function add(lunr: typeof import('lunr')): void;
}
declare module 'lunr-languages/lunr.stemmer.support.js' {
  export default function add(lunr: typeof import('lunr')): void;
}
