import { expect, test } from './fixtures.ts';

test('what a reader finds wrong reaches the editors with its page, and is worked off', async ({
  page,
  signInAs,
  expectNoViolations,
}) => {
  await page.goto('/moduler/maa-jeg-dele');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Har du fundet en fejl?' }).click();
  await expect(page.getByText('Det gælder siden /moduler/maa-jeg-dele')).toBeVisible();
  await expectNoViolations();
  const message = `Tabellen mangler en linje ${Date.now()}`;

  await page.getByLabel('Hvad er galt?').fill(`${message}, 010190-1234`);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('.errors')).toContainText('ligner et CPR-nummer');
  await expect(page.getByLabel('Hvad er galt?')).toHaveValue(`${message}, 010190-1234`);

  await page.getByLabel('Hvad er galt?').fill(message);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { name: 'Tak. Det er sendt til redaktionen.' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tilbage til siden' })).toHaveAttribute('href', '/moduler/maa-jeg-dele');

  await signInAs('Vibeke');
  await expect(page).toHaveURL(/\/redaktion$/);
  const item = page.getByRole('listitem').filter({ hasText: message });
  await expect(item).toContainText('/moduler/maa-jeg-dele');
  await item.getByRole('button', { name: 'Rettet' }).click();
  await expect(item).toContainText('Rettet');
  await expect(item.getByRole('button')).toHaveCount(0);
  await expectNoViolations();
});

test('AUTHZ-1: the editors’ list is not there for others', async ({ page, signInAs }) => {
  await signInAs('Sofie');
  expect((await page.goto('/redaktion'))?.status()).toBe(404);
});
