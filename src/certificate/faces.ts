import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sfntOf } from './sfnt.ts';

/** A piece of a line that one face has all letters of. */
export interface Run {
  readonly text: string;
  /** A TrueType file. */
  readonly face: Buffer;
}

/** The letters of a certificate. A name may hold some that Danish has not. */
export interface Faces {
  runsOf(line: string, isStrong: boolean): Run[];
}

const FOLDER = 'node_modules/@fontsource/ibm-plex-sans/files';
/** Latin-1 and the signs of its face; every other letter is looked for in the extension. */
const LATIN = /[ -ÿ\u2010-\u2026\u2039\u203A\u20AC]/;

/** @param root the project's folder, where the packages are */
export function loadFaces(root: string): Faces {
  const face = (subset: 'latin' | 'latin-ext', weight: 400 | 600) =>
    sfntOf(readFileSync(join(root, FOLDER, `ibm-plex-sans-${subset}-${weight}-normal.woff`)));
  const faces = {
    plain: { latin: face('latin', 400), extended: face('latin-ext', 400) },
    strong: { latin: face('latin', 600), extended: face('latin-ext', 600) },
  };
  return {
    runsOf(line, isStrong) {
      const { latin, extended } = isStrong ? faces.strong : faces.plain;
      const runs: { text: string; face: Buffer }[] = [];
      for (const letter of line.normalize('NFC')) {
        const own = LATIN.test(letter) ? latin : extended;
        const last = runs.at(-1);
        if (last?.face === own) last.text += letter;
        else runs.push({ text: letter, face: own });
      }
      return runs;
    },
  };
}
