import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Past every condition of § 115: what may be told in PSP, after thirteen answers. */
const PSP = 'nnnnjjnjjjnvj';
/** A question, one that has been turned aside, one about how, and every kind of end. */
const ADDRESSES = [
  '',
  'nnnnjj',
  'nnnnjjb',
  'nnnnjjnjjnn',
  'j',
  'nnj',
  'njjn',
  'nnnj',
  'nnnjjjn',
  'nnnnjjnjjjnnj',
  PSP,
  'nnnnjjbjjj',
  'nnnnjjnjn',
  'nnnnjjnv',
];

/** As a police officer; the beginning without who asks. */
const guide = (answers: string) => `/maa-jeg-dele${answers && `?svar=P${answers}`}`;
const POLICE = /^Politiet/;
const answer = (page: Page, name: RegExp) => page.getByRole('button', { name });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test.describe('Må jeg dele?', () => {
  for (const answers of ADDRESSES) {
    test(`after »${answers}« it is read in every width, with no violation and nothing from outside`, async ({
      page,
      expectNoViolations,
    }) => {
      const outside: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        if (page.url() !== 'about:blank' && !request.url().startsWith(new URL(page.url()).origin))
          outside.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      const response = await page.goto(guide(answers));
      expect(response?.status()).toBe(200);
      await expect(title(page)).toHaveCount(1);
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
        expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
      }
      await expectNoViolations();
      expect(outside).toEqual([]);
      expect(errors).toEqual([]);
    });
  }

  test('one question a page leads to an answer with the law it rests on, and every answer can be changed', async ({
    page,
  }) => {
    await page.goto('/maa-jeg-dele');
    await expect(title(page)).toHaveText('Må jeg dele denne oplysning?');
    await answer(page, POLICE).click();
    for (const name of [/^Nej/, /^Nej/, /^Nej/, /^Nej/, /^Ja/, /^Ja/, /^Nej/, /^Ja/, /^Ja/, /^Ja/, /^Nej/])
      await answer(page, name).click();
    await expect(page.getByText('Svaret indtil nu: Del i PSP.')).toBeVisible();
    await answer(page, /^Ved ikke/).click();
    await answer(page, /^Ja/).click();
    await expect(page).toHaveURL(new RegExp(`/maa-jeg-dele\\?svar=P${PSP}$`));
    await expect(title(page)).toHaveText('Du må dele den i PSP, og kun den');
    await expect(page.getByText('Sig højt, at den er usikker')).toBeVisible();
    await expect(page.getByText('Ikke gennemset af en jurist.')).toBeVisible();

    const changes = page.getByRole('link', { name: /^Ret svaret på:/ });
    await expect(changes).toHaveCount(PSP.length + 1);
    await changes.nth(9).click();
    await expect(page).toHaveURL(new RegExp(`svar=P${PSP.slice(0, 8)}$`));
    await expect(title(page)).toContainText('brug for netop denne oplysning');
    await answer(page, /^Nej/).click();
    await expect(title(page)).toHaveText('Del den ikke');
    await page.getByRole('link', { name: 'Ret dit sidste svar' }).click();
    await page.getByRole('link', { name: 'Forrige spørgsmål' }).click();
    await expect(page).toHaveURL(new RegExp(`svar=P${PSP.slice(0, 7)}$`));
    await page.getByRole('link', { name: 'Begynd forfra' }).click();
    await expect(page).toHaveURL(/\/maa-jeg-dele$/);
  });

  test('the provisions of an answer are links into the register', async ({ page }) => {
    await page.goto(guide(PSP));
    await page
      .getByRole('complementary', { name: 'Svaret bygger på' })
      .getByRole('link', { name: '§ 115, stk. 4' })
      .click();
    await expect(page).toHaveURL(/\/bestemmelser\/rpl-115-4$/);
    await expect(title(page)).toContainText('§ 115, stk. 4');
  });

  test('who gives counts as much: KiF is never told that § 115 allows it', async ({ page }) => {
    await page.goto('/maa-jeg-dele');
    await answer(page, /KiF/).click();
    for (const name of [/^Nej/, /^Nej/, /^Nej/, /^Nej/, /^Ja/, /^Ja/, /^Nej/, /^Ja/]) await answer(page, name).click();
    await expect(page.getByText('PSP-reglen i § 115 nævner ikke dig.')).toBeVisible();
    await answer(page, /^Nej/).click();
    await expect(title(page)).toHaveText('Spørg en jurist, før du deler');
    await expect(page.getByText('Kriminalforsorgen i Friheden (KiF)')).toBeVisible();
  });

  test('a yes to something else is no yes here', async ({ page }) => {
    await page.goto(guide('nnn'));
    await answer(page, /^Ja/).click();
    await expect(title(page)).toContainText('netop det her');
    await answer(page, /^Nej/).click();
    await expect(title(page)).toContainText('socialt udsat');
  });

  test('S0: danger is one answer away, also for the one who is not sure', async ({ page }) => {
    for (const name of [/^Ja/, /^Ved ikke/]) {
      await page.goto('/maa-jeg-dele');
      await expect(page.getByText('Er nogen i fare lige nu, så ring 112 først.')).toBeVisible();
      await answer(page, POLICE).click();
      await answer(page, name).click();
      await expect(title(page)).toHaveText('Handl nu');
      await expect(page.getByText('Ring 112').first()).toBeVisible();
    }
  });

  test('S6: "both" is offered, and leads out of PSP', async ({ page }) => {
    await page.goto(guide('nnnnjj'));
    await answer(page, /^Begge dele/).click();
    await expect(page.getByText('Ikke i PSP. Se, om en anden regel passer.')).toBeVisible();
    await answer(page, /^Nej/).click();
    await expect(title(page)).toHaveText('Del den ikke');
    await expect(
      page.getByRole('complementary').getByRole('link', { name: 'Retsplejeloven § 115, stk. 2' }),
    ).toBeVisible();
  });

  test('it is walked with the keyboard alone', async ({ page }) => {
    await page.goto(guide('nnj'.slice(0, 2)));
    const yes = answer(page, /^Ja/);
    for (let presses = 0; presses < 20 && !(await yes.evaluate((button) => button.matches(':focus'))); presses++)
      await page.keyboard.press('Tab');
    await expect(yes).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(answer(page, /^Nej/)).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('Drøft det uden navn');
  });

  test('an address that cannot be read begins again and says so', async ({ page }) => {
    for (const answers of ['x', 'nnn', 'Pb', 'Pjn', 'Torben', `P${'n'.repeat(40)}`, '%3Cscript%3E']) {
      const response = await page.goto(`/maa-jeg-dele?svar=${answers}`);
      expect(response?.status(), answers).toBe(200);
      await expect(page.getByRole('status')).toContainText('Vi kunne ikke læse svarene');
      await expect(page.getByRole('group', { name: 'Hvor arbejder du?' })).toBeVisible();
    }
    await page.goto('/maa-jeg-dele?andet=nnn');
    await expect(page.getByRole('status')).toHaveCount(0);
  });

  test('nothing can be written in it, and nothing is kept', async ({ page, request }) => {
    for (const answers of ['', 'nnnnjjnj', PSP]) {
      const response = await request.get(guide(answers));
      expect(response.headers()['set-cookie']).toBeUndefined();
      expect(response.headers()['cache-control']).toBe('no-store');
      await page.goto(guide(answers));
      await expect(page.locator('input, textarea, select, [contenteditable]')).toHaveCount(0);
    }
    expect(await page.context().cookies()).toEqual([]);
  });

  test('on paper it is a sheet to write on: no menu, no buttons, lines instead', async ({ page }) => {
    await page.goto(guide(PSP));
    const lines = page.locator('.blank');
    await expect(lines.first()).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(lines).toHaveCount(6);
    for (const line of await lines.all()) await expect(line).toBeVisible();
    await expect(page.getByText('Arket er uden navne.')).toBeVisible();
    await expect(page.getByText('Svaret bygger på')).toBeVisible();
    for (const gone of [
      page.getByRole('navigation').first(),
      page.getByRole('link', { name: 'Tag en ny oplysning' }),
      page.getByRole('link', { name: /^Ret / }).first(),
      page.getByRole('button', { name: 'Udskriv svaret' }),
    ])
      await expect(gone).toBeHidden();
  });

  test('the print button is there where it can print', async ({ page, javaScriptEnabled }) => {
    await page.goto(guide('j'));
    await expect(page.getByRole('button', { name: 'Udskriv svaret' })).toBeVisible({
      visible: javaScriptEnabled ?? true,
    });
  });

  test('the front page leads to it', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Må jeg dele?', exact: true }).click();
    await expect(page).toHaveURL(/\/maa-jeg-dele$/);
  });

  test('search engines are shown the beginning alone', async ({ page }) => {
    await page.goto('/maa-jeg-dele');
    await expect(page.locator('meta[name=robots]')).toHaveCount(0);
    await page.goto(guide('n'));
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  });
});
