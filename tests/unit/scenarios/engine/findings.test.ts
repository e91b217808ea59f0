import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { finding, isCode, ruleOf } from '#src/scenarios/engine/findings.ts';
import { FINDINGS, listFindings } from '#src/scenarios/engine/index.ts';
import { projectRoot } from '#tests/support/imports.ts';

const engine = join(projectRoot, 'src/scenarios/engine');
const read = (pattern: string, folder: string) =>
  globSync(pattern, { cwd: folder })
    .filter((name) => !/^findings.*\.da\.ts$/.test(basename(name)) && name !== 'findings.test.ts')
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
const source = read('*.ts', engine);
const tests = read('*.test.ts', join(projectRoot, 'tests/unit/scenarios/engine'));
const codes = Object.keys(FINDINGS);

test('every code that the walk of plays and the rules of writing give is in the catalogue', () => {
  const own = ['check-plays', 'check-writing'].map((name) => readFileSync(join(engine, `${name}.ts`), 'utf8')).join('');
  const used = [...own.matchAll(/(?:\b(?:fail|warn|never|guessed|finding)\(\s*|\bcode:\s*)'([a-z0-9-]+)'/g)];
  expect(used.length).toBeGreaterThan(15);
  expect(used.map(([, code = '']) => code).filter((code) => !isCode(code))).toEqual([]);
});

test('every entry of the catalogue is given by some rule', () => {
  const given = (code: string) => new RegExp(`(?<![a-z-])${code}(?![a-z-])`).test(source);
  expect(codes.filter((code) => !given(code))).toEqual([]);
});

test('every code has a planted fault in the tests of the checker', () => {
  expect(codes.filter((code) => !new RegExp(`[' ]${code}'`).test(tests))).toEqual([]);
});

test.each(listFindings())('$code says what it is and what to do', ({ code, title, remedy, help }) => {
  expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
  expect(remedy).toMatch(/^\p{Lu}.*[.]$/u);
  expect(help).toBe(`fund-${code}`);
});

test('a finding is told by code and parameters, with its scene, its help and what helps just here', () => {
  const at = ['nodes', 'bordet', 'goto'];
  expect(finding('ukendt-scene', { name: 'vaek' }, { at, hint: 'Mente du vent?' })).toEqual({
    code: 'ukendt-scene',
    severity: 'error',
    kind: 'error',
    node: 'bordet',
    message: 'Scenen vaek findes ikke.',
    path: [],
    suggestion: "Mente du vent? Ret id'et, eller opret den.",
    help: 'fund-ukendt-scene',
    at,
  });
});

test('what is missing is told apart from what is wrong, and blocks as an error does', () => {
  expect(finding('mangler', { field: 'why' })).toMatchObject({ kind: 'missing', severity: 'error' });
  expect(finding('laesetid', { minutes: 9, claimed: 5 })).toMatchObject({ kind: 'warning', severity: 'warning' });
  expect(finding('uden-vej', {}, { isUnsure: true })).toMatchObject({ kind: 'warning', severity: 'warning' });
  expect(ruleOf('findes-ikke')).toBeUndefined();
});
