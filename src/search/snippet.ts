import { fold, stem, wordsOf } from './words.ts';

/** A piece of a text; what was searched is marked. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

const SNIPPET = 160;

/**
 * Some lines of a text around the first place that was found, its words marked.
 * @param terms folded words and stems that matched
 */
export function snippetOf(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  const isHit = (word: string) => {
    const [only] = wordsOf(word);
    return only !== undefined && (terms.has(fold(only)) || terms.has(fold(stem(only))));
  };
  const pieces = text.split(/(§+\s*\d+(?:\s?[a-zæøå](?![\p{L}\d]))?|stk\.?\s*\d+|[\p{L}\d]+)/u);
  const first = pieces.findIndex((piece, at) => at % 2 === 1 && isHit(piece));
  const before = pieces.slice(0, Math.max(first, 0)).join('').length;
  // From the sentence that holds the first hit, or near it where the sentence is long.
  const sentence = text.lastIndexOf('. ', before - 1);
  const from = first < 0 ? 0 : Math.max(sentence < 0 ? 0 : sentence + 2, before - SNIPPET / 2);
  const start = from === 0 ? 0 : text.indexOf(' ', from - 1) + 1;
  const end = Math.min(text.length, start + SNIPPET);
  const stop = end === text.length ? end : Math.max(text.lastIndexOf(' ', end), start);
  const shown: { text: string; isHit: boolean }[] = [];
  let at = 0;
  for (const [place, piece] of pieces.entries()) {
    const from = Math.max(at, start);
    const to = Math.min(at + piece.length, stop);
    at += piece.length;
    if (from >= to) continue;
    const hit = place % 2 === 1 && isHit(piece);
    const last = shown.at(-1);
    const cut = text.slice(from, to);
    if (last && last.isHit === hit) last.text += cut;
    else shown.push({ text: cut, isHit: hit });
  }
  if (start > 0) shown.unshift({ text: '… ', isHit: false });
  if (stop < text.length) shown.push({ text: ' …', isHit: false });
  return shown;
}
