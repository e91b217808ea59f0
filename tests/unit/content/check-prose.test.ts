import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkProse, readability } from '#src/content/check-prose.ts';
import { loadContent } from '#src/content/load.ts';
import { projectRoot } from '#tests/support/imports.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok)
  throw new Error(loaded.findings.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
const { content } = loaded;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'psp-prose-'));
  mkdirSync(join(root, 'src/content/modules/proeve'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function findingsOf(text: string) {
  writeFileSync(join(root, 'src/content/modules/proeve/del.mdx'), text);
  return checkProse(root, content).errors.filter(({ file }) => file === 'src/content/modules/proeve/del.mdx');
}

describe('the text of a module', () => {
  test('the text of every module passes', () => {
    expect(checkProse(projectRoot, content).errors).toEqual([]);
  });

  test.each([
    ['Se <Law id="rpl-115-99">§ 115</Law>.', 'Bestemmelsen rpl-115-99 findes ikke'],
    ['Et <Term id="findes-ikke">ord</Term>.', 'Ordet findes-ikke findes ikke i ordlisten'],
    ['<script>alert(1)</script>', '<script> findes ikke. Brug en af: '],
    ['import x from "y"', 'Et modul må ikke importere'],
    ['Her står {kode}.', 'Krøllede parenteser er kode'],
    ['<Law>§ 115</Law>', '<Law> mangler id'],
    ['| | Ja |\n|---|---|\n| Hvem | Bo |', 'En kolonne i tabellen har intet hoved'],
    ['<Unsure kind="maaske">', '<Unsure kind="maaske"> findes ikke'],
    ['Det følger af § 115.', 'Her står noget om en lov, men ikke hvor'],
    ['Sundhedsloven siger noget andet.', 'Her står noget om en lov, men ikke hvor'],
    ['Pligten står i <Law id="bl-135">§ 135</Law>.', 'Bestemmelsen bl-135 er ikke sikker'],
    ['Et studie fandt det modsatte.', 'Her står, hvad nogen har fundet eller skrevet, men ikke hvem'],
    ['Det gjaldt 34 procent.', 'Her står, hvad nogen har fundet eller skrevet, men ikke hvem'],
    ['Et <Source id="findes-ikke">studie</Source> fandt det.', 'Kilden findes-ikke findes ikke'],
  ])('XSS-1: %s is refused with file and line', (line, message) => {
    const [finding] = findingsOf(`En linje.\n\n${line}\n`);
    expect(finding).toMatchObject({ file: 'src/content/modules/proeve/del.mdx', line: 3 });
    expect(finding?.message).toContain(message);
  });

  test('what is said to be unsure, or said by somebody in a story, needs no provision; each heading needs its own', () => {
    expect(findingsOf('<Unsure>\n\nPligten står i <Law id="bl-135">§ 135</Law>.\n\n</Unsure>\n')).toEqual([]);
    expect(findingsOf('<Story>\n\n»Det er vel § 115,« siger Bo.\n\n</Story>\n')).toEqual([]);
    expect(findingsOf('### Ét\n\nEfter <Law id="rpl-115-1">§ 115</Law>.\n\n### To\n\nEfter § 115.\n')).toMatchObject([
      { line: 7 },
    ]);
  });

  test('what was found is sourced once under a heading, and each figure beside itself; a story is invented', () => {
    const [{ id, sources } = { id: '', sources: [] }] = content.modules;
    const named = sources.find((source) => source.id)?.id;
    const folder = join(root, 'src/content/modules', id);
    mkdirSync(folder);
    const linesOf = (text: string) => {
      writeFileSync(join(folder, 'del.mdx'), text);
      return checkProse(root, content).errors.flatMap(({ file, line }) => (file.endsWith('del.mdx') ? [line] : []));
    };
    const studies = `<Source id="${named}">Et studie</Source>`;
    expect(
      linesOf(`${studies} fra 2021.\n\nForskerne er enige.\n\nDet er 3 procent.\n\n### Nyt\n\nForskning.\n`),
    ).toEqual([5, 9]);
    expect(linesOf('<Story>\n\n»Forskningen siger 9 procent,« siger Bo. En efterforsker ler.\n\n</Story>\n')).toEqual(
      [],
    );
  });

  test('a source with a name is named in the text of its module, once in its list', () => {
    const [first, ...others] = content.modules;
    if (!first) throw new Error('There are modules');
    const [source] = first.sources;
    if (!source) throw new Error('A module has sources');
    const twice = [
      { ...source, id: 'ny' },
      { ...source, id: 'ny' },
    ];
    const { errors } = checkProse(projectRoot, { ...content, modules: [{ ...first, sources: twice }, ...others] });
    const messages = errors.flatMap(({ file, message }) => (file.endsWith(`${first.id}/module.yaml`) ? [message] : []));
    expect(messages).toContain('To kilder hedder ny');
    expect(messages.join()).toContain('Kilden ny bliver ikke nævnt i teksten');
  });

  test('a heading is not called as a part of its module is: both are anchors on the same page', () => {
    const [{ id, parts } = { id: '', parts: [] }] = content.modules;
    const part = parts[0]?.id ?? '';
    mkdirSync(join(root, 'src/content/modules', id));
    writeFileSync(join(root, 'src/content/modules', id, 'del.mdx'), `### ${part}\n`);
    expect(checkProse(root, content).errors[0]?.message).toContain(`module.yaml som delen »${part}«`);
  });
});

describe('LIX', () => {
  test('is words per sentence plus the share of long words', () => {
    // 7 words in 2 sentences, 2 of them longer than six letters.
    expect(readability('Du kan dele. Oplysningen skal være nødvendig.')).toBeCloseTo(7 / 2 + (100 * 2) / 7);
  });

  test('is told of every module', () => {
    expect(checkProse(projectRoot, content).lix.map(({ module }) => module)).toEqual(
      content.modules.map(({ id }) => id),
    );
  });

  test('counts neither markup, headings nor tables', () => {
    expect(readability('### Overskrift med myndigheder\n\n| Politimester | Kommune |\n\nDu kan dele.')).toBe(3);
  });
});
