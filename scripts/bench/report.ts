import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import type { ColdSize, LighthouseResult } from './browser.ts';
import type { EngineFigures } from './engine.ts';
import type { LoadResult } from './load.ts';
import type { SearchFigures } from './search.ts';

export interface Measured {
  readonly date: Date;
  readonly learners: number;
  readonly events: number;
  /** Bytes. */
  readonly databaseSize: number;
  readonly serverMemory: number;
  /** Milliseconds. */
  readonly filled: number;
  readonly published: number;
  /** The whole build in milliseconds; NaN when it was not built again. */
  readonly build: number;
  readonly sizes: readonly { readonly what: string; readonly size: ColdSize }[];
  readonly loads: readonly LoadResult[];
  /** Decisions that the load runs counted, and those that the store gained. */
  readonly counted: number;
  readonly stored: number;
  readonly audits: readonly LighthouseResult[];
  readonly engine: EngineFigures;
  readonly search: SearchFigures;
}

const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

const whole = (value: number) => (Number.isFinite(value) ? Math.round(value).toLocaleString('en-GB') : '–');
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = (value: number) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 1 : 0) : '–');
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** The run as Markdown: machine and date first, since figures without them mean nothing. */
export function reportOf(run: Measured): string {
  const [processor] = cpus();
  return [
    `${run.date.toISOString().slice(0, 10)} · ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GB, ${type()} · Node ${process.versions.node} · client, browser and server on this one machine`,
    `${whole(run.learners)} learners, ${whole(run.events)} events, learning store ${whole(run.databaseSize / 1e6)} MB on SQLite with synchronous=FULL · filled in ${whole(run.filled / 1000)} s · one month published in ${(run.published / 1000).toFixed(1)} s · server memory after all runs ${whole(run.serverMemory / 1e6)} MB${Number.isNaN(run.build) ? '' : ` · whole build in ${whole(run.build / 1000)} s`}`,
    '### Cold size',
    table(
      ['page', 'HTML', 'CSS', 'fonts', 'scripts', 'other', 'total', 'requests'],
      run.sizes.map(({ what, size }) => [
        what,
        ...[size.html, size.css, size.fonts, size.scripts, size.other, size.total].map(kilobytes),
        String(size.requests),
      ]),
    ),
    '### Under load',
    table(
      ['request', 'connections', 'answers/s', 'p50 ms', 'p95 ms', 'p99 ms', 'counted', 'failed'],
      run.loads.map((one) => [
        one.what,
        String(one.connections),
        whole(one.perSecond),
        milliseconds(one.p50),
        milliseconds(one.p95),
        milliseconds(one.p99),
        whole(one.counted),
        whole(one.failed),
      ]),
    ),
    `Decisions counted: ${whole(run.counted)}; decisions that the store gained: ${whole(run.stored)}.`,
    '### Search, processor slowed down four times',
    `Index ${kilobytes(run.search.index)} on the wire; ${milliseconds(run.search.ready)} ms from the first focus to the first results; ${milliseconds(run.search.median)} ms from a key to its results in the middle, ${milliseconds(run.search.worst)} ms at worst, of ${run.search.keys} keys.`,
    '### Scenario engine',
    table(
      ['checker', 'places', 'walked', 'ms', 'peak memory'],
      run.engine.checker.map((one) => [
        one.what,
        whole(one.places),
        one.kind === 'all' ? 'all' : 'then 10,000 random plays',
        whole(one.milliseconds),
        `${whole(one.memory / 1e6)} MB`,
      ]),
    ),
    `One decision after 100 events, from the cached state: ${milliseconds(run.engine.decision)} ms; a rebuild from 100 events: ${milliseconds(run.engine.replay)} ms (medians, one processor).`,
    '### Lighthouse, mobile profile',
    table(
      [
        'page',
        'LCP s',
        'LCP s, really throttled',
        'CLS',
        'blocking ms',
        'performance',
        'accessibility',
        'best practices',
        'SEO',
      ],
      run.audits.map((one) => [
        one.what,
        (one.lcp / 1000).toFixed(2),
        (one.throttledLcp / 1000).toFixed(2),
        one.cls.toFixed(3),
        whole(one.blocking),
        ...[one.performance, one.accessibility, one.bestPractices, one.seo].map(String),
      ]),
    ),
  ].join('\n\n');
}

/** Puts the report between the marks of a page. @throws when the page has no marks */
export function writeReport(file: string, report: string): void {
  const page = readFileSync(file, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error(`${file} has no place for the figures`);
  writeFileSync(file, `${page.slice(0, begin + BEGIN.length)}\n\n${report}\n\n${page.slice(end)}`);
}
