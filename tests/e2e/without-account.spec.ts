import { expect, islandsReady, test } from './fixtures.ts';
import { answerScene, goOn, playOut, sceneField } from './playing.ts';

const CASE = 'tre-gange-paa-to-maaneder';

test('ANON-1: a case is tried without an account, taken up elsewhere by its code, and taken along after signing in', async ({
  page,
  browser,
  signInAs,
  javaScriptEnabled,
  baseURL,
  expectNoViolations,
}) => {
  test.slow();
  await page.goto(`/scenarier/${CASE}`);
  await islandsReady(page, javaScriptEnabled);
  await page.getByRole('radio', { name: /^Politi/ }).check();
  await page.getByRole('button', { name: 'Prøv sagen uden konto' }).click();
  await expect(page).toHaveURL(/\/spil\//);
  await expect(page.getByText('Du spiller uden konto.')).toBeVisible();
  await expectNoViolations();
  const play = new URL(page.url()).pathname;
  await islandsReady(page, javaScriptEnabled);
  // No free text: nobody's words are kept under a code.
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await answerScene(page);
  await goOn(page);
  const scene = await sceneField(page).inputValue();

  await page.goto('/uden-konto');
  await expectNoViolations();
  const code = (await page.locator('.code').textContent()) ?? '';
  expect(code).toMatch(/^([0-9A-Z]{6}-){4}[0-9A-Z]{2}$/);
  expect(await page.context().cookies()).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: '__Host-psp-uden-konto', httpOnly: true, secure: true })]),
  );

  // Another device: unknown without the code, found with it.
  const other = await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true, baseURL: baseURL ?? '' });
  const second = await other.newPage();
  await second.goto(play);
  await expect(second).toHaveURL(/log-ind/);
  await second.goto('/uden-konto');
  await second.getByLabel('Din kode').fill('AAAAAA-AAAAAA-AAAAAA-AAAAAA-AA');
  await second.getByRole('button', { name: 'Fortsæt med koden' }).click();
  await expect(second.getByText('Koden passer ikke').first()).toBeVisible();
  await second.getByLabel('Din kode').fill(code.toLowerCase().replaceAll('-', ' '));
  await second.getByRole('button', { name: 'Fortsæt med koden' }).click();
  await second.getByRole('link', { name: /^Fortsæt sagen/ }).click();
  await expect(sceneField(second)).toHaveValue(scene);
  await playOut(second, javaScriptEnabled);
  await expect(second).toHaveURL(/\/gennemgang\//);
  await expect(second.getByRole('heading', { name: '3. Næste gang' })).toBeVisible();
  await expect(second.getByLabel('Hvis … så …')).toHaveCount(0);
  await other.close();

  // Signed in, with the code in this browser: it goes along, and the code is dead.
  await signInAs('Mette');
  await page.goto('/uden-konto');
  await page.getByRole('button', { name: 'Tag det med i min læring' }).click();
  await expect(page).toHaveURL(/min-laering/);
  await page.goto(play);
  await expect(page).toHaveURL(/\/gennemgang\//);
  await page.goto('/uden-konto');
  await expect(page.getByLabel('Din kode')).toBeVisible();
});

test('ANON-1: what was played without an account can be deleted at once', async ({ page, javaScriptEnabled }) => {
  await page.goto(`/scenarier/${CASE}`);
  await islandsReady(page, javaScriptEnabled);
  await page.getByRole('radio', { name: /^Kommune/ }).check();
  await page.getByRole('button', { name: 'Prøv sagen uden konto' }).click();
  const play = new URL(page.url()).pathname;
  await page.goto('/uden-konto');
  await page.getByRole('button', { name: 'Slet alt, jeg har spillet uden konto' }).click();
  await expect(page).toHaveURL(/\/scenarier$/);
  await page.goto(play);
  await expect(page).toHaveURL(/log-ind/);
});
