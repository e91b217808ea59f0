import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadContent } from '#src/content/load.ts';
import { movableClock, processEnvironment, type RunningServer, startServer } from '#tests/support/e2e-server.ts';
import { freePort } from '#tests/support/free-port.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { codeIn, startMailServer } from '#tests/support/mail-server.ts';
import { expect, islandsReady, test } from './fixtures.ts';
import { answerStrongly, completeModule } from './walking.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('The content breaks its rules');
const { content } = loaded;
const KARIN = 'karin@example.org';

let server: RunningServer | undefined;
let mail: Awaited<ReturnType<typeof startMailServer>>;
const folder = mkdtempSync(join(tmpdir(), 'psp-refresher-'));
test.beforeAll(async () => {
  mail = await startMailServer();
});
test.afterAll(async () => {
  await server?.stop();
  await mail.close();
  rmSync(folder, { recursive: true, force: true });
});

test('LOG-4: a member is asked by mail, follows the link, signs in by a code and refreshes what was learned', async ({
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(180_000);
  const port = await freePort();
  const env = { PSP_SECRET: 's'.repeat(40), PSP_SMTP_URL: mail.url, PSP_MAIL_FROM: 'akademi@example.org' };
  const clock = movableClock(folder);
  const house = { folder: join(folder, 'data'), port, env, clock: clock.file };
  server = await startServer(house);
  const { address } = server;
  // Not spawnSync: the mail server answers from this very process.
  const run = async (script: string, ...args: string[]) =>
    (
      await promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...args], {
        cwd: projectRoot,
        env: processEnvironment(house),
      })
    ).stdout;
  await run('admin', 'add-group', '--id', 'odense', '--navn', 'Odense Fiktiv', '--kreds', 'fyn', '--kommune', 'Odense');
  await run(
    'admin',
    ...`add-member --mail ${KARIN} --gruppe odense --myndighed kommune --navn`.split(' '),
    'Karin Fiktiv',
  );

  const context = await browser.newContext({
    baseURL: address,
    locale: 'da-DK',
    javaScriptEnabled: javaScriptEnabled ?? true,
  });
  const page = await context.newPage();
  const signIn = async () => {
    const before = mail.mails.length;
    await page.getByLabel('Din arbejdsmail').fill(KARIN);
    await page.getByRole('button', { name: 'Send mig en kode' }).click();
    await expect.poll(() => mail.mails.length).toBe(before + 1);
    await page.getByRole('textbox', { name: 'Kode' }).fill(codeIn(mail.mails));
    await page.getByRole('button', { name: 'Log ind' }).click();
  };
  await page.goto('/min-laering');
  await signIn();
  await expect(page).toHaveURL(/\/min-laering$/);
  const module = Object.values(content.questions).find(({ item }) => item !== undefined)?.module ?? '';
  await completeModule(page, module, content.questions, javaScriptEnabled);
  expect(await run('remind')).toContain('0 fik en');

  clock.ahead(5);
  expect(await run('remind')).toContain('1 fik en');
  const asked = mail.mails.at(-1);
  expect(asked?.to).toBe(KARIN);
  const link = /http:\/\/localhost:\d+\S*/.exec(asked?.text ?? '')?.[0] ?? '';
  expect(link).toBe(`${address}/genopfriskning`);
  // A link and nothing else: neither who, nor what.
  expect(
    asked?.text
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join(' '),
  ).not.toMatch(/Karin|Fiktiv|modul|Odense/i);

  await page.goto(link);
  await expect(page).toHaveURL(/\/log-ind\?naeste=/);
  await signIn();
  await expect(page).toHaveURL(`${address}/genopfriskning`);
  const question = content.questions[await page.locator('main input[name=question]').inputValue()];
  if (!question) throw new Error('Nothing is due');
  expect(question.module).toBe(module);
  await islandsReady(page, javaScriptEnabled);
  await answerStrongly(page, question);
  await page.getByRole('button', { name: 'Svar', exact: true }).click();
  await expect(page.locator('.because').first()).toBeVisible();
  // One mail a week at most, and none when nothing is due.
  clock.ahead(6);
  expect(await run('remind')).toContain('0 fik en');

  await context.close();
});
