// npm run bench: measures the built server on a generated population, all by itself and on loopback only.
// --quick: a small population and short runs. --write: puts the figures into docs/performance.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { formatFindings, loadContent } from '#src/content/load.ts';
import { auditPage, coldSize, openBrowser } from './bench/browser.ts';
import { countDecisions, type DataPlan, prepareData } from './bench/data.ts';
import { decisionPosts } from './bench/decisions.ts';
import { measureEngine } from './bench/engine.ts';
import { type LoadResult, type LoadRun, load } from './bench/load.ts';
import { reportOf, writeReport } from './bench/report.ts';
import { measureSearch, type SearchFigures } from './bench/search.ts';
import { startServer } from './bench/server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Nothing takes longer, whatever hangs. */
const LIMIT = 20 * 60_000;
const FULL: DataPlan & { seconds: number } = {
  groups: 1000,
  membersPerGroup: 10,
  eventsPerPerson: 109,
  attempts: 4000,
  seconds: 8,
};
const QUICK: typeof FULL = { groups: 60, membersPerGroup: 10, eventsPerPerson: 60, attempts: 400, seconds: 3 };

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
});
if (values.quick && !existsSync(join(root, 'dist/server/entry.mjs'))) {
  console.error('Siden er ikke bygget. Kør npm run build først.');
  process.exit(1);
}
const date = new Date();
const loaded = loadContent(root, date.toISOString().slice(0, 10));
if (!loaded.ok) {
  console.error(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
  process.exit(1);
}
const { content } = loaded;
const plan = values.quick ? QUICK : FULL;
const say = (line: string) =>
  console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${line}`);
const begun = performance.now();
setTimeout(() => {
  console.error('The benchmark took too long and was stopped.');
  process.exit(1);
}, LIMIT).unref();

let build = Number.NaN;
if (!values.quick) {
  say('Builds the site …');
  const from = performance.now();
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The site does not build:\n${stdout}${stderr}`);
  build = performance.now() - from;
}
say('Measures the scenario engine …');
const engine = measureEngine();
const folder = mkdtempSync(join(tmpdir(), 'psp-bench-'));
try {
  say(`Fills a population of ${plan.groups * plan.membersPerGroup} …`);
  const data = await prepareData(folder, content, plan);
  const before = await countDecisions(folder);
  const databaseSize = statSync(join(folder, 'learning.sqlite')).size;
  say(`${data.population.events} events. Starts the server …`);
  const server = await startServer(folder);
  const { browser } = await openBrowser();
  let [sizes, audits]: [Parameters<typeof reportOf>[0]['sizes'], Parameters<typeof reportOf>[0]['audits']] = [[], []];
  let search: SearchFigures = { index: Number.NaN, ready: Number.NaN, median: Number.NaN, worst: Number.NaN, keys: 0 };
  const loads: LoadResult[] = [];
  let counted = 0;
  let serverMemory = Number.NaN;
  try {
    const { address } = server;
    say('Measures cold sizes …');
    const modules: { path: string; size: Awaited<ReturnType<typeof coldSize>> }[] = [];
    for (const path of content.modules.map(({ id }) => `/moduler/${id}`))
      modules.push({ path, size: await coldSize(browser, `${address}${path}`) });
    const [largest] = modules.toSorted((a, b) => b.size.total - a.size.total);
    if (!largest) throw new Error('There is no module');
    const modulePath = largest.path;
    sizes = [
      { what: 'front page', size: await coldSize(browser, `${address}/`) },
      { what: `largest of ${modules.length} module pages (${modulePath})`, size: largest.size },
      {
        what: 'scene (player)',
        size: await coldSize(browser, `${address}${data.scenes.at(-1)?.path}`, data.scenes.at(-1)?.cookie),
      },
    ];
    say('Types into the search field …');
    search = await measureSearch(browser, address);
    const get = (what: string, path: string, cookie?: string): Omit<LoadRun, 'connections'> => ({
      ...{ what, address, seconds: plan.seconds, status: 200 },
      request: { path, headers: { 'accept-encoding': 'br, gzip', ...(cookie ? { cookie } : {}) } },
    });
    const pages = [
      get('module page (prerendered)', modulePath),
      get('Min læring', '/min-laering', data.learner),
      get('indicator page', `/styregruppe/${data.district}`, data.steering),
    ];
    for (const page of pages) {
      for (const connections of [1, 16]) {
        say(`${page.what}, ${connections} connections …`);
        loads.push(await load({ ...page, connections }));
      }
    }
    say(`Opens ${data.scenes.length} scenes …`);
    const posts = await decisionPosts(address, data.scenes);
    const alone = Math.floor(posts.length / 4);
    for (const [connections, once] of [
      [1, posts.slice(0, alone)],
      [16, posts.slice(alone)],
    ] as const) {
      say(`Decisions, ${connections} connections …`);
      const result = await load({
        what: 'decision (durable)',
        address,
        connections,
        seconds: plan.seconds * 4,
        status: 303,
        once,
      });
      loads.push(result);
      counted += result.counted;
    }
    serverMemory = server.memory();
    for (const [what, path, cookie] of [
      ['front page', '/', undefined],
      ['module page', modulePath, undefined],
      ['Min læring', '/min-laering', data.learner],
      ['scene', data.scenes.at(-1)?.path ?? '/', data.scenes.at(-1)?.cookie],
    ] as const) {
      say(`Lighthouse: ${what} …`);
      audits = [...audits, await auditPage(what, `${address}${path}`, cookie)];
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  const stored = (await countDecisions(folder)) - before;
  const { population, filled, published } = data;
  const report = reportOf({
    ...{
      date,
      ...population,
      databaseSize,
      serverMemory,
      filled,
      published,
      sizes,
      loads,
      counted,
      stored,
      audits,
      engine,
      search,
      build,
    },
  });
  console.log(`\n${report}\n`);
  if (stored < counted) throw new Error(`${counted} decisions were acknowledged, ${stored} are stored`);
  if (values.write) {
    writeReport(join(root, 'docs/performance.md'), report);
    say('Written to docs/performance.md');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
