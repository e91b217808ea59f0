import type { Page } from '@playwright/test';
import { expect, islandsReady, PEOPLE, test } from './fixtures.ts';

/** Takes the step on screen: answers the question (with the last option) or reads the part. Returns false at the end. */
async function takeStep(page: Page, javaScriptEnabled: boolean | undefined): Promise<boolean> {
  if (page.url().endsWith('/faerdig')) return false;
  await islandsReady(page, javaScriptEnabled);
  const answer = page.getByRole('button', { name: 'Svar', exact: true });
  if (await answer.isVisible()) {
    await page.getByRole('radio').last().check();
    await answer.click();
    await expect(page.getByText('Dit svar', { exact: true })).toBeVisible();
    await page
      .getByRole('main')
      .getByRole('link', { name: /Næste spørgsmål|Læs videre|Afslut modulet/ })
      .click();
  } else {
    await page.getByRole('button', { name: 'Jeg har læst det – videre' }).click();
  }
  return true;
}

test('a new member works through a module, stops half way, and finds the place on another device', async ({
  page,
  browser,
  signInAs,
  javaScriptEnabled,
  expectNoViolations,
  baseURL,
}) => {
  test.slow();
  await signInAs(javaScriptEnabled ? PEOPLE.newMember : PEOPLE.police);
  await expect(page.getByRole('heading', { level: 1, name: 'Min læring' })).toBeVisible();
  await expectNoViolations();
  await page
    .getByRole('link', { name: /^(Begynd|Fortsæt) modulet/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/forloeb\/aabning-1$/);

  // Nothing chosen: named beside the question, nothing stored.
  await islandsReady(page, javaScriptEnabled);
  await page.getByRole('button', { name: 'Svar', exact: true }).press('Enter');
  await expect(page.getByText('Vælg et svar, før du går videre').first()).toBeVisible();
  await expectNoViolations();

  // The answer key is not in the page before the answer, and every option has its reason after it.
  const before = await page.content();
  expect(before).not.toMatch(/Stærkt|because|"rating"|"why"/);
  await takeStep(page, javaScriptEnabled);
  await page.goBack();
  await expect(page.locator('.why > li .because').first()).toBeVisible();
  expect(await page.locator('.why > li').count()).toBeGreaterThanOrEqual(3);
  await expectNoViolations();
  await page.goForward();
  for (let step = 0; step < 3; step += 1) expect(await takeStep(page, javaScriptEnabled)).toBe(true);
  const place = new URL(page.url()).pathname;

  // Another device: another browser context, the same person.
  const other = await browser.newContext({
    javaScriptEnabled: javaScriptEnabled ?? true,
    baseURL: baseURL ?? '',
    locale: 'da-DK',
  });
  const second = await other.newPage();
  await second.goto('/log-ind');
  await second
    .getByRole('radio', { name: new RegExp(`^${javaScriptEnabled ? PEOPLE.newMember : PEOPLE.police}`) })
    .check();
  await second.getByRole('button', { name: 'Log ind' }).click();
  await second.getByRole('link', { name: 'Fortsæt modulet' }).first().click();
  await expect(second).toHaveURL(new RegExp(`${place}$`));

  // Goes on there to the end.
  for (let step = 0; step < 40 && (await takeStep(second, javaScriptEnabled)); step += 1);
  await expect(second).toHaveURL(/\/faerdig$/);
  await second.goto('/min-laering');
  await expect(second.getByText(/^Gennemført /).first()).toBeVisible();
  await other.close();
});

test('two tabs: the second answer to a question is refused, nothing is lost, and the page says where one is', async ({
  page,
  context,
  signInAs,
  javaScriptEnabled,
}) => {
  await signInAs(javaScriptEnabled ? 'Mette' : 'Amir');
  await page.goto('/moduler/hvem-kan-hvad/forloeb');
  const tab = await context.newPage();
  await tab.goto('/moduler/hvem-kan-hvad/forloeb');
  for (const one of [page, tab]) await islandsReady(one, javaScriptEnabled);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Svar', exact: true }).click();
  await expect(page.getByText('Dit svar', { exact: true })).toBeVisible();
  await tab.getByRole('radio').last().check();
  await tab.getByRole('button', { name: 'Svar', exact: true }).click();
  await expect(tab.getByText('Du har allerede svaret her').first()).toBeVisible();
  await expect(tab.locator('.mine')).toContainText((await page.locator('.mine b').textContent()) ?? 'no answer');
});

test('a step cannot be taken ahead of its turn', async ({ page, signInAs, javaScriptEnabled }) => {
  await signInAs(javaScriptEnabled ? 'Mette' : 'Amir');
  await page.goto('/moduler/domstyper-og-vilkaar/forloeb/afslutning-1');
  await expect(page).toHaveURL(/\/forloeb\/aabning-1$/);
});
