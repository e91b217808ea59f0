import { describe, expect, test } from 'vitest';
import { pointsSomewhere, projectImports } from '#tests/support/imports.ts';

const imports = projectImports();
const own = imports.filter(({ isPackage }) => !isPackage);

/** From top to bottom; a folder may import from its own row and the rows below (style.md a, docs/decisions/0001). */
const ROWS = [
  ['src/pages', 'src/middleware.ts'],
  ['src/actions'],
  ['src/components'],
  ['src/server'],
  ['src/learning', 'src/organisation', 'src/indicators'],
  ['db'],
  ['src/scenarios/guide'],
  ['src/content'],
  ['src/scenarios/engine'],
];
const rowOf = (file: string) =>
  ROWS.findIndex((row) => row.some((folder) => file === folder || file.startsWith(`${folder}/`)));

describe('the house', () => {
  test('every import points at a file', () => {
    expect(own.filter((one) => !pointsSomewhere(one)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('imports point downward only', () => {
    const upward = own.filter(({ from, to }) => rowOf(from) >= 0 && rowOf(to) >= 0 && rowOf(to) < rowOf(from));
    expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('there is no circle of imports, not even of types', () => {
    expect(findCircle(own.map(({ from, to }) => [from, to] as const))).toEqual([]);
  });

  test('a circle would be found', () => {
    expect(
      findCircle([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
      ]),
    ).toEqual(['a', 'b', 'c', 'a']);
  });

  test('AUTHZ-1: only db/ knows the database', () => {
    const drivers = ['kysely', 'better-sqlite3', 'pg', 'node:sqlite'];
    const outside = imports.filter(
      ({ from, to, isTypeOnly }) =>
        !isTypeOnly && !from.startsWith('db/') && drivers.some((name) => to === name || to.startsWith(`${name}/`)),
    );
    expect(outside.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('AUTHZ-1: components and the engine never touch db', () => {
    const touching = own.filter(
      ({ from, to }) =>
        /^src\/(components|scenarios|content)\//.test(from) && to.startsWith('db/') && to !== 'db/principal.ts',
    );
    expect(touching.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

/** The first circle found, as the files in order with the first one repeated; empty when there is none. */
function findCircle(edges: readonly (readonly [string, string])[]): string[] {
  const next = Map.groupBy(edges, ([from]) => from);
  const done = new Set<string>();
  const walk = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const [, to] of next.get(file) ?? []) {
      const circle = walk(to, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const [from] of edges) {
    const circle = walk(from, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
