import { expect, islandsReady, test } from './fixtures.ts';
import { answerScene, goOn, sceneField } from './playing.ts';

const CASE = 'tre-gange-paa-to-maaneder';

async function begin(page: import('@playwright/test').Page, seat: string): Promise<void> {
  await page.goto(`/scenarier/${CASE}`);
  await islandsReady(page, true);
  await page.getByRole('radio', { name: new RegExp(`^${seat}`) }).check();
  await page.getByRole('button', { name: 'Begynd sagen' }).click();
  await expect(page).toHaveURL(/\/spil\//);
  await islandsReady(page, true);
}

const stored = (page: import('@playwright/test').Page) => page.evaluate(() => localStorage.getItem('psp-udbakke'));

test('DUR-4: without a line an answer waits encrypted, is shown, and is sent once; the next scene comes from the server', async ({
  page,
  context,
  signInAs,
  expectNoViolations,
}) => {
  await signInAs('Mette');
  await begin(page, 'Kommune');
  const scene = await sceneField(page).inputValue();
  await context.setOffline(true);
  await answerScene(page);
  await page.getByRole('textbox').fill('KANINHOP');
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  await expect(page.getByText('Ikke sendt endnu: 1 svar')).toBeVisible();
  await expect(page.getByText('Næste side kommer først derefter')).toBeVisible();
  await expect(sceneField(page)).toHaveValue(scene);
  // A second click keeps no second answer, and what is kept can be read by nobody.
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click({ force: true });
  const kept = (await stored(page)) ?? '';
  expect(JSON.parse(kept)).toHaveLength(1);
  expect(kept).not.toMatch(/KANINHOP|option|fortael|meld|vent/);
  await expectNoViolations();

  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(sceneField(page)).not.toHaveValue(scene);
  expect(await stored(page)).toBeNull();
  await expect(page.getByText('Ikke sendt endnu')).toBeHidden();
  // It stands once: the next answer is the second.
  await expect(page.getByText('Beslutning 2')).toBeVisible();
});

test('DUR-4: two tabs keep two answers of two runs, and both arrive', async ({ page, context, signInAs }) => {
  await signInAs('Mette');
  await begin(page, 'Kommune');
  const other = await context.newPage();
  await begin(other, 'Psykiatri');
  await context.setOffline(true);
  for (const tab of [page, other]) {
    await answerScene(tab);
    await tab.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  }
  await expect(other.getByText('Ikke sendt endnu: 2 svar')).toBeVisible();
  await context.setOffline(false);
  await expect(other.getByText('Beslutning 2')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Beslutning 2')).toBeVisible();
});

test('DUR-4: another person on the same machine neither sees nor sends what waits', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('Mette');
  await begin(page, 'Kommune');
  const scene = await sceneField(page).inputValue();
  const play = page.url();
  await context.setOffline(true);
  await answerScene(page);
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  await expect(page.getByText('Ikke sendt endnu: 1 svar')).toBeVisible();
  const kept = (await stored(page)) ?? '';
  // The sign-in is gone without signing out, as after a night, before the line is back; somebody else signs in.
  await context.clearCookies();
  await context.setOffline(false);
  await signInAs('Henrik');
  await page.evaluate((text) => localStorage.setItem('psp-udbakke', text), kept);
  const posts: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
  await page.goto('/min-laering');
  await expect.poll(() => stored(page)).toBeNull();
  expect(posts).toEqual([]);
  // Nothing has been recorded in her name either.
  await context.clearCookies();
  await signInAs('Mette');
  await page.goto(play);
  await expect(sceneField(page)).toHaveValue(scene);
});

test('SESS-2: signing out empties what waits', async ({ page, context, signInAs }) => {
  await signInAs('Mette');
  await begin(page, 'Kommune');
  await context.setOffline(true);
  await answerScene(page);
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  await expect(page.getByText('Ikke sendt endnu: 1 svar')).toBeVisible();
  // Still without a line, so that nothing can have been sent.
  await page.getByRole('button', { name: 'Log ud' }).first().click();
  await expect
    .poll(() =>
      context
        .pages()[0]
        ?.evaluate(() => localStorage.length)
        .catch(() => 0),
    )
    .toBe(0);
  await context.setOffline(false);
  await page.goto('/scenarier');
  expect(await stored(page)).toBeNull();
});

test('an answer that was given elsewhere meanwhile is turned down, and the page says so', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('Mette');
  await begin(page, 'Kommune');
  const other = await context.newPage();
  await other.goto(page.url());
  await islandsReady(other, true);
  await context.setOffline(true);
  await answerScene(page, 'last');
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  await expect(page.getByText('Ikke sendt endnu: 1 svar')).toBeVisible();
  await page.close();
  // Held back until the other answer stands.
  await other.evaluate(() => {
    localStorage.setItem('vent', localStorage.getItem('psp-udbakke') ?? '');
    localStorage.removeItem('psp-udbakke');
  });
  await context.setOffline(false);
  await answerScene(other, 'first');
  await goOn(other);
  await other.evaluate(() => localStorage.setItem('psp-udbakke', localStorage.getItem('vent') ?? ''));
  await other.reload();
  await expect(other.getByText('der var allerede svaret et andet sted')).toBeVisible();
  await expect(other.getByText('Beslutning 2')).toBeVisible();
});
