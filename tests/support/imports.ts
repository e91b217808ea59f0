import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** An import as it stands in a file; `to` is a path from the project's root, or a package's name. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isPackage: boolean;
  readonly isTypeOnly: boolean;
}

const SOURCE =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import of the project's own source files, read as text. */
export function projectImports(): Import[] {
  const files = globSync(['src/**/*.{ts,tsx,astro,mjs}', 'db/**/*.ts'], { cwd: projectRoot }).filter(
    (file) => !file.endsWith('.d.ts'),
  );
  return files.flatMap((from) => {
    const text = readFileSync(join(projectRoot, from), 'utf8');
    // In a type position `import('x')` is no import at run time; it is the only use of import() in our sources but dynamic ones.
    return [...text.matchAll(SOURCE)].map(([, typeOnly, statement, dynamic]) => {
      const specifier = statement ?? dynamic ?? '';
      const isOwn = specifier.startsWith('.') || specifier.startsWith('#');
      const path = specifier.startsWith('#') ? specifier.slice(1) : normalize(join(dirname(from), specifier));
      return { from, to: isOwn ? path : specifier, isPackage: !isOwn, isTypeOnly: typeOnly !== undefined };
    });
  });
}

/** Whether an import of our own points at a file that exists. */
export function pointsSomewhere({ to }: Import): boolean {
  return existsSync(join(projectRoot, to.replace(/\?.*$/, '')));
}
