import type { Locator, Page } from '@playwright/test';
import { COMMIT_PARTS } from '#src/scenarios/engine/schema.ts';
import { readShareText } from '#src/scenarios/engine/share-text.ts';
import { expect, islandsReady } from './fixtures.ts';

/** The form that goes on in the case; the page may hold others, such as the way back. */
export function sceneForm(page: Page): Locator {
  return page.locator('main form').filter({ has: page.getByRole('button', { name: 'Fortsæt', exact: true }) });
}

/** Which scene the page asks about. */
export function sceneField(page: Page): Locator {
  return sceneForm(page).locator('input[name=node]');
}

/** Answers what the scene asks, whatever it is: one radio of every group. Boxes of a round stay as they are. */
export async function answerScene(page: Page, pick: 'first' | 'last' = 'first'): Promise<void> {
  const form = sceneForm(page);
  const groups = await form
    .getByRole('radio')
    .evaluateAll((radios) => [...new Set(radios.map((radio) => (radio as HTMLInputElement).name))]);
  for (const name of groups) await form.locator(`input[type=radio][name="${name}"]`)[pick]().check();
}

/** Goes on, and waits until another page stands there. */
export async function goOn(page: Page): Promise<void> {
  const moved = page.waitForEvent('framenavigated');
  await page.getByRole('button', { name: 'Fortsæt', exact: true }).click();
  await moved;
  await page.waitForLoadState('domcontentloaded');
}

/** Plays to the debrief by the choices given for each scene; where a scene asks why, by the first reason. */
export async function playChoices(
  page: Page,
  javaScriptEnabled: boolean | undefined,
  choices: ReadonlyMap<string, string>,
): Promise<void> {
  for (let answers = 0; page.url().includes('/spil/'); answers += 1) {
    expect(answers, 'a case ends').toBeLessThan(30);
    await islandsReady(page, javaScriptEnabled);
    const form = sceneForm(page);
    const choice = choices.get(await sceneField(page).inputValue());
    const sharing = readShareText(choice ?? '');
    if (choice === undefined || (await form.locator('input[name=choice]').count()) > 0) await answerScene(page);
    else if (sharing) {
      await form.locator(`input[name=aim][value="${sharing.aim}"]`).check();
      await form.locator(`input[name=ground][value="${sharing.ground}"]`).check();
      for (const { fact, form: length, to } of sharing.shares)
        for (const seat of to) await form.locator(`input[name="${fact}.${length}>${seat}"]`).check();
    } else if ((await form.locator('input[name=option]').count()) > 0)
      await form.locator(`input[name=option][value="${choice}"]`).check();
    else
      for (const [index, part] of COMMIT_PARTS.entries())
        await form.locator(`input[name="${part}"][value="${choice.split('.')[index]}"]`).check();
    await goOn(page);
  }
}

/** Plays to the debrief; returns how many answers were given. */
export async function playOut(
  page: Page,
  javaScriptEnabled: boolean | undefined,
  pick: 'first' | 'last' = 'first',
): Promise<number> {
  let answers = 0;
  while (page.url().includes('/spil/')) {
    await islandsReady(page, javaScriptEnabled);
    // The page never tells how many decisions remain, nor how a choice is judged.
    expect(await page.content()).not.toMatch(/Beslutning \d+ af|Stærkt|"rating"|"why"|overdeling|underdeling/);
    await answerScene(page, pick);
    await goOn(page);
    answers += 1;
    expect(answers, 'a case ends').toBeLessThan(30);
  }
  return answers;
}
