import { plainText } from './heading.ts';

/** A stretch of a module's text, as its reader meets it. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'row' | 'component';
  /** Of its first line, counted from 1. */
  readonly line: number;
  /** Without tags and emphasis. */
  readonly text: string;
  /** The components around it that hold text, outermost first: Story, Unsure, Twin and so on. */
  readonly inside: readonly string[];
}

/** Components around text. The others stand in a line or by themselves. */
const AROUND = ['Story', 'Unsure', 'Twin', 'Contrast', 'Timeline', 'Checklist', 'WorkedDisclosure'];

/**
 * A module's text as blocks: a paragraph is the lines up to an empty one, a list one block an entry, a table one a row
 * (without the line of dashes), a component that stands alone one of its own.
 */
export function blocksOf(mdx: string): Block[] {
  const blocks: Block[] = [];
  const inside: string[] = [];
  let open: { kind: Block['kind']; line: number; rows: string[] } | undefined;
  const close = () => {
    if (open !== undefined) {
      const text = plainText(open.rows.join(' '));
      if (text !== '' || open.kind === 'component') blocks.push({ ...open, text, inside: [...inside] });
    }
    open = undefined;
  };
  for (const [index, row] of mdx.split('\n').entries()) {
    const line = index + 1;
    const around = /^\s*<(\/?)([A-Z]\w*)\b[^>]*(?<!\/)>\s*$/.exec(row);
    if (around !== null && AROUND.includes(around[2] ?? '')) {
      close();
      if (around[1] === '/') inside.pop();
      else inside.push(around[2] ?? '');
      continue;
    }
    const kind = kindOf(row);
    if (kind === undefined) close();
    else if (kind === 'paragraph' && open !== undefined && (open.kind === 'paragraph' || open.kind === 'list'))
      open.rows.push(row);
    else {
      close();
      open = { kind, line, rows: kind === 'heading' ? [row.replace(/^#+\s*/, '')] : [row] };
    }
  }
  close();
  return blocks;
}

/** Undefined: nothing that is read, so whatever stood above has ended. */
function kindOf(row: string): Block['kind'] | undefined {
  if (/^\s*$/.test(row) || /^\s*\|[\s:|-]+\|\s*$/.test(row)) return undefined;
  if (/^#{1,6}\s/.test(row)) return 'heading';
  if (/^\s*\|/.test(row)) return 'row';
  if (/^\s*([-*]|\d+\.)\s/.test(row)) return 'list';
  if (/^\s*<[A-Z]\w*\b[^>]*\/>\s*$/.test(row)) return 'component';
  return 'paragraph';
}

/** A paragraph's sentences. A quotation mark after the sign belongs to its sentence; short forms end none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<!(?:^|[\s(])(?:stk|nr|fx|kap|art|jf|ca|bl|a|dvs|mv|pkt|kl|\d+)\.)(?<=[.!?][»)]?)\s+(?=[«»(\p{Lu}\d])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** How many words, a number being one. */
export function wordCount(text: string): number {
  return (text.match(/[\p{L}\d]+(?:[-./’'][\p{L}\d]+)*/gu) ?? []).length;
}
