import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authoredTexts, mdxTexts, stringTexts, yamlTexts } from '#src/content/authored-text.ts';
import { type IsWord, misspellings, ownWords, WORDS_FILE, wordsIn } from '#src/content/check-spelling.ts';
import { danishDictionary } from '#src/content/danish-dictionary.ts';
import { projectRoot } from '#tests/support/imports.ts';

let isWord: IsWord;
beforeAll(async () => {
  isWord = await danishDictionary();
});
const wrong = (text: string, own: readonly string[] = []) =>
  misspellings([{ file: 'x', line: 1, text }], isWord, new Set(own)).map(
    ({ message }) => /»([^«]*)«/.exec(message)?.[1],
  );

describe('a word that is spelled wrong is told', () => {
  test.each(['underetning', 'samtyke', 'nøvendig', 'tavshedsplight', 'handlingsanvar', 'ulovlit', 'komunen'])(
    '%s',
    (word) => expect(wrong(`Der står ${word} her.`)).toEqual([word]),
  );

  test('with its file and the line on which it stands', () => {
    const texts = yamlTexts('a.yaml', 'a: "Først."\nb:\n  - text: |\n      Her er alt godt.\n      Her er samtyke.\n');
    expect(misspellings(texts, isWord, new Set())).toMatchObject([{ file: 'a.yaml', line: 5 }]);
  });

  test('a word twice in a row is told, but not where Danish says it twice', () => {
    expect(wrong('Hun kom og og gik.')).toEqual(['og']);
    expect(wrong('Er det det, du siger? Ja ja.')).toEqual([]);
  });
});

describe('a word that is right is let be', () => {
  test.each([
    ['its forms and compounds', 'Udskrivningsaftalens betingelser gælder bekymringstegnet og huslejerestancerne.'],
    ['a name within a sentence, and then at its beginning', 'Her kommer Xubidi. Xubidi går igen.'],
    ['letters for a name, numbers and sections', 'PSP, KiF’s og BUP-sager efter § 13 d, stk. 2, kl. 15.30.'],
    ['a word that waits for its end', 'Social- og behandlingspsykiatrien.'],
    ['a word with its ending set apart', 'Ja’et og nej’et står fast.'],
  ])('%s', (_, text) => expect(wrong(text, ['stk', 'kl'])).toEqual([]));

  test('one on the project’s own list', () => {
    expect(wrong('Et bådhorn.')).toEqual(['bådhorn']);
    expect(wrong('Et bådhorn.', ['bådhorn'])).toEqual([]);
  });

  test('a compound of words that stand alone elsewhere, and no other', () => {
    expect(wrong('Qvibler og zambak.')).toEqual(['Qvibler', 'zambak']);
    expect(wrong('En qviblerzambak.', ['qvibler', 'zambak'])).toEqual([]);
    expect(wrong('En qviblerzambuk.', ['qvibler', 'zambak'])).toEqual(['qviblerzambuk']);
  });
});

describe('what is read', () => {
  test('of a module the text and the titles of its components, not their ids', () => {
    const text = mdxTexts('a.mdx', '<Twin title="Den ene">Se <Law id="psl-12">loven</Law> og [siden](/moduler).');
    expect(text[0]?.text.match(/\p{L}+/gu)).toEqual(['Den', 'ene', 'Se', 'loven', 'og', 'siden']);
  });

  test('of data the values in Danish, not keys, ids, addresses or what others have called their reports', () => {
    const yaml =
      'id: en-sag\ntitle: "En sag"\naddress: "https://eksempel.dk/En side"\nsources:\n  - { title: "A Report" }\n';
    expect(yamlTexts('a.yaml', yaml)).toEqual([{ file: 'a.yaml', line: 2, text: '"En sag"' }]);
  });

  test('of strings all that is shown, also within what is computed', () => {
    const code =
      "const a = { href: `@{base}/forloeb`, label: `Der er @{n === 1 ? 'ét ord' : `@{n} ord`} her` };".replaceAll(
        '@',
        '$',
      );
    expect(stringTexts('a.da.ts', code).map(({ text }) => text.match(/\p{L}+/gu)?.join(' '))).toEqual([
      'Der er ét ord ord her',
    ]);
  });

  test('modules, questions, glossary, law, cases and the strings of pages', () => {
    const files = new Set(authoredTexts(projectRoot).map(({ file }) => file.replace(/[^/]+$/, '')));
    for (const folder of ['questions/', 'law/', 'pages/', 'modules/kif/', ''])
      expect(files).toContain(`src/content/${folder}`);
    expect(files).toContain('src/scenarios/library/');
    expect(files).toContain('src/components/search/');
  });

  test('a place in a sentence tells a name from the first word of one', () => {
    expect(wordsIn('Bo går. Amina kom med Solveig', 1).map(({ word, isWithin }) => [word, isWithin])).toEqual([
      ['Bo', false],
      ['går', true],
      ['Amina', false],
      ['kom', true],
      ['med', true],
      ['Solveig', true],
    ]);
  });
});

describe('the project’s own list', () => {
  const root = mkdtempSync(join(tmpdir(), 'words-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const list = (...words: string[]) => {
    mkdirSync(join(root, 'src/content'), { recursive: true });
    writeFileSync(join(root, WORDS_FILE), `${words.join('\n')}\n`);
    return ownWords(root).findings.map(({ line }) => line);
  };

  test('is in order today', () => expect(ownWords(projectRoot).findings).toEqual([]));
  test('is sorted as Danish is', () => {
    expect(list('abe', 'zebra', 'æble', 'ørn', 'å')).toEqual([]);
    expect(list('abe', 'æble', 'zebra')).toEqual([3]);
  });
  test('has each word once, in lower case, one a line', () => {
    expect(list('abe', 'abe')).toEqual([2]);
    expect(list('Abe')).toEqual([1]);
    expect(list('en abe')).toEqual([1]);
  });
});

test('today’s texts are spelled right', () => {
  expect(misspellings(authoredTexts(projectRoot), isWord, ownWords(projectRoot).words)).toEqual([]);
}, 10_000);
