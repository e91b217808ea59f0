import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { projectRoot } from '#tests/support/imports.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'psp-content-'));
  cpSync(join(projectRoot, 'src/content'), join(root, 'src/content'), { recursive: true });
  cpSync(join(projectRoot, 'src/scenarios/library'), join(root, 'src/scenarios/library'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Breaks the content in one place and gives what the author is told. */
function broken(file: string, change: (text: string) => string): string {
  const path = join(root, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, 'the change must change something').not.toBe(before);
  writeFileSync(path, after);
  const loaded = loadContent(root, '2026-11-23');
  return loaded.ok ? '' : formatFindings(loaded.findings);
}

describe('authored content', () => {
  test('the content as it stands keeps every rule', () => {
    const loaded = loadContent(root, '2026-11-23');
    expect(loaded.ok ? '' : formatFindings(loaded.findings)).toBe('');
  });

  test('issue 2: three modules, 18 questions, 30 terms, each option with its reason', () => {
    const loaded = loadContent(root, '2026-11-23');
    if (!loaded.ok) throw new Error('see the test above');
    expect(loaded.content.modules.length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(loaded.content.questions).length).toBeGreaterThanOrEqual(18);
    expect(loaded.content.terms.length).toBeGreaterThanOrEqual(30);
  });

  test('the strong option stands in different places and is not always the longest', () => {
    const loaded = loadContent(root, '2026-11-23');
    if (!loaded.ok) throw new Error('see the test above');
    const keyed = Object.values(loaded.content.questions).flatMap((question) =>
      (question.kind === 'single' && !question.contestable) || question.kind === 'truth' ? [question] : [],
    );
    const places = Map.groupBy(keyed, ({ options }) => options.findIndex(({ rating }) => rating === 'best'));
    for (const [place, questions] of places)
      expect(questions.length / keyed.length, `place ${place}`).toBeLessThanOrEqual(0.5);
    const longest = keyed.filter(
      ({ options }) => options.toSorted((a, b) => b.text.length - a.text.length)[0]?.rating === 'best',
    );
    expect(longest.length / keyed.length).toBeLessThanOrEqual(0.5);
  });

  test('a field that the format does not know is named with file and line', () => {
    const said = broken('src/content/glossary.yaml', (text) => text.replace(/\n(\s+)definition:/, '\n$1definitoin:'));
    expect(said).toMatch(/^src\/content\/glossary\.yaml:\d+: .*definitoin.*findes ikke i formatet/m);
  });

  test('an unknown provision is named with file and line', () => {
    const said = broken('src/content/questions/maa-jeg-dele.yaml', (text) =>
      text.replace(/provisions: \[[^\]]+\]/, 'provisions: [rpl-999]'),
    );
    expect(said).toMatch(/^src\/content\/questions\/maa-jeg-dele\.yaml:\d+: Bestemmelsen rpl-999 findes ikke/m);
  });

  test('a right answer cannot rest on general knowledge', () => {
    const said = broken('src/content/law/rpl.yaml', (text) =>
      text.replaceAll(/certainty: (two|one)-source(s?)/g, 'certainty: general-knowledge'),
    );
    expect(said).toContain('som ikke er verificeret i en kilde');
  });

  test('a right answer cannot rest on the red field', () => {
    const said = broken('src/content/law/rpl.yaml', (text) => text.replaceAll('redField: false', 'redField: true'));
    expect(said).toContain('som står i det røde felt');
  });

  test('an option without a reason fails', () => {
    const said = broken('src/content/questions/hvad-er-psp.yaml', (text) =>
      text.replace(/\bwhy: ("[^"\n]*"|>?-?[^\n]*)/, 'why: ""'),
    );
    expect(said).toMatch(/hvad-er-psp\.yaml:\d+/);
  });

  test('a scenario that leads nowhere fails with its file', () => {
    const said = broken('src/scenarios/library/tre-gange-paa-to-maaneder.yaml', (text) =>
      text.replace(/goto: [a-z][a-z0-9-]*/, 'goto: findes-ikke'),
    );
    expect(said).toMatch(/src\/scenarios\/library\/tre-gange-paa-to-maaneder\.yaml:\d+/);
    expect(said).toContain('findes-ikke');
  });

  test('broken YAML is named with its line', () => {
    const said = broken('src/content/traits.yaml', (text) => `${text}\n  - { id: "uafsluttet\n`);
    expect(said).toMatch(/^src\/content\/traits\.yaml:\d+: Filen kan ikke læses som YAML/m);
  });
});
