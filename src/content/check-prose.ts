import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { NAMES_LAW } from '#src/scenarios/engine/names-law.ts';
import { headingId, plainText } from './heading.ts';
import type { Finding } from './read-yaml.ts';
import type { Content } from './schema.ts';

/** The components that a module's text may use: component name → the kind of record that its `id` names, or null. */
const COMPONENTS: Record<string, 'provision' | 'source' | 'term' | 'figure' | null> = {
  Story: null,
  Say: null,
  Law: 'provision',
  LawQuote: 'provision',
  Provision: 'provision',
  Source: 'source',
  Figure: 'figure',
  Timeline: null,
  Contrast: null,
  Twin: null,
  WorkedDisclosure: null,
  Fact: null,
  Dated: null,
  Term: 'term',
  Unsure: null,
  Checklist: null,
  MandateMatrix: null,
  SharingMatrix: null,
  TraitList: null,
};

const MODULES = 'src/content/modules';

/** Why something is unsure: our reading of the law, our own advice, or what research has not shown. */
const UNSURE = ['law', 'ours', 'unproven'];

/** Above this a text is hard to read (product.md: plain language). */
const LIX_LIMIT = 45;

/**
 * What the compiler of MDX does not say well: a component that does not exist, an id that points nowhere, code in the
 * text, raw HTML. MDX is code, so everything that is not on the list is refused.
 */
export function checkProse(
  root: string,
  content: Content,
): {
  errors: Finding[];
  warnings: Finding[];
  /** Of each module as a whole, in their order; rounded. */
  lix: { readonly module: string; readonly lix: number }[];
} {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const terms = new Set(content.terms.map(({ id }) => id));
  // A part is an anchor on the page of its module, as every heading is.
  const anchors = new Map(
    content.modules.flatMap(({ id, parts }) =>
      parts.map((part): [string, string] => [`${MODULES}/${id}#${part.id}`, `module.yaml som delen »${part.id}«`]),
    ),
  );
  const named = new Map(content.modules.map(({ id }) => [id, new Set<string>()]));
  for (const path of globSync(join(root, MODULES, '*/*.mdx')).sort()) {
    const file = relative(root, path);
    const text = readFileSync(path, 'utf8');
    const module = basename(dirname(path));
    const sources = new Set(content.modules.find(({ id }) => id === module)?.sources.map(({ id }) => id));
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      const fail = (message: string) => errors.push({ file, line: index + 1, message });
      if (/[{}]/.test(line)) fail('Krøllede parenteser er kode i MDX. Fjern dem');
      const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
      if (heading !== undefined) {
        if (!/^#{3,4} /.test(line)) fail('En overskrift inde i en del begynder med ### eller ####');
        const anchor = `${dirname(file)}#${headingId(plainText(heading))}`;
        const earlier = anchors.get(anchor);
        if (earlier) fail(`Overskriften står også i ${earlier}. Giv den andre ord, så et link kan finde den`);
        anchors.set(anchor, `${basename(file)}:${index + 1}`);
      }
      if (isTableHead(lines, index) && /\|\s*\|/.test(line))
        fail('En kolonne i tabellen har intet hoved. Giv den et ord, så en skærmlæser kan sige, hvad cellerne er');
      if (/^\s*(import|export)\s/.test(line)) fail('Et modul må ikke importere eller eksportere kode. Fjern linjen');
      for (const [, name = '', attributes = ''] of line.matchAll(
        /<([A-Za-z][\w.]*)((?:\s+[a-z-]+="[^"]*")*)\s*\/?>/g,
      )) {
        const refersTo = COMPONENTS[name];
        if (refersTo === undefined) {
          fail(`<${name}> findes ikke. Brug en af: ${Object.keys(COMPONENTS).join(', ')}`);
          continue;
        }
        const kind = /\skind="([^"]*)"/.exec(attributes)?.[1];
        if (name === 'Unsure' && kind !== undefined && !UNSURE.includes(kind))
          fail(`<Unsure kind="${kind}"> findes ikke. Brug en af: ${UNSURE.join(', ')}`);
        const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
        if (refersTo && !id) fail(`<${name}> mangler id`);
        else if (refersTo === 'provision' && id && !content.provisions[id]) fail(`Bestemmelsen ${id} findes ikke`);
        else if (refersTo === 'term' && id && !terms.has(id)) fail(`Ordet ${id} findes ikke i ordlisten`);
        else if (refersTo === 'source' && id && !sources.has(id))
          fail(`Kilden ${id} findes ikke i modulets module.yaml`);
        else if (name === 'LawQuote' && id && !content.provisions[id]?.quote)
          fail(`Bestemmelsen ${id} har intet citat`);
      }
    }
    for (const [, id = ''] of text.matchAll(CITES_SOURCE)) named.get(module)?.add(id);
    errors.push(
      ...[...uncited(text, content), ...unsourced(text)].map(({ line, message }) => ({ file, line, message })),
    );
    const lix = readability(text);
    if (lix > LIX_LIMIT)
      warnings.push({
        file,
        line: 1,
        message: `Lixtallet er ${Math.round(lix)}. Skriv kortere sætninger; målet er højst ${LIX_LIMIT}`,
      });
  }
  for (const { id: module, sources } of content.modules) {
    const ids = sources.flatMap(({ id }) => id ?? []);
    for (const [place, id] of ids.entries()) {
      const file = join(MODULES, module, 'module.yaml');
      if (ids.indexOf(id) !== place) errors.push({ file, line: 1, message: `To kilder hedder ${id}` });
      if (!named.get(module)?.has(id))
        errors.push({
          file,
          line: 1,
          message: `Kilden ${id} bliver ikke nævnt i teksten. Vis den med <Source>, eller fjern id`,
        });
    }
  }
  const lix = content.modules.map(({ id, parts }) => {
    const texts = parts.map((part) => join(root, MODULES, id, `${part.id}.mdx`)).filter((path) => existsSync(path));
    return { module: id, lix: Math.round(readability(texts.map((path) => readFileSync(path, 'utf8')).join('\n'))) };
  });
  return { errors, warnings, lix };
}

