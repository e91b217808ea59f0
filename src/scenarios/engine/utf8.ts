/** Text that was read, or the line (from 1) with bytes that are no UTF-8. */
export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly line: number };

/** What stands where a careless reader has already lost a letter. */
const LOST = '\uFFFD';

/**
 * Reads bytes as UTF-8, and refuses what is not: a careless reader puts a mark for each letter it does not know, and
 * nobody sees it. A byte order mark is passed over.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, line: lineOfLost(new TextDecoder('utf-8').decode(bytes)) ?? 1 };
  }
}

/** The line (from 1) where a letter has been lost already; undefined when none has. */
export function lineOfLost(text: string): number | undefined {
  const at = text.indexOf(LOST);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}
