import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkMaxims, MOST_MAXIMS, maximsIn } from '#src/content/check-maxims.ts';

const kinds = (mdx: string) => maximsIn(mdx).map(({ kind, line }) => `${kind}:${line}`);

describe('a no that is turned into a yes is found', () => {
  test.each([
    ['in two sentences', 'Et bekymringstegn er ikke et svar. Det er en grund til at spørge.'],
    ['in one sentence', 'Et bekymringstegn er ikke et svar, det er en grund til at spørge.'],
    ['the other way round', 'Et bekymringstegn er en grund til at spørge. Det er ikke et svar.'],
    ['by the same first word', 'Brug den som huskeseddel. Brug den ikke til at sortere mennesker.'],
    ['in an entry of a list', '- Tavshed er ikke svaret. Det er en pause.'],
    ['in what is marked as unsure', '<Unsure>\n\nTavshed er ikke svaret. Det er en pause.\n\n</Unsure>'],
  ])('%s', (_, mdx) => expect(maximsIn(mdx).map(({ kind }) => kind)).toEqual(['denial']));

  test.each([
    ['what somebody says in a story', '<Story>\n\nDet er ikke mig. Det er naboen.\n\n</Story>'],
    ['a constructed case', '<Twin title="En">\n\nDet er ikke mig. Det er naboen.\n\n</Twin>'],
    ['two sentences that both deny', 'Det er ikke alle. Det er ikke mange.'],
    [
      'long sentences that explain',
      'Tvungen opfølgning efter en udskrivning er ikke en dom, som retten har afsagt over borgeren efter en straffesag. Det er overlægens beslutning.',
    ],
    ['a table', '| Det er ikke mig. Det er naboen. |'],
  ])('%s is left alone', (_, mdx) => expect(kinds(mdx)).toEqual([]));
});

describe('a maxim is found', () => {
  test.each([
    [
      'a short sentence that is a paragraph',
      'Først kontakten.\n\nOg så det lange, som ingen husker bagefter og alle har ment.',
    ],
    ['two things set apart', 'Find et navn i den anden ende af telefonen først. En postkasse er ikke et navn.'],
  ])('%s', (_, mdx) => expect(maximsIn(mdx).map(({ kind }) => kind)).toEqual(['maxim']));

  test.each([
    ['a sentence that leads to a list', 'Fire ting går igen.\n\n- Ja'],
    ['a sentence that leads to a table', 'Fire ting går igen.\n\n| A | B |\n|---|---|\n| 1 | 2 |'],
    ['a question', 'Hvem har den?'],
    ['a heading', '### Først kontakten'],
    ['what is said in a story', '<Story>\n\nHun gik hjem.\n\n</Story>'],
  ])('%s is left alone', (_, mdx) => expect(kinds(mdx)).toEqual([]));
});

test('a module with more than four is told each place; four are let be', () => {
  const root = mkdtempSync(join(tmpdir(), 'maxims-'));
  const write = (module: string, times: number) => {
    mkdirSync(join(root, 'src/content/modules', module), { recursive: true });
    const text = Array.from({ length: times }, () => 'Den korte sætning.').join('\n\n');
    writeFileSync(join(root, 'src/content/modules', module, 'del.mdx'), text);
  };
  write('faa', MOST_MAXIMS);
  write('mange', MOST_MAXIMS + 1);
  const { findings } = checkMaxims(root);
  expect(findings.map(({ file }) => file)).toEqual(['src/content/modules/mange/module.yaml']);
  expect(findings[0]?.message).toContain('del.mdx:9');
});