function isTableHead(lines: readonly string[], index: number): boolean {
  return /^\|/.test(lines[index] ?? '') && /^\|[\s:|-]+\|$/.test(lines[index + 1] ?? '');
}

const CITES_LAW = /<(?:Law|LawQuote|Provision)\s+id="([^"]*)"/g;

/**
 * What is said of the law without showing where it stands, and what is said as certain although nobody has verified it.
 * What stands in a story or is marked as unsure is said by somebody, or said to be so.
 */
function uncited(text: string, { provisions }: Content): { line: number; message: string }[] {
  const found: { line: number; message: string }[] = [];
  const plain = text.replace(/<(Unsure|Story)\b[^>]*>[\s\S]*?<\/\1>/g, (said) => said.replace(/[^\n]/g, ' '));
  let line = 1;
  for (const section of plain.split(/^(?=###)/m)) {
    const named = section.search(NAMES_LAW);
    if (named >= 0 && section.search(CITES_LAW) < 0)
      found.push({
        line: line + section.slice(0, named).split('\n').length - 1,
        message: 'Her står noget om en lov, men ikke hvor. Vis bestemmelsen med <Law id="…">',
      });
    for (const [index, row] of section.split('\n').entries())
      for (const [, id = ''] of row.matchAll(CITES_LAW)) {
        const provision = provisions[id];
        if (
          provision?.redField ||
          provision?.certainty === 'general-knowledge' ||
          provision?.certainty === 'interpretation'
        )
          found.push({ line: line + index, message: `Bestemmelsen ${id} er ikke sikker. Sæt sætningen i <Unsure>` });
      }
    line += section.split('\n').length - 1;
  }
  return found;
}

/** What research or a publication is said to have found, or how many were counted. */
const NAMES_PUBLICATION =
  /(?<!\p{L})(?:studier?|studiet|forsker(?:e|en|ne)?|forskning(?:en)?|pjecens?|kommissoriet|(?:notat|oversigt|rapport|gennemgang|handlingsplanen) fra|SFI|DIIS)(?!\p{L})/iu;
const COUNTS = /\d procent|\d\.\d{3} (?:hændelser|henvendelser|sager)|ud af \d/u;
const CITES_SOURCE = /<Source\s+id="([^"]*)"/g;

/**
 * What research has found, what a publication says and what has been counted, without showing where it stands: once
 * under each heading, and beside every figure. A story is invented.
 */
function unsourced(text: string): { line: number; message: string }[] {
  const found: { line: number; message: string }[] = [];
  const plain = text.replace(/<Story\b[^>]*>[\s\S]*?<\/Story>/g, (said) => said.replace(/[^\n]/g, ' '));
  let line = 1;
  for (const section of plain.split(/^(?=###)/m)) {
    const rows = section.split('\n');
    const cites = (row: string) => row.search(CITES_SOURCE) >= 0;
    const published = rows.findIndex((row) => NAMES_PUBLICATION.test(row));
    for (const [index, row] of rows.entries())
      if (!cites(row) && (COUNTS.test(row) || (index === published && !cites(section))))
        found.push({
          line: line + index,
          message: 'Her står, hvad nogen har fundet eller skrevet, men ikke hvem. Vis kilden med <Source id="…">',
        });
    line += rows.length - 1;
  }
  return found;
}

/**
 * LIX (Björnsson 1968): words per sentence plus the share in percent of words longer than six letters. Markup, headings
 * and table rows do not count.
 */
export function readability(markdown: string): number {
  const prose = markdown
    .replace(/<[^>]+>/g, ' ')
    .split('\n')
    .filter((line) => !/^\s*(#|\|)/.test(line))
    .map((line) => line.replace(/^\s*([-*]|\d+\.)\s+/, '').replace(/([^.:!?«])$/, '$1.'))
    .join(' ');
  const words = prose.match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return 0;
  const sentences = (prose.match(/\p{L}[^.:!?]*[.:!?]/gu) ?? []).length || 1;
  return words.length / sentences + (100 * words.filter((word) => word.length > 6).length) / words.length;
}
