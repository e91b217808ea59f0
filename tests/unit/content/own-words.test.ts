import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText } from '#src/content/heading.ts';
import { projectRoot } from '#tests/support/imports.ts';

/** Words in a row that are too many to be a coincidence. */
const RUN = 8;
/** A sentence of fewer words belongs to nobody. */
const SENTENCE = 5;
const BYTES = 6;

/**
 * The source documents themselves are not part of the project; here stand only hashes of their sentences and of every
 * eight words in a row.
 */
const packed = Buffer.from(readFileSync(join(projectRoot, 'tests/fixtures/source-shingles.txt'), 'utf8'), 'base64');
const known = new Set(
  Array.from({ length: packed.length / BYTES }, (_, index) =>
    packed.subarray(index * BYTES, (index + 1) * BYTES).toString('hex'),
  ),
);

const hash = (text: string) => createHash('sha256').update(text).digest().subarray(0, BYTES).toString('hex');
const words = (text: string) => text.toLowerCase().match(/[a-zæøå0-9]+/g) ?? [];

/** What a text has in common with the sources, in the text's own words. */
function copiedIn(text: string): string[] {
  const all = words(text);
  const runs = all.flatMap((_, at) => {
    const run = all.slice(at, at + RUN).join(' ');
    return at + RUN <= all.length && known.has(hash(run)) ? [run] : [];
  });
  const sentences = text.split(/[.!?:;\n•]+/).flatMap((sentence) => {
    const own = words(sentence);
    return own.length >= SENTENCE && known.has(hash(`s ${own.join(' ')}`)) ? [own.join(' ')] : [];
  });
  return [...runs, ...sentences];
}

/** Without what is a marked quotation of a statute, and without the names of documents. */
function ownText(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.mdx') || path.endsWith('.md')) return plainText(text.replace(/\n\s*\n/g, '.\n'));
  return text
    .split('\n')
    .filter((line) => !/^\s*(-\s*)?\{?\s*(quote|title|publisher|address|ref|source):/.test(line))
    .join('\n');
}

describe('the text is our own', () => {
  const files = globSync(join(projectRoot, 'src/{content,scenarios/library}/**/*.{mdx,md,yaml}')).sort();

  test('the measure finds what is copied, and nothing else', () => {
    expect(known.size).toBeGreaterThan(2000);
    expect(copiedIn('Her står noget helt andet, som ingen har skrevet før os.')).toEqual([]);
  });

  test.each(files.map((path) => [relative(projectRoot, path), path] as const))('%s', (_, path) => {
    expect(copiedIn(ownText(path))).toEqual([]);
  });
});
