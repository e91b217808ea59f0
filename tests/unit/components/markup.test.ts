import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#tests/support/imports.ts';

const files = globSync('src/{components,pages}/**/*.{astro,tsx}', { cwd: projectRoot }).map((file) => ({
  file,
  source: readFileSync(`${projectRoot}/${file}`, 'utf8'),
}));
const where = (pattern: RegExp) => files.filter(({ source }) => pattern.test(source)).map(({ file }) => file);
/** The one place that writes a style element, with its hash in the policy. */
const LOOK = 'src/components/layouts/Look.astro';

describe('XSS-2: the content policy allows neither inline styles nor inline scripts', () => {
  test('there are components to look at', () => expect(files.length).toBeGreaterThan(30));
  test('no style attribute', () => expect(where(/\sstyle\s*=/)).toEqual([]));
  test('no style element: the look is one stylesheet', () => expect(where(/<style[\s>]/)).toEqual([LOOK]));
  test('no inline script or style that Astro would leave as it stands', () =>
    expect(where(/is:inline/)).toEqual([LOOK]));
  test('no handler in an attribute', () => expect(where(/<[a-z][^>]*\son[a-z]+\s*=\s*["']/)).toEqual([]));
  test('XSS-1: no raw HTML', () => expect(where(/set:html|dangerouslySetInnerHTML/)).toEqual([LOOK]));
  test('nothing from another host', () => expect(where(/(?:src|href)="(?:https?:)?\/\//)).toEqual([]));
});

describe('the look', () => {
  const css = globSync('src/components/layouts/**/*.css', { cwd: projectRoot })
    .map((file) => readFileSync(`${projectRoot}/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n');
  test('nothing comes from another host', () => expect(/url\(\s*['"]?(?:https?:)?\/\//.test(css)).toBe(false));
  test('cascade layers decide, not !important', () => expect(css.includes('!important')).toBe(false));
  test('no text is set smaller than 14 px', () => {
    const sizes = [...css.matchAll(/font(?:-size)?:[^;}]*?([\d.]+)rem/g)].map(([, rem]) => Number(rem));
    expect(sizes.filter((rem) => rem < 0.875)).toEqual([]);
  });
  test('every class that a component names is in the stylesheet', () => {
    const named = files.flatMap(({ file, source }) =>
      [...source.matchAll(/\sclass(?:Name)?="([^"]+)"/g)].flatMap(([, list = '']) =>
        list.split(/\s+/).map((name) => ({ file, name })),
      ),
    );
    expect(
      named
        .filter(({ name }) => !new RegExp(`\\.${name}(?![\\w-])`).test(css))
        .map(({ file, name }) => `${file}: ${name}`),
    ).toEqual([]);
  });
});
