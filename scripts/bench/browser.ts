import { type Browser, chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { freePort } from '#tests/support/free-port.ts';

/** Bytes on the wire of a page opened for the first time. */
export interface ColdSize {
  readonly html: number;
  readonly css: number;
  readonly fonts: number;
  readonly scripts: number;
  readonly other: number;
  readonly total: number;
  readonly requests: number;
}

export interface LighthouseResult {
  readonly what: string;
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
  /** Largest contentful paint in milliseconds, mobile profile. */
  readonly lcp: number;
  /** The same with the line and the processor really slowed down, instead of computed from a fast run. */
  readonly throttledLcp: number;
  /** Cumulative layout shift. */
  readonly cls: number;
  readonly blocking: number;
}

/** How often Lighthouse is asked again when it has lost the trace of a page, which happens on a busy machine. */
const TRIES = 3;
const RUNS = 3;

/** The browser of the end-to-end tests, with a port for Lighthouse. */
export async function openBrowser(): Promise<{ browser: Browser; port: number }> {
  const port = await freePort();
  const more = JSON.parse(process.env.PSP_CHROMIUM_ARGS ?? '[]') as string[];
  const executablePath = process.env.PSP_CHROMIUM || '/usr/bin/chromium';
  const args = [...more, `--remote-debugging-port=${port}`, '--no-sandbox'];
  return { browser: await chromium.launch({ executablePath, args }), port };
}

/** Opens the page with an empty cache and adds up what came over the wire, compressed as it was sent. */
export async function coldSize(browser: Browser, address: string, cookie?: string): Promise<ColdSize> {
  const context = await browser.newContext(cookie ? { extraHTTPHeaders: { cookie } } : {});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const kinds = new Map<string, string>();
    const bytes = { html: 0, css: 0, fonts: 0, scripts: 0, other: 0 };
    let requests = 0;
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      requests++;
      const kind =
        { Document: 'html', Stylesheet: 'css', Font: 'fonts', Script: 'scripts' }[kinds.get(requestId) ?? ''] ??
        'other';
      bytes[kind as keyof typeof bytes] += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const total = Object.values(bytes).reduce((sum, one) => sum + one, 0);
    return { ...bytes, total, requests };
  } finally {
    await context.close();
  }
}

/**
 * Lighthouse's default mobile profile: simulated slow 4G and a processor four times slower. Of three runs the one with the
 * median LCP: on one machine the faces sometimes come before the first paint, and the simulation then counts them in. A
 * browser of its own for each run, so that none has the cache or the tabs of another.
 * @param cookie for pages that ask who one is
 */
export async function auditPage(what: string, address: string, cookie?: string): Promise<LighthouseResult> {
  const runs: LighthouseResult[] = [];
  while (runs.length < RUNS) runs.push(await auditOnce(what, address, cookie));
  const median = runs.toSorted((a, b) => a.lcp - b.lcp)[Math.floor(RUNS / 2)] as LighthouseResult;
  const throttled = await auditOnce(what, address, cookie, 'devtools');
  return { ...median, throttledLcp: throttled.lcp };
}

async function auditOnce(
  what: string,
  address: string,
  cookie: string | undefined,
  throttlingMethod: 'simulate' | 'devtools' = 'simulate',
): Promise<LighthouseResult> {
  for (let tries = 1; ; tries++) {
    const { browser, port } = await openBrowser();
    try {
      return await audit(what, address, port, cookie, throttlingMethod);
    } catch (error) {
      if (tries >= TRIES) throw error;
    } finally {
      await browser.close();
    }
  }
}

async function audit(
  what: string,
  address: string,
  port: number,
  cookie: string | undefined,
  throttlingMethod: 'simulate' | 'devtools',
): Promise<LighthouseResult> {
  const run = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'silent',
    throttlingMethod,
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  });
  if (!run || run.lhr.runtimeError) throw new Error(`Lighthouse: ${run?.lhr.runtimeError?.message ?? 'no result'}`);
  const score = (category: string) => Math.round((run.lhr.categories[category]?.score ?? Number.NaN) * 100);
  const value = (name: string) => run.lhr.audits[name]?.numericValue ?? Number.NaN;
  return {
    what,
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcp: value('largest-contentful-paint'),
    throttledLcp: Number.NaN,
    cls: value('cumulative-layout-shift'),
    blocking: value('total-blocking-time'),
  };
}
