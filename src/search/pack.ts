/** lunr's own serialized index, as far as we rely on it. */
interface LunrJson {
  readonly version: string;
  readonly fields: readonly string[];
  /** `field/ref` and pairs of term number and weight. */
  readonly fieldVectors: readonly (readonly [string, readonly number[]])[];
  /** Sorted by term. */
  readonly invertedIndex: readonly (readonly [string, { readonly _index: number }])[];
  readonly pipeline: readonly string[];
}

/**
 * A third of the size: who has which word stands once instead of twice, term numbers as steps, weights as whole numbers.
 * lunr keeps words in the order in which they came; here they are numbered in the order of their letters.
 */
export interface PackedIndex {
  readonly version: string;
  readonly fields: readonly string[];
  /** Sorted, joined by spaces. */
  readonly terms: string;
  /** By field, by ref: step to the next term's number and its weight in hundredths, in turn. */
  readonly vectors: readonly (readonly (readonly number[])[])[];
}

const HUNDREDTHS = 100;

/** @param json `lunr.Index#toJSON` of an index whose refs are 0, 1, 2 … and whose pipeline is empty */
export function packIndex(json: object): PackedIndex {
  const { version, fields, fieldVectors, invertedIndex } = json as LunrJson;
  const numberOf = new Map(invertedIndex.map(([, posting], place) => [posting._index, place]));
  const vectors: number[][][] = fields.map(() => []);
  for (const [key, vector] of fieldVectors) {
    const [field = '', ref = ''] = key.split('/');
    const pairs: [number, number][] = [];
    for (let at = 0; at < vector.length; at += 2)
      pairs.push([numberOf.get(vector[at] ?? -1) ?? 0, Math.max(1, Math.round((vector[at + 1] ?? 0) * HUNDREDTHS))]);
    pairs.sort(([a], [b]) => a - b);
    const row = vectors[fields.indexOf(field)];
    if (row) row[Number(ref)] = pairs.flatMap(([term, weight], place) => [term - (pairs[place - 1]?.[0] ?? 0), weight]);
  }
  return { version, fields, terms: invertedIndex.map(([term]) => term).join(' '), vectors };
}

/** What `lunr.Index.load` reads. */
export function unpackIndex({ version, fields, terms, vectors }: PackedIndex): object {
  const names = terms.split(' ');
  const postings = names.map((_, place) => {
    const posting: Record<string, unknown> = { _index: place };
    for (const field of fields) posting[field] = {};
    return posting;
  });
  const fieldVectors: [string, number[]][] = [];
  for (const [place, rows] of vectors.entries()) {
    const field = fields[place] ?? '';
    for (const [ref, row] of rows.entries()) {
      const vector: number[] = [];
      let term = 0;
      for (let at = 0; at < row.length; at += 2) {
        term += row[at] ?? 0;
        vector.push(term, (row[at + 1] ?? 0) / HUNDREDTHS);
        (postings[term]?.[field] as Record<string, object>)[ref] = {};
      }
      fieldVectors.push([`${field}/${ref}`, vector]);
    }
  }
  return { version, fields, fieldVectors, invertedIndex: names.map((name, at) => [name, postings[at]]), pipeline: [] };
}
