import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '#src/content/load.ts';
import { movableClock, type RunningServer, startServer } from '#tests/support/e2e-server.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { expect, islandsReady, test } from './fixtures.ts';
import { playOut } from './playing.ts';
import { answerStrongly, completeModule } from './walking.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');
const { content } = loaded;
const path = content.paths.find(({ id }) => id === 'medlem');

let server: RunningServer;
const folder = mkdtempSync(join(tmpdir(), 'psp-member-'));
test.afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a full member’s way: modules, cases, eight weeks of refreshers while the clock runs ahead, a certificate', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(600_000);
  if (!path) throw new Error('There is a path for members');
  const clock = movableClock(folder);
  server = await startServer({ clock: clock.file });
  const context = await browser.newContext({
    baseURL: server.address,
    locale: 'da-DK',
    javaScriptEnabled: javaScriptEnabled ?? true,
  });
  const page = await context.newPage();
  const signIn = async () => {
    await page.goto('/log-ind?naeste=/min-laering');
    if (!page.url().includes('/log-ind')) return;
    await page.getByRole('radio', { name: /^Mette/ }).check();
    await page.getByRole('button', { name: 'Log ind' }).click();
    await expect(page).toHaveURL(/\/min-laering$/);
  };
  await signIn();
  for (const module of [...path.modules, ...(path.byAuthority?.kommune ?? [])])
    await completeModule(page, module, content.questions, javaScriptEnabled);

  await page.goto('/min-laering?sti=medlem');
  await expect(page.getByRole('button', { name: 'Få kursusbevis' })).toHaveCount(0);
  for (const { scenario } of Object.values(content.scenarios).slice(0, path.cases)) {
    await page.goto(`/scenarier/${scenario.id}`);
    await islandsReady(page, javaScriptEnabled);
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Begynd sagen' }).click();
    await playOut(page, javaScriptEnabled);
  }

  let answered = 0;
  for (let week = 1; week <= 8; week += 1) {
    clock.ahead(week * 7);
    // Nobody stays signed in for a week.
    await signIn();
    for (let asked = 0; asked < 3; asked += 1) {
      await page.goto('/genopfriskning');
      await islandsReady(page, javaScriptEnabled);
      const question = page.locator('main input[name=question]');
      if ((await question.count()) === 0) break;
      const one = content.questions[await question.inputValue()];
      if (!one) throw new Error('An unknown question is due');
      await answerStrongly(page, one);
      await page.getByRole('button', { name: 'Svar', exact: true }).click();
      await expect(page).toHaveURL(/\/genopfriskning\/[0-9a-f-]+$/);
      await expect(page.locator('.because').first()).toBeVisible();
      answered += 1;
    }
  }
  // Two a week, more only when all that is open has been met.
  expect(answered).toBeGreaterThanOrEqual(14);
  expect(answered).toBeLessThanOrEqual(24);

  await page.goto('/min-laering?sti=medlem');
  await page.getByRole('button', { name: 'Få kursusbevis' }).click();
  await expect(page.getByText(/^Fast medlem, gyldigt til/)).toBeVisible();
  const address = await page.getByRole('link', { name: 'Se, hvad andre ser' }).getAttribute('href');
  await context.clearCookies();
  await page.goto(address ?? '');
  await expect(page.getByRole('heading', { name: 'Beviset er ægte og gyldigt' })).toBeVisible();
  await context.close();
});
