// npm test: sets up what the suite needs (packages, PostgreSQL, Chromium), then checks, unit, property and integration
// tests, a build, and the end-to-end tests in Chromium. Closes with one line: N passed, N failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { build, install, projectNode, root, run, stop } from './setup.mjs';

install();
const node = projectNode();
// Beside Playwright's own folder, which it empties when it begins.
const reports = join(root, '.cache/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const env = { PSP_CHROMIUM: '', ...(await findChromium()) };
if (!hasPostgres() && canInstall()) debian('postgresql');

const failures = [];
const checked = run(node, ['scripts/check.mjs']);
if (checked !== 0) failures.push('npm run check');
run(node, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=.cache/reports/vitest.json',
]);
build();
run(node, ['node_modules/@playwright/test/cli.js', 'test'], { env });

const vitest = report('vitest.json', ({ numPassedTests, numFailedTests, numFailedTestSuites, numTotalTests }) => ({
  passed: numPassedTests,
  // A file that does not load holds tests that never ran: it counts as a failure.
  failed:
    numFailedTests === 0 && (numFailedTestSuites > 0 || numTotalTests === 0)
      ? Math.max(1, numFailedTestSuites)
      : numFailedTests,
}));
const e2e = report('e2e.json', ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + errors.length + (stats.expected === 0 ? 1 : 0),
}));
const passed = vitest.passed + e2e.passed + (checked === 0 ? 1 : 0);
const failed = vitest.failed + e2e.failed + failures.length;
console.log(
  `\nnpm run check: ${checked === 0 ? 'i orden' : 'fejl'}. Vitest: ${vitest.passed} bestået, ${vitest.failed} fejlet. Chromium: ${e2e.passed} bestået, ${e2e.failed} fejlet.`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Counts of a reporter's file; a missing file means that the runner died, which is a failure. */
function report(name, count) {
  const file = join(reports, name);
  return existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1 };
}

function onPath(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  return null;
}

function canInstall() {
  return process.getuid?.() === 0 && onPath('apt-get') !== null;
}

function debian(...packages) {
  console.log(`Installerer ${packages.join(' og ')} fra Debian …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return (apt('update') || true) && apt('install', '-y', '--no-install-recommends', ...packages);
}

function hasPostgres() {
  const versions = '/usr/lib/postgresql';
  return (
    onPath('initdb') !== null ||
    (existsSync(versions) && readdirSync(versions).some((version) => existsSync(join(versions, version, 'bin/initdb'))))
  );
}

/** A system browser, else Debian's, else the one that npm brings; the environment that the browser tests read. */
async function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const system = process.env.PSP_CHROMIUM || onPath(...names);
  if (system) return { PSP_CHROMIUM: system };
  if (canInstall() && debian('chromium')) {
    const installed = onPath(...names);
    if (installed) return { PSP_CHROMIUM: installed };
  }
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    if (spawnSync(path, ['--version']).status === 0)
      return { PSP_CHROMIUM: path, PSP_CHROMIUM_ARGS: JSON.stringify(chromium.args) };
  } catch {
    // Falls through to the sentence: the reader needs to know what to install, not how unpacking failed.
  }
  return stop(
    'Testene mangler en Chromium: installér pakken chromium (eller libnss3, libnspr4 og libexpat1), og kør npm test igen.',
  );
}
