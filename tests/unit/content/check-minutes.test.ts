import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkMinutes, isNear, minutesOf, WORDS_A_MINUTE } from '#src/content/check-minutes.ts';
import { loadContent } from '#src/content/load.ts';
import { wordCount } from '#src/content/mdx-blocks.ts';
import type { Content, CourseModule } from '#src/content/schema.ts';
import { projectRoot } from '#tests/support/imports.ts';

const loaded = loadContent(projectRoot, '2026-12-01');
if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
const { content } = loaded;

const question = (id: string): Content['questions'][string] => ({
  id,
  module: 'proeve',
  kind: 'single',
  story: 'To ord.',
  prompt: 'Hvad nu?',
  provisions: [],
  sources: [],
  contestable: false,
  keepOrder: false,
  options: [
    { id: 'a', text: 'Et svar', rating: 'best', why: 'Det er fire ord' },
    { id: 'b', text: 'Et andet', rating: 'poor', why: 'Ord' },
    { id: 'c', text: 'Et tredje', rating: 'acceptable', why: 'To ord', missing: 'Et til' },
  ],
});
const proeve: CourseModule = {
  ...(content.modules[0] as CourseModule),
  id: 'proeve',
  title: 'Titel',
  goal: 'Et mål',
  opening: [],
  closing: [],
  parts: [{ id: 'del', title: 'Delens titel', minutes: 1, provisions: [], checks: [] }],
  plan: [],
};
const words = (mdx: string, { checks = [] as string[] } = {}) =>
  minutesOf(
    { ...proeve, parts: proeve.parts.map((part) => ({ ...part, checks })) },
    { ...content, questions: { q: question('q') } },
    () => mdx,
  ).parts[0]?.words;

describe('the words of a part', () => {
  test('its title, its paragraphs and every cell of its tables', () => {
    expect(words('Tre små ord.\n\n| Et | To |\n|---|---|\n| tre | fire |')).toBe(2 + 3 + 4);
  });

  test('a question with its options, the best reason and an average of the others', () => {
    // 2 + 2 of the question, 6 of the options, 4 of the best reason, (1 + 4) / 2 of the others
    expect(words('', { checks: ['q'] })).toBe(2 + 4 + 6 + Math.round(4 + 2.5));
  });

  test('what a component brings: a quotation, a drawing, the steps', () => {
    expect(words('<LawQuote id="rpl-115-1" />')).toBe(2 + wordCount(content.provisions['rpl-115-1']?.quote ?? ''));
    expect(words('<Figure id="tegn-regnestykke" />')).toBeGreaterThan(10);
    expect(words('<DecisionSteps />')).toBeGreaterThan(300);
    expect(words('<MandateMatrix />')).toBeGreaterThan(300);
    expect(words('<TraitList />')).toBeGreaterThan(100);
  });
});

test('a module is its parts, the questions around them and the plans', () => {
  const whole = minutesOf(
    { ...proeve, opening: ['q'], closing: ['q'], plan: [{ when: 'To ord', will: 'gør jeg' }] },
    { ...content, questions: { q: question('q') } },
    () => '',
  );
  expect(whole.words).toBe(2 + 3 + 2 * 17 + 4);
  expect(whole.minutes).toBeCloseTo(whole.words / WORDS_A_MINUTE);
});

test.each([
  [15, 15, true],
  [14, 16.4, true],
  [14, 16.5, false],
  [14, 12.2, true],
  [14, 12.1, false],
  [2, 2.5, true],
  [3, 2.4, false],
])('a claim of %d minutes, %d counted: near is %s', (claimed, counted, near) => {
  expect(isNear(claimed, counted)).toBe(near);
});

describe('claims that are off are told with the right figure', () => {
  const root = mkdtempSync(join(tmpdir(), 'minutes-'));
  cpSync(join(projectRoot, 'src/content/modules'), join(root, 'src/content/modules'), { recursive: true });
  afterAll(() => rmSync(root, { recursive: true }));
  const claim = (minutes: number, partMinutes: number) =>
    checkMinutes(root, {
      ...content,
      modules: content.modules
        .slice(0, 1)
        .map((one) => ({ ...one, minutes, parts: one.parts.map((part) => ({ ...part, minutes: partMinutes })) })),
    });

  test('of the module, at the line of its minutes', () => {
    const { counted } = claim(1, 1);
    const right = Math.round(counted[0]?.minutes ?? 0);
    const found = claim(1, 1).findings.find(({ message }) => message.startsWith('Modulet siger 1 min.'));
    expect(found).toMatchObject({ file: 'src/content/modules/hvad-er-psp/module.yaml' });
    expect(found?.message).toContain(`Skriv minutes: ${right}`);
    expect(found?.line).toBeGreaterThan(1);
  });

  test('of each part', () => {
    expect(claim(12, 9).findings.filter(({ message }) => message.startsWith('Delen '))).toHaveLength(
      content.modules[0]?.parts.length ?? 0,
    );
  });
});
