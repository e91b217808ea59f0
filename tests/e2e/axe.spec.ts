// Every page that a link leads to is free of violations and fits a narrow phone, for whoever it is for; and every step of
// every module, before and after its answer.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadContent } from '#src/content/load.ts';
import { startServer } from '#tests/support/e2e-server.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { expect, islandsReady, PEOPLE, test } from './fixtures.ts';
import { answerStrongly } from './walking.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');
const { content } = loaded;

/** What is no page, or changes something. */
const NO_PAGE = /^\/(log-ud|start|api)|\.(csv|pdf|json|svg|png|xml|txt)$/;

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // One frame: no second page is needed to sum up.
    .setLegacyMode(true)
    .analyze();
  const path = new URL(page.url()).pathname;
  const wide = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 800 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize(wide);
  return [
    ...violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ...(width > 320 ? [`${path} is ${width} px wide on a phone of 320`] : []),
  ];
}

/** Follows every link from where one is. @returns how many pages were read, and what was wrong */
async function readAll(page: Page, from: string, isMeant: (path: string) => boolean) {
  const faults: string[] = [];
  const seen = new Set<string>();
  const queue = [from];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await page.goto(path);
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue;
    faults.push(...(await faultsOf(page)));
    const found = await page.locator('a[href]').evaluateAll((links) =>
      links
        .map((link) => (link as HTMLAnchorElement).href)
        .filter((href) => href.startsWith(location.origin))
        .map((href) => new URL(href).pathname + new URL(href).search),
    );
    queue.push(...found.filter((one) => !NO_PAGE.test(one) && isMeant(one)));
  }
  return { faults, count: seen.size };
}

/** Takes every step of every module as a new member. @returns what was wrong before or after an answer */
async function stepThroughAll(page: Page): Promise<string[]> {
  await page.goto('/log-ind');
  await page.getByRole('radio', { name: new RegExp(`^${PEOPLE.police}`) }).check();
  await page.getByRole('button', { name: 'Log ind' }).click();
  await expect(page).not.toHaveURL(/log-ind/);
  const faults: string[] = [];
  for (const { id } of content.modules) {
    await page.goto(`/moduler/${id}/forloeb`);
    for (let steps = 0; steps < 40 && !page.url().endsWith('/faerdig'); steps += 1) {
      await islandsReady(page, true);
      faults.push(...(await faultsOf(page)));
      const read = page.getByRole('button', { name: 'Jeg har læst det – videre' });
      const here = page.url();
      if (await read.isVisible()) await read.click();
      else {
        const asked = content.questions[(await page.locator('main input[name=question]').inputValue()) ?? ''];
        if (!asked) throw new Error(`No question at ${here}`);
        await answerStrongly(page, asked);
        await page.getByRole('button', { name: 'Svar', exact: true }).click();
        const onward = page.getByRole('link', { name: /^(Næste spørgsmål|Læs videre|Afslut modulet)$/ });
        await expect(onward).toBeVisible();
        faults.push(...(await faultsOf(page)));
        await onward.click();
      }
      await expect(page).not.toHaveURL(here);
    }
    faults.push(...(await faultsOf(page)));
  }
  return faults;
}

test.describe('every page: axe, and 320 px', () => {
  test.describe.configure({ mode: 'parallel' });
  const isProvision = (path: string) => path.startsWith('/bestemmelser/');

  test('provisions', async ({ page }) => {
    test.setTimeout(400_000);
    const { faults, count } = await readAll(page, '/bestemmelser', isProvision);
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(Object.keys(content.provisions).length);
  });

  test('all else that is open', async ({ page }) => {
    test.setTimeout(400_000);
    const { faults, count } = await readAll(page, '/', (path) => !isProvision(path));
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(60);
  });

  for (const [role, home, least] of [
    ['steering', '/styregruppe', 3],
    ['smallSteering', '/styregruppe', 3],
    ['admin', '/min-laering', 2],
    ['police', '/min-laering', 4],
  ] as const)
    test(`what ${PEOPLE[role]} may see beyond it`, async ({ page, signInAs }) => {
      test.setTimeout(400_000);
      await signInAs(PEOPLE[role]);
      const isOwn = (path: string) =>
        /^\/(styregruppe|min-laering|mine-logind|genopfriskning|maaling|redaktion|log-ind)/.test(path);
      const { faults, count } = await readAll(page, home, isOwn);
      expect(faults).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(least);
    });

  test('every step of every module, before and after the answer', async ({ browser }) => {
    test.setTimeout(900_000);
    // A house of its own: whoever has taken every module has none left to begin in another test.
    const server = await startServer();
    try {
      const context = await browser.newContext({ baseURL: server.address, locale: 'da-DK' });
      const faults = await stepThroughAll(await context.newPage());
      await context.close();
      expect(faults).toEqual([]);
    } finally {
      await server.stop();
    }
  });
});
