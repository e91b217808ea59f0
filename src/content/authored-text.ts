import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** A stretch of Danish that somebody has written for readers. */
export interface Authored {
  /** Path from the project's root. */
  readonly file: string;
  /** Of its first line, counted from 1. */
  readonly line: number;
  /** Its lines as they stand in the file, without markup. */
  readonly text: string;
}

const YAML_FILES = [
  'src/content/*.yaml',
  'src/content/*/*.yaml',
  'src/content/modules/*/*.yaml',
  'src/scenarios/**/*.yaml',
];
const MDX_FILES = ['src/content/**/*.mdx', 'src/content/**/*.md'];
const STRING_FILES = ['src/**/*.da.ts'];
/** Speaks of fields by their English names. */
const NOT_READ = ['src/scenarios/engine/json-schema.da.ts'];

/** The fields and values of a case by their English names, which the checker's messages tell a trainer to write. */
const FORMAT_WORDS =
  /(?<![\p{L}-])(?:assert|auto|consent|contestable|day|evidence|fault|knows|later|minutes|need|no|playable|poor|reasons|short|summary|title|unlucky|vars|verdict|when)(?![\p{L}-])/gu;
const SPEAKS_OF_FORMAT = /^src\/scenarios\/engine\/findings.*\.da\.ts$/;

/** Keys whose values are no Danish of ours: addresses, ids, and what others have called their publications. */
const NOT_PROSE = new Set([
  'address',
  'sources',
  'publisher',
  'ref',
  'source',
  'when',
  'if',
  'goto',
  'type',
  'kind',
  'slots',
  'answers',
]);

/** All Danish text of the project, file by file. */
export function authoredTexts(root: string): Authored[] {
  const read = (patterns: readonly string[], take: (file: string, text: string) => Authored[]) =>
    patterns
      .flatMap((pattern) => globSync(join(root, pattern)))
      .map((path) => relative(root, path))
      .filter((file) => !NOT_READ.includes(file))
      .sort()
      .flatMap((file) => take(file, readFileSync(join(root, file), 'utf8')));
  return [...read(MDX_FILES, mdxTexts), ...read(YAML_FILES, yamlTexts), ...read(STRING_FILES, stringTexts)];
}

/** A module's text line by line. Of a tag, only what is shown is text. */
export function mdxTexts(file: string, text: string): Authored[] {
  return text.split('\n').map((line, index) => ({
    file,
    line: index + 1,
    text: line
      // The field of a page's head, not its value.
      .replace(/^(?:title|lead|description):\s/, ' ')
      .replace(/<[A-Z]\w*\b([^>]*)>/g, (_, attributes: string) => shownAttributes(attributes))
      .replace(/<\/?[A-Za-z][^>]*>/g, ' ')
      .replace(/\]\([^)]*\)/g, ' '),
  }));
}

function shownAttributes(attributes: string): string {
  return [...attributes.matchAll(/\s(?:title|what)="([^"]*)"/g)].map(([, value]) => ` ${value} `).join('') || ' ';
}

/** The values of a file of data, as they stand in the file. */
export function yamlTexts(file: string, text: string): Authored[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: 'core' });
  const texts: Authored[] = [];
  visit(document, {
    Pair(_, { key }) {
      return isScalar(key) && NOT_PROSE.has(String(key.value)) ? visit.SKIP : undefined;
    },
    Scalar(place, node) {
      if (place === 'key' || typeof node.value !== 'string' || isId(node.value)) return;
      const [from, to] = rangeOf(node);
      texts.push({
        file,
        line: counter.linePos(from).line,
        text: text
          .slice(from, to)
          .replace(/\\[nt]/g, '  ')
          .replace(/\{\{\w+\}\}/g, ' '),
      });
    },
  });
  return texts;
}

function rangeOf({ range }: Node): [number, number] {
  return range ? [range[0], range[1]] : [0, 0];
}

/** The strings of a file of Danish strings. Of what is computed within one, the strings. */
export function stringTexts(file: string, text: string): Authored[] {
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(?:\/\/|\/?\*|import |export \* )/.test(line)) return [];
    return stringsIn(line)
      .map((value) => value.replace(/\\[nt]/g, '  ').trim())
      .map((value) => (SPEAKS_OF_FORMAT.test(file) ? value.replace(FORMAT_WORDS, ' ') : value))
      .filter((value) => !isId(value) && !/^[\w/#?=&%:.-]*$/.test(value))
      .map((value) => ({ file, line: index + 1, text: value }));
  });
}

/** Strings of a line of code, from the innermost template outwards. */
function stringsIn(code: string): string[] {
  let line = code;
  for (let inner = INNERMOST.exec(line); inner !== null; inner = INNERMOST.exec(line)) {
    const held = [...inner[0].matchAll(QUOTED)].map(([, quoted, template]) => ` ${quoted ?? template ?? ''} `);
    line = line.replace(inner[0], held.join('/').replace(/['`]/g, '’') || ' ');
  }
  return [...line.matchAll(QUOTED)].flatMap(([, quoted, template]) => quoted ?? template ?? []);
}

const INNERMOST = /\$\{(?:[^{}$]|\{[^{}$]*\})*\}/;
const QUOTED = /'((?:[^'\\]|\\.)*)'|`([^`]*)`/g;

/** A name that a program reads, or an expression of them. */
function isId(value: string): boolean {
  return /^[a-z0-9_:./-]*$/.test(value) || /^https?:/.test(value);
}
