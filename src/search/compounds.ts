import { fold, stem } from './words.ts';

/** Last parts that stand alone too seldom to be learned from our texts. */
const HEADS = [
  ...[
    'afdeling',
    'aftale',
    'ansvar',
    'anbringelse',
    'arbejde',
    'behandling',
    'bolig',
    'dom',
    'fare',
    'frist',
    'gruppe',
  ],
  ...[
    'hjælp',
    'hus',
    'indlæggelse',
    'kontakt',
    'krav',
    'leder',
    'lov',
    'møde',
    'myndighed',
    'niveau',
    'oplysning',
    'person',
  ],
  ...[
    'plan',
    'pligt',
    'psykiatri',
    'ret',
    'sag',
    'samarbejde',
    'støtte',
    'tegn',
    'tilsyn',
    'trussel',
    'udkørsel',
    'værge',
  ],
];
/** Endings that are no word of their own, however often they occur. */
const NO_PART = new Set([
  'else',
  'ning',
  'ende',
  'eren',
  'erne',
  'hed',
  'heden',
  'ling',
  'isk',
  'skab',
  'lige',
  'ning',
]);
const SHORTEST = 4;

export interface Compounds {
  /** The stems of a compound's parts, folded; none when it is no compound that we can see. */
  partsOf(word: string): readonly string[];
}

/**
 * Learns from a text's own words which words are made of others: `behandlingspsykiatri` is `behandling` and `psykiatri`.
 * @param vocabulary the words that stand alone somewhere
 */
export function createCompounds(vocabulary: Iterable<string>): Compounds {
  const known = new Set<string>();
  for (const word of [...vocabulary, ...HEADS])
    if (word.length >= SHORTEST && !/\d/.test(word) && !NO_PART.has(word)) known.add(stem(word)).add(word);
  const cache = new Map<string, readonly string[]>();

  /** From the longest last part on, since the last part says what it is. */
  function split(word: string): string[] | undefined {
    for (let at = SHORTEST; at <= word.length - SHORTEST; at++) {
      const last = word.slice(at);
      if (!known.has(last) && !known.has(stem(last))) continue;
      const first = word.slice(0, at);
      for (const part of [first, first.replace(/[se]$/, '')]) {
        if (part.length < SHORTEST || part === word) continue;
        if (known.has(part) || known.has(stem(part))) return [part, last];
        const deeper = split(part);
        if (deeper) return [...deeper, last];
      }
    }
    return undefined;
  }

  return {
    partsOf(word) {
      let parts = cache.get(word);
      if (!parts) {
        const found = word.length < 2 * SHORTEST || /\d/.test(word) ? undefined : split(word);
        parts = [...new Set((found ?? []).map((part) => fold(stem(part))))].filter((part) => part !== fold(stem(word)));
        cache.set(word, parts);
      }
      return parts;
    },
  };
}
