import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type Block, blocksOf, sentencesOf, wordCount } from './mdx-blocks.ts';
import type { Finding } from './read-yaml.ts';

/** Most maxims and turned denials a module may hold. A text of them is read as one voice that always knows better. */
export const MOST_MAXIMS = 4;

/** A sentence with fewer words that is a paragraph of its own is read as a maxim. */
const WORDS_OF_A_SENTENCE = 9;

/** What is somebody's words or a constructed case, not our voice. */
const NOT_OURS = ['Story', 'Twin', 'Contrast', 'Timeline', 'WorkedDisclosure'];

/** A turn is heard where both halves are short. */
const WORDS_OF_A_HALF = 14;

const NOT = /(?<!\p{L})(?:ikke|ingen|intet|aldrig)(?!\p{L})/iu;
const TURNS =
  /^(?:Men\s+)?(?:Det|Den|De|Han|Hun|Du)\s+(?:er|var|bliver|betyder|handler|gælder|hedder|sker|skete|sagde|siger|gør|står|taler|kan|skal|går)(?!\p{L})/u;
const TURNS_WITHIN = /(?:[:;–]|,)\s+(?:men\s+)?det\s+(?:er|var|bliver|betyder|handler)(?!\p{L})/iu;

/** "En postkasse er ikke et navn": two things, set equal or apart, with no more said. */
const EQUATES =
  /^(?:Og\s+|Men\s+|Så\s+)?(?:En|Et|Ét|Én|Først et|Først en)\s[^,:]*\ser\s(?:altid\s|også\s|ikke\s|aldrig\s)*(?:en|et)\s[^,:]*\.$/u;

/** A place where a text speaks in maxims. */
export interface Maxim {
  readonly line: number;
  readonly kind: 'denial' | 'maxim';
  readonly text: string;
}

/** The turned denials ("X er ikke Y. Det er Z") and the maxims of one line in a part, in their order. */
export function maximsIn(mdx: string): Maxim[] {
  const blocks = blocksOf(mdx);
  return blocks.flatMap((block, place): Maxim[] => {
    if (block.inside.some((name) => NOT_OURS.includes(name))) return [];
    const { line } = block;
    const sentences = sentencesOf(block.text);
    if (block.kind === 'paragraph' && isMaxim(sentences, blocks[place + 1]))
      return [{ line, kind: 'maxim', text: block.text }];
    if (block.kind !== 'paragraph' && block.kind !== 'list') return [];
    return sentences.flatMap((sentence, index): Maxim[] => {
      const next = sentences[index + 1] ?? '';
      if (isTurned(sentence, next)) return [{ line, kind: 'denial', text: `${sentence} ${next}`.trim() }];
      return EQUATES.test(sentence) && wordCount(sentence) < WORDS_OF_A_SENTENCE
        ? [{ line, kind: 'maxim', text: sentence }]
        : [];
    });
  });
}

/** No, then yes: "X er ikke Y. Det er Z", in one sentence or two. The same the other way round counts too. */
function isTurned(sentence: string, next: string): boolean {
  if (wordCount(sentence) > WORDS_OF_A_HALF) return false;
  const denial = NOT.exec(sentence);
  if (denial !== null && TURNS_WITHIN.test(sentence.slice(denial.index))) return true;
  if (next === '' || wordCount(next) > WORDS_OF_A_HALF || NOT.test(sentence) === NOT.test(next)) return false;
  return TURNS.test(next) || firstWord(sentence) === firstWord(next);
}

function firstWord(sentence: string): string {
  return /\p{L}+/u.exec(sentence)?.[0] ?? '';
}

/** A sentence that leads to what stands below it says nothing by itself; nor does a question. */
function isMaxim(sentences: readonly string[], next: Block | undefined): boolean {
  const [only, ...others] = sentences;
  if (only === undefined || others.length > 0 || /[:?]$/.test(only)) return false;
  if (next !== undefined && ['list', 'row', 'component'].includes(next.kind)) return false;
  return wordCount(only) < WORDS_OF_A_SENTENCE;
}

/** The maxims of every module, by module and file. */
export function checkMaxims(root: string): {
  findings: Finding[];
  counts: { readonly module: string; readonly places: readonly (Maxim & { readonly file: string })[] }[];
} {
  const byModule = new Map<string, (Maxim & { file: string })[]>();
  for (const path of globSync(join(root, 'src/content/modules/*/*.mdx')).sort()) {
    const module = basename(dirname(path));
    const places = maximsIn(readFileSync(path, 'utf8')).map((maxim) => ({ ...maxim, file: relative(root, path) }));
    byModule.set(module, [...(byModule.get(module) ?? []), ...places]);
  }
  const counts = [...byModule].map(([module, places]) => ({ module, places }));
  const findings = counts
    .filter(({ places }) => places.length > MOST_MAXIMS)
    .map(({ module, places }) => ({
      file: `src/content/modules/${module}/module.yaml`,
      line: 1,
      message:
        `Modulet har ${places.length} sætninger, der vender et nej om (»X er ikke Y. Det er Z«) eller står alene som et motto. Højst ${MOST_MAXIMS}. Skriv nogle af dem ind i teksten: ` +
        places.map(({ file, line, text }) => `${basename(file)}:${line} »${text}«`).join('; '),
    }));
  return { findings, counts };
}
