import { expect, test } from 'vitest';
import { checkRefreshers, laterSteps } from '#src/content/check-refreshers.ts';
import { loadContent } from '#src/content/load.ts';
import type { Question } from '#src/content/question-schema.ts';
import type { CourseModule } from '#src/content/schema.ts';
import { projectRoot } from '#tests/support/imports.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');
const [courseModule] = loaded.content.modules;
if (!courseModule) throw new Error('there are modules');
const module: CourseModule = courseModule;
const [some] = Object.values(loaded.content.questions).filter(({ kind }) => kind === 'single');
if (!some) throw new Error('there are questions');

/** Three variants, the second a case of two steps. */
function material(change: Partial<Record<string, Partial<Question>>> = {}) {
  const bare = { ...some, module: module.id, story: 'Der sker noget.', item: undefined, parallel: undefined };
  const questions = {
    a: { ...bare, id: 'a', item: 'emne' },
    b: { ...bare, id: 'b', item: 'emne', next: 'b2' },
    b2: { ...bare, id: 'b2' },
    c: { ...bare, id: 'c', item: 'emne' },
    ...Object.fromEntries(Object.entries(change).map(([id, fields]) => [id, { ...bare, id, ...fields }])),
  } as Record<string, Question>;
  return { modules: [{ ...module, opening: [], parts: [], closing: [] }], questions };
}
const said = (change: Parameters<typeof material>[0]) =>
  checkRefreshers(material(change)).map(({ key, message }) => `${key} ${message}`);

test('three variants, one of them a small case, are in order', () => {
  expect(said({})).toEqual([]);
  expect(laterSteps(material())).toEqual(['b2']);
});

test.each([
  ['a module without refreshers', { a: {}, b: {}, c: {} }, /module:.*ingen genopfriskning/],
  ['too few variants', { c: {} }, /question:a .*2 varianter/],
  ['a step that does not exist', { b: { item: 'emne', next: 'vaek' } }, /question:b .*vaek i next findes ikke/],
  ['a step of another module', { b2: { module: 'et-andet' } }, /question:b .*et andet modul/],
  ['a case that no refresher begins', { d: { next: 'a' } }, /question:d .*Kun en genopfriskning/],
  ['a step that is a variant too', { b2: { item: 'emne' } }, /question:b2 .*senere trin/],
  ['a step that two cases lead to', { c: { item: 'emne', next: 'b2' } }, /question:b2 .*To sager/],
  ['a step that tells nothing', { b2: { story: undefined } }, /question:b2 .*skriv i story/],
  ['a case in a circle', { b2: { next: 'b' } }, /question:b .*i ring/],
  [
    'a case that is too long',
    { b2: { next: 'b3' }, b3: { next: 'b4' }, b4: { next: 'b5' }, b5: {} },
    /question:b .*5 trin/,
  ],
])('%s is found', (_, change, message) => {
  expect(said(change)).toContainEqual(expect.stringMatching(message));
});
