import { loadContent } from '#src/content/load.ts';
import { stepsOf } from '#src/learning/module-steps.ts';
import { extremes, fieldsFor, reasonsOf } from '#tests/support/answering.ts';
import { type RunningServer, startServer } from '#tests/support/e2e-server.ts';
import { formWith, Visitor } from '#tests/support/http-client.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { expect, test } from './fixtures.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');
const { content } = loaded;

/** What the page says, without markup. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

test.describe('the whole curriculum', () => {
  test.describe.configure({ mode: 'parallel' });
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer();
  });
  test.afterAll(() => server.stop());

  for (const [name, strength] of [
    ['Mette', 'strong'],
    ['Amir', 'weak'],
  ] as const)
    test(`every question of every module is answered ${strength === 'strong' ? 'right' : 'wrong'}, and every line of it gives its reason`, async () => {
      test.setTimeout(240_000);
      const visitor = new Visitor(server.address);
      await visitor.signIn(name);
      for (const courseModule of content.modules) {
        const home = `/moduler/${courseModule.id}/forloeb`;
        for (const step of stepsOf(courseModule)) {
          const here = `${home}/${step.id}`;
          const page = await visitor.get(here);
          expect(page.status, here).toBe(200);
          if (step.kind === 'part') {
            expect((await visitor.submit(here, formWith(page.text, 'part'), {})).status, here).toBe(303);
            continue;
          }
          const question = content.questions[step.question];
          if (!question) throw new Error(step.question);
          // What is right is not in the page before the answer.
          for (const reason of reasonsOf(question)) expect(words(page.text), question.id).not.toContain(reason);
          const sent = fieldsFor(question, extremes(question)[strength]);
          const posted = await visitor.submit(here, formWith(page.text, 'question'), sent);
          expect(posted.status, `${question.id} ${JSON.stringify(sent)}`).toBe(303);
          const after = await visitor.get(here);
          for (const reason of reasonsOf(question)) expect(words(after.text), question.id).toContain(reason);
          if (question.kind === 'single' || question.kind === 'truth') {
            const own = /<li class="([^"]*\bmine\b[^"]*)"/.exec(after.text)?.[1] ?? '';
            const hasBest = question.options.some(({ rating }) => rating === 'best');
            expect(own.includes('best'), question.id).toBe(hasBest && strength === 'strong');
          } else if (question.kind !== 'calibration')
            expect(after.text.includes('Alt er rigtigt'), question.id).toBe(strength === 'strong');
        }
        expect((await visitor.get(`${home}/faerdig`)).status, courseModule.id).toBe(200);
      }
    });
});
