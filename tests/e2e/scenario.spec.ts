import type { Page } from '@playwright/test';
import { expect, islandsReady, test } from './fixtures.ts';
import { answerScene, goOn, playOut, sceneField, sceneForm } from './playing.ts';

const CASE = 'tre-gange-paa-to-maaneder';
const TITLE = 'Tre gange på to måneder';

/** Begins the case from a seat. */
async function begin(page: Page, seat: string, javaScriptEnabled: boolean | undefined): Promise<void> {
  await page.goto(`/scenarier/${CASE}`);
  await islandsReady(page, javaScriptEnabled);
  await page.getByRole('radio', { name: new RegExp(`^${seat}`) }).check();
  await page.getByRole('button', { name: 'Begynd sagen' }).click();
  await expect(page).toHaveURL(/\/spil\//);
}

test('a member plays the case, leaves it, goes on, and gets a debrief with reasons and provisions', async ({
  page,
  signInAs,
  javaScriptEnabled,
  expectNoViolations,
}) => {
  test.slow();
  // One person per project: both run at once, and "Fortsæt sagen" leads to the newest run.
  await signInAs(javaScriptEnabled ? 'Sofie' : 'Amir');
  await begin(page, 'Psykiatri', javaScriptEnabled);
  await expect(page.getByText('Konstrueret', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Din sagsmappe' })).toBeVisible();
  await expectNoViolations();

  // Nothing chosen.
  await islandsReady(page, javaScriptEnabled);
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).press('Enter');
  await expect(page.getByText('Vælg et svar, før du går videre').first()).toBeVisible();

  // One decision, then away and back by Min læring.
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  const scene = await sceneField(page).inputValue();
  await page.goto('/min-laering');
  await page.getByRole('link', { name: 'Fortsæt sagen' }).click();
  await expect(sceneField(page)).toHaveValue(scene);

  await playOut(page, javaScriptEnabled);
  await expect(page).toHaveURL(/\/gennemgang\//);
  for (const heading of ['1. Hvad skete der?', '2. Hvorfor?', '3. Næste gang'])
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  await expect(page.getByText('Retsplejeloven § 115').first()).toBeVisible();
  await expect(page.getByText('Ikke gennemset af en jurist').first()).toBeVisible();
  await expect(page.getByRole('table')).not.toHaveCount(0);
  await expectNoViolations();
  await page.goto('/min-laering');
  await expect(page.getByText(/^Spillet /).first()).toBeVisible();
});

for (const seat of ['Kommune', 'Psykiatri', 'Politi']) {
  test(`the case ends from the seat ${seat}, whatever is chosen last`, async ({
    page,
    signInAs,
    javaScriptEnabled,
  }) => {
    test.slow();
    await signInAs('Mette');
    await begin(page, seat, javaScriptEnabled);
    expect(await playOut(page, javaScriptEnabled, 'last')).toBeGreaterThanOrEqual(4);
    await expect(page).toHaveURL(/\/gennemgang\//);
  });
}

test('CPR-1: a number in the own line is refused in browser and server, and the text comes back', async ({
  page,
  signInAs,
  javaScriptEnabled,
}) => {
  await signInAs('Henrik');
  await begin(page, 'Politi', javaScriptEnabled);
  // Another scene may ask for no own line; go on until one does.
  for (let scene = 0; scene < 8 && (await page.getByRole('textbox').count()) === 0; scene += 1) {
    await islandsReady(page, javaScriptEnabled);
    await answerScene(page);
    await goOn(page);
  }
  await islandsReady(page, javaScriptEnabled);
  // Made here and now: no valid-looking number stands in our code.
  const number = `${['01', '02', '90'].join('')}-${1000 + Math.floor(Math.random() * 8999)}`;
  await page.getByRole('radio').first().check();
  await page.getByRole('textbox').fill(`Han hedder ${number}`);
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  await expect(page.getByText('Teksten ligner et CPR-nummer').first()).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveValue(`Han hedder ${number}`);
  await expect(page.getByRole('radio').first()).toBeChecked();
  await page.getByRole('textbox').fill('Vi ved, at kontakten er brudt.');
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  await expect(page.getByText('Teksten ligner et CPR-nummer')).toHaveCount(0);
});

test('AUTHZ-2: another person’s attempt looks like one that does not exist', async ({
  page,
  browser,
  signInAs,
  javaScriptEnabled,
  baseURL,
}) => {
  await signInAs('Henrik');
  await begin(page, 'Politi', javaScriptEnabled);
  const foreign = new URL(page.url()).pathname;
  const other = await browser.newContext({ javaScriptEnabled: javaScriptEnabled ?? true, baseURL: baseURL ?? '' });
  const second = await other.newPage();
  await second.goto('/log-ind');
  await second.getByRole('radio', { name: /^Mette/ }).check();
  await second.getByRole('button', { name: 'Log ind' }).click();
  await expect(second).not.toHaveURL(/log-ind/);
  const answers = await Promise.all(
    [foreign, foreign.replace(/[0-9a-f]{12}$/, '000000000000')].map(async (path) => {
      const response = await other.request.get(path);
      return { status: response.status(), body: (await response.text()).replace(/nonce="[^"]*"/g, '') };
    }),
  );
  expect(answers[0]?.status).toBe(404);
  expect(answers[1]).toEqual(answers[0]);
  await other.close();
});

test(`${TITLE} can be read about without signing in, and says what signing in is for`, async ({ page }) => {
  await page.goto(`/scenarier/${CASE}`);
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Log ind og prøv sagen' })).toBeVisible();
});

test('practice goes back to an own decision; the end leads on to a new try from the other road, and the plan is kept', async ({
  page,
  signInAs,
  javaScriptEnabled,
  expectNoViolations,
}) => {
  test.slow();
  await signInAs(javaScriptEnabled ? 'Henrik' : 'Mette');
  await begin(page, 'Kommune', javaScriptEnabled);
  const first = await sceneField(page).inputValue();
  await answerScene(page, 'last');
  await goOn(page);
  await page.getByText('Gå tilbage til et tidligere valg').click();
  await expectNoViolations();
  await page
    .getByRole('button', { name: /^Gå tilbage/ })
    .first()
    .click();
  await expect(sceneField(page)).toHaveValue(first);

  await islandsReady(page, javaScriptEnabled);
  await playOut(page, javaScriptEnabled, 'first');
  await page.getByLabel('Hvis … så …').fill('Hvis ingen siger et navn, så foreslår jeg et.');
  await page.getByRole('button', { name: 'Gem planen' }).click();
  await expect(page.getByLabel('Hvis … så …')).toHaveValue('Hvis ingen siger et navn, så foreslår jeg et.');
  await page.getByRole('button', { name: 'Slet planen' }).click();
  await expect(page.getByLabel('Hvis … så …')).toHaveValue('');
  await page.getByRole('button', { name: 'Prøv herfra igen' }).click();
  await expect(page).toHaveURL(/\/spil\//);
});

test('who plays without going back is told so, and finds no way back', async ({
  page,
  signInAs,
  javaScriptEnabled,
}) => {
  await signInAs('Mette');
  await page.goto(`/scenarier/${CASE}`);
  await islandsReady(page, javaScriptEnabled);
  await page.getByRole('radio', { name: /^Kommune/ }).check();
  await page.getByRole('checkbox', { name: /Spil uden at gå tilbage/ }).check();
  await page.getByRole('button', { name: 'Begynd sagen' }).click();
  await answerScene(page);
  await goOn(page);
  await expect(page.getByText('Dine valg står fast.')).toBeVisible();
  await expect(page.getByText('Gå tilbage til et tidligere valg')).toHaveCount(0);
});

test('a case with every kind of scene is played from each of its seats: reasons, a round, a meeting’s end', async ({
  page,
  signInAs,
  javaScriptEnabled,
  expectNoViolations,
}) => {
  test.slow();
  await signInAs('Mette');
  for (const seat of ['Skole', 'BUP']) {
    await page.goto('/scenarier/regnskabets-time');
    await islandsReady(page, javaScriptEnabled);
    await page.getByRole('radio', { name: new RegExp(`^${seat}`) }).check();
    await page.getByRole('button', { name: 'Begynd sagen' }).click();
    const met = new Set<string>();
    while (page.url().includes('/spil/')) {
      await islandsReady(page, javaScriptEnabled);
      const kind = await sceneForm(page).evaluate((form) =>
        form.querySelector('[name=responsible]')
          ? 'end'
          : form.querySelector('[name=aim]')
            ? 'round'
            : form.querySelector('[name=choice]')
              ? 'reason'
              : 'choice',
      );
      if (!met.has(kind)) {
        await expectNoViolations();
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBeLessThanOrEqual(320);
        await page.setViewportSize({ width: 1280, height: 720 });
        // Nothing answered: the page says what is missing, and nothing is lost. Of a round what it is for, once something is told.
        if (kind === 'round') await sceneForm(page).getByRole('checkbox').first().check();
        await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
        await expect(page.getByText(/^Vælg et svar/).first()).toBeVisible();
        await islandsReady(page, javaScriptEnabled);
      }
      met.add(kind);
      await answerScene(page);
      if (kind === 'round') await sceneForm(page).getByRole('checkbox').first().check();
      await goOn(page);
    }
    expect([...met].toSorted()).toEqual(expect.arrayContaining(['choice', 'end', 'reason']));
    await expectNoViolations();
  }
});
