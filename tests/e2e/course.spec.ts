import { loadContent } from '#src/content/load.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { expect, islandsReady, test } from './fixtures.ts';
import { completeModule } from './walking.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');

/** Answers whatever question stands on the page: the first option, a tick, the places as they stand, the first target. */
async function answer(page: import('@playwright/test').Page, javaScriptEnabled: boolean | undefined): Promise<void> {
  await islandsReady(page, javaScriptEnabled);
  const form = page.locator('main form').first();
  const radios = form.getByRole('radio');
  const ticks = form.getByRole('checkbox');
  if ((await radios.count()) > 0) {
    const names = await radios.evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).name))]);
    for (const name of names) await form.locator(`input[name="${name}"]`).first().check();
  } else if ((await ticks.count()) > 0) await ticks.first().check();
  else
    for (const select of await form.getByRole('combobox').all())
      if ((await select.inputValue()) === '') await select.selectOption({ index: 1 });
}

test('a deputy’s twenty minutes: measured before, one module, a plan, a certificate that others can verify', async ({
  page,
  signInAs,
  javaScriptEnabled,
  expectNoViolations,
}) => {
  test.setTimeout(180_000);
  const name = javaScriptEnabled ? 'Mette' : 'Amir';
  await signInAs(name);
  await page.goto('/min-laering?sti=stedfortraeder');
  await expect(page.getByRole('heading', { name: 'Din sti: Stedfortræder på tyve minutter' })).toBeVisible();

  // Before: the questions of one set, and five statements; no answer is judged.
  const asked = Object.values(loaded.content.questions).filter(({ parallel }) => parallel?.set === 'A').length;
  const offer = page.getByRole('link', { name: 'Begynd målingen' });
  if (await offer.isVisible()) {
    await offer.click();
    for (let question = 1; question <= asked; question += 1) {
      await expect(page.getByText(`Spørgsmål ${question} af ${asked}`).first()).toBeVisible();
      if (question === 1) await expectNoViolations();
      await answer(page, javaScriptEnabled);
      await page.getByRole('button', { name: 'Næste' }).click();
    }
    await expect(page.getByRole('heading', { name: 'Hvor meget passer det på dig i dag?' })).toBeVisible();
    await expectNoViolations();
    await answer(page, javaScriptEnabled);
    await page.getByRole('button', { name: 'Afslut målingen' }).click();
    await expect(page.getByRole('heading', { name: 'Tak. Målingen er gemt.' })).toBeVisible();
    await expect(page.getByText('stærke svar')).toHaveCount(0);
  }

  await completeModule(page, 'maa-jeg-dele', loaded.content.questions, javaScriptEnabled);
  await expect(page.getByText('Du har svaret på alle spørgsmål og læst alle dele.')).toBeVisible();
  await expectNoViolations();
  const plan = page.getByRole('button', { name: /^Når nogen på mødet beder om en oplysning/ });
  await plan.click();
  await expect(page.getByLabel('Hvis … så …')).toHaveValue(/^Når nogen på mødet/);

  await page.goto('/min-laering?sti=stedfortraeder');
  await expect(page.getByText('Du har gennemført stien.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Dine planer' })).toBeVisible();
  await page.getByRole('button', { name: 'Få kursusbevis' }).click();
  await expect(page.getByText(/^Stedfortræder på tyve minutter, gyldigt til/)).toBeVisible();
  await expectNoViolations();

  const [address] = await page
    .getByRole('link', { name: 'Se, hvad andre ser' })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const file = await page.request.get(`${address}/kursusbevis.pdf`);
  expect(file.headers()['content-type']).toBe('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.context().clearCookies();
  await page.goto(address ?? '');
  await expect(page.getByRole('heading', { name: 'Beviset er ægte og gyldigt' })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await expectNoViolations();
  expect((await page.request.get(`${address}/kursusbevis.pdf`, { maxRedirects: 0 })).status()).toBe(303);
  expect((await page.goto(`/bevis/${'0'.repeat(26)}`))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Der er ikke noget bevis med den kode' })).toBeVisible();
});
