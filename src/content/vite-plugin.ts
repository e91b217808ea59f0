import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { formatFindings, loadContent } from './load.ts';

const ID = 'virtual:psp-content';

/**
 * Ships the checked content as a JSON module (`virtual:psp-content`), so that the server parses no YAML. A broken rule
 * stops the build with file, line and reason.
 */
export function pspContent(root: string): Plugin {
  return {
    name: 'psp-content',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      for (const file of globSync(join(root, 'src/{content,scenarios/library}/**/*.yaml'))) this.addWatchFile(file);
      const loaded = loadContent(root, new Date().toISOString().slice(0, 10), { plays: true });
      if (!loaded.ok) throw new Error(`Indholdet bryder reglerne:\n${formatFindings(loaded.findings)}`);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(loaded.content))});`;
    },
  };
}
