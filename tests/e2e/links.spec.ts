import { Visitor } from '#tests/support/http-client.ts';
import { expect, test } from './fixtures.ts';

/** Where a page points; fragments kept. */
interface Link {
  readonly from: string;
  readonly href: string;
}

const unescaped = (value: string) => value.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

test('every link of the open site leads somewhere, every heading it names is there, every picture has words', async ({
  baseURL,
}) => {
  test.setTimeout(180_000);
  const visitor = new Visitor(baseURL ?? '');
  const pages = new Map<string, { status: number; location: string | null; ids: Set<string> }>();
  const links: Link[] = [];
  const faults: string[] = [];
  const queue = ['/'];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (pages.has(path)) continue;
    const { status, location, text, headers } = await visitor.get(path);
    const isPage = (headers.get('content-type') ?? '').startsWith('text/html');
    const ids = isPage ? [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => unescaped(id)) : [];
    pages.set(path, { status, location, ids: new Set(ids) });
    if (!isPage || status !== 200) continue;
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length > 0) faults.push(`${path}: the id ${twice[0]} stands twice`);
    for (const [image] of text.matchAll(/<img\b[^>]*>/g))
      if (!/\salt="/.test(image)) faults.push(`${path}: a picture without alt: ${image.slice(0, 80)}`);
    for (const [svg] of text.matchAll(/<svg\b[^>]*>/g))
      if (!/aria-hidden="true"|aria-label(ledby)?="[^"]+"/.test(svg))
        faults.push(`${path}: a drawing without words: ${svg.slice(0, 80)}`);
    for (const [, raw = ''] of text.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
      const href = unescaped(raw);
      links.push({ from: path, href });
      const target = new URL(href, `http://site${path}`);
      if (target.host !== 'site') {
        if (!/^(https?|mailto|tel):$/.test(target.protocol)) faults.push(`${path}: ${href} is no address`);
      } else queue.push(target.pathname + target.search);
    }
  }
  for (const { from, href } of links) {
    const target = new URL(href, `http://site${from}`);
    if (target.host !== 'site') continue;
    const page = pages.get(target.pathname + target.search);
    // A personal page asks who one is.
    const isOpen = page?.status === 200 || (page?.status === 303 && page.location?.startsWith('/log-ind'));
    if (!isOpen) faults.push(`${from}: ${href} gives ${page?.status}`);
    const fragment = decodeURIComponent(target.hash.slice(1));
    if (page?.status === 200 && fragment && !page.ids.has(fragment)) faults.push(`${from}: ${href} names no heading`);
  }
  expect([...new Set(faults)]).toEqual([]);
  // The modules, the provisions and the cases are all found by following links.
  expect(pages.size).toBeGreaterThan(250);
});
