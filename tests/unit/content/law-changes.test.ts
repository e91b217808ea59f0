import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { keysOf, openChanges, toReview } from '#src/content/law-changes.ts';
import { loadContent } from '#src/content/load.ts';
import { isUnder, restsOn } from '#src/content/rests-on.ts';
import { projectRoot } from '#tests/support/imports.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('the content is broken');
const { content } = loaded;
const run = promisify(execFile);

describe('what rests on a provision', () => {
  test('is found wherever it is cited: in a text, a question, a case, a word, the guide and both matrices', () => {
    const found = restsOn(content, isUnder('rpl-115'));
    expect(found.modules.map(({ id }) => id)).toContain('maa-jeg-dele');
    expect(found.questions.flatMap(({ ids }) => ids)).toContain('dele-1');
    expect(found.scenarios.map(({ id }) => id)).toContain('tre-gange-paa-to-maaneder');
    expect(found.terms.length).toBeGreaterThan(0);
    expect(found.steps.length).toBeGreaterThan(0);
    expect(keysOf(found)).toContain('sharing:politi>kommune+psykiatri:helbred+strafbart+socialt');
    // Every cell that a rule covers is named once.
    const rules = found.sharing.map(({ id }) => id);
    expect(new Set(rules).size).toBe(rules.length);
    expect(restsOn(content, (id) => id === 'dbf-7-3').modules.map(({ id }) => id)).toContain('maa-jeg-dele');
  });

  test('a section stands for its paragraphs, and for no other section', () => {
    expect(isUnder('rpl-115')('rpl-115-2')).toBe(true);
    expect(isUnder('rpl-115')('rpl-115')).toBe(true);
    expect(isUnder('rpl-11')('rpl-115-2')).toBe(false);
  });

  test('a change is open on every page that rests on it until the page has been looked at', () => {
    const change = { provision: 'rpl-115', on: '2026-11-23', what: 'Ny ordlyd', reviewed: ['module:maa-jeg-dele'] };
    const changed = { ...content, lawChanges: [change] };
    const left = toReview(changed, change);
    expect(left).not.toContain('module:maa-jeg-dele');
    expect(left).toContain('module:hvad-er-psp');
    expect(openChanges(changed, 'module:hvad-er-psp')).toEqual([change]);
    expect(openChanges(changed, 'module:maa-jeg-dele')).toEqual([]);
    const all = keysOf(restsOn(content, isUnder('rpl-115')));
    expect(toReview(changed, { ...change, reviewed: all })).toEqual([]);
  });
});

// Each run is a process of its own, which reads all the content.
describe('npm run law', { timeout: 120_000 }, () => {
  const law = (...args: string[]) => run(process.execPath, [join(projectRoot, 'scripts/law.ts'), ...args]);

  test('lists what rests on a provision, and marks nothing until it is told what has changed', async () => {
    const { stdout } = await law('changed', 'rpl-115');
    expect(stdout).toContain('module:maa-jeg-dele  Må jeg dele oplysningen?');
    expect(stdout).toContain('Intet er markeret.');
  });

  test('says what is wrong with what it was asked', async () => {
    await expect(law('changed', 'rpl-999')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('findes ikke i registeret'),
    });
    await expect(law('reviewed', 'rpl-115', 'module:x')).rejects.toMatchObject({
      stderr: expect.stringContaining('ikke markeret som ændret'),
    });
    await expect(law()).rejects.toMatchObject({ stderr: expect.stringContaining('Brug: npm run law') });
  });
});
