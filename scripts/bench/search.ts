import type { Browser } from '@playwright/test';

export interface SearchFigures {
  /** Bytes on the wire of the index. */
  readonly index: number;
  /** Milliseconds from the first focus until the index can answer, with the processor slowed down. */
  readonly ready: number;
  /** Milliseconds from a key to the results on the page, with the processor slowed down. */
  readonly median: number;
  readonly worst: number;
  readonly keys: number;
}

const SLOWDOWN = 4;
/** Typed letter by letter; the last one has a letter wrong. */
const TYPED = ['handlingsansvar', '§ 115, stk. 2', 'kriminalforsorgen i friheden', 'børn', 'tavshedsplight'];

/** How fast results follow the keys on a slow machine. */
export async function measureSearch(browser: Browser, address: string): Promise<SearchFigures> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let index = 0;
  await session.send('Network.enable');
  const bytes = new Map<string, number>();
  const wanted = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.endsWith('/soeg/indeks.json')) wanted.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await page.goto(`${address}/soeg`, { waitUntil: 'networkidle' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const ready = await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    const results = document.getElementById('resultater');
    if (!field || !results) throw new Error('There is no search field');
    const began = performance.now();
    field.focus();
    field.value = 'psp';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    while (results.childElementCount === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    return performance.now() - began;
  });
  for (const id of wanted) index += bytes.get(id) ?? 0;
  const times = await page.evaluate(async (texts) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    const results = document.getElementById('resultater');
    if (!field || !results) throw new Error('There is no search field');
    const measured: number[] = [];
    for (const text of texts)
      for (let length = 1; length <= text.length; length += 1) {
        field.value = text.slice(0, length);
        const shown = new Promise<void>((resolve) => {
          new MutationObserver((_, observer) => {
            observer.disconnect();
            resolve();
          }).observe(results, { childList: true });
          // A key that changes nothing from nothing to nothing tells no observer.
          setTimeout(resolve, 1000);
        });
        const began = performance.now();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        await shown;
        const took = performance.now() - began;
        if (took < 1000) measured.push(took);
      }
    return measured;
  }, TYPED);
  await context.close();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    index,
    ready,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    worst: sorted.at(-1) ?? Number.NaN,
    keys: sorted.length,
  };
}
