import type { Figure, FigureOf } from '#src/content/figure-schema.ts';

/** A drawing in user units; one unit is a CSS pixel where the column is as wide as the drawing. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly words: readonly Words[];
  /** SVG path data of the connecting lines; arrowheads are part of them. */
  readonly lines: readonly string[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whose it is, shown by the edge's colour beside the name in words. */
  readonly by?: string | undefined;
  readonly isHeading?: boolean;
}

interface Words {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly kind: 'title' | 'text' | 'aside';
}

/** Line heights, and the width of a character: a little more than the face's mean, so that no line runs out of its box. */
const TITLE = { line: 22, character: 9 };
const TEXT = { line: 20, character: 7.9 };
const PAD = 14;
const GAP = 30;
/** Between what stands in one lane. */
const BELOW = 8;
const NARROW = 360;
const WIDE = 720;

/** A drawing for a phone's column, and, where there is more to gain from width, one for a wide column. */
export function drawingsOf(
  figure: Figure,
  nameOf: (authority: string) => string,
): { readonly narrow: Drawing; readonly wide: Drawing | null } {
  switch (figure.kind) {
    case 'flow':
      return { narrow: column(stepsOf(figure, nameOf), true), wide: null };
    case 'levels':
      return { narrow: column(figure.levels, false), wide: null };
    case 'lanes':
      return { narrow: stacked(figure), wide: beside(figure) };
  }
}

/** Breaks at spaces so that no line has more characters than fit. */
export function wrap(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Step {
  readonly title: string;
  readonly text: string;
  readonly by?: string | undefined;
  readonly branch?: string | undefined;
}

function stepsOf({ steps }: FigureOf<'flow'>, nameOf: (authority: string) => string): Step[] {
  return steps.map((step) => {
    const name = step.by && nameOf(step.by);
    // Whose step it is must not be said by colour alone; mostly the words say it already.
    const isNamed = name === undefined || `${step.title} ${step.text}`.toLowerCase().includes(name.toLowerCase());
    return isNamed ? step : { ...step, text: `${name}: ${step.text}` };
  });
}

function column(steps: readonly Step[], isArrow: boolean): Drawing {
  const boxes: Box[] = [];
  const words: Words[] = [];
  const lines: string[] = [];
  let y = 1;
  for (const [index, { title, text, by, branch }] of steps.entries()) {
    const box = filled({ x: 1, y, width: NARROW - 2, by }, title, text);
    boxes.push(box.box);
    words.push(...box.words);
    y += box.box.height;
    if (index === steps.length - 1) break;
    lines.push(isArrow ? arrow(34, y, y + GAP) : `M34 ${y}V${y + GAP}`);
    if (branch) {
      lines.push(`M34 ${y + GAP / 2}H54`);
      words.push({ x: 60, y: y + GAP / 2 + 5, text: branch, kind: 'aside' });
    }
    y += GAP;
  }
  return { width: NARROW, height: y + 1, boxes, words, lines };
}

/** The lanes below one another. */
function stacked({ lanes }: FigureOf<'lanes'>): Drawing {
  return together(
    lanes.map((lane, index) => ({ lane, x: 1, width: NARROW - 2, after: index > 0 })),
    NARROW,
  );
}

/** The lanes beside one another. */
function beside({ lanes }: FigureOf<'lanes'>): Drawing {
  const space = 16;
  const width = (WIDE - 2 - space * (lanes.length - 1)) / lanes.length;
  return together(
    lanes.map((lane, index) => ({ lane, x: 1 + index * (width + space), width, after: false })),
    WIDE,
  );
}

type Lane = FigureOf<'lanes'>['lanes'][number];

function together(places: readonly { lane: Lane; x: number; width: number; after: boolean }[], width: number): Drawing {
  const boxes: Box[] = [];
  const words: Words[] = [];
  let bottom = 1;
  for (const { lane, x, width: own, after } of places) {
    let y = after ? bottom + GAP : 1;
    const head = filled({ x, y, width: own, by: lane.by, isHeading: true }, lane.title, '');
    boxes.push(head.box);
    words.push(...head.words);
    y += head.box.height;
    for (const step of lane.steps) {
      // What belongs to a lane is a list: an arrow would say that one thing leads to the next.
      y += BELOW;
      const box = filled({ x, y, width: own, by: lane.by }, '', step);
      boxes.push(box.box);
      words.push(...box.words);
      y += box.box.height;
    }
    bottom = Math.max(bottom, y);
  }
  return { width, height: bottom + 1, boxes, words, lines: [] };
}

function filled(place: Omit<Box, 'height'>, title: string, text: string): { box: Box; words: Words[] } {
  const inner = place.width - 2 * PAD;
  const words: Words[] = [];
  let y = place.y + PAD - 4;
  const add = (all: string, kind: 'title' | 'text', { line, character }: typeof TITLE) => {
    for (const one of all === '' ? [] : wrap(all, Math.floor(inner / character))) {
      y += line;
      words.push({ x: place.x + PAD, y: y - 5, text: one, kind });
    }
  };
  add(title, 'title', TITLE);
  add(text, 'text', TEXT);
  return { box: { ...place, height: y + PAD - 4 - place.y }, words };
}

function arrow(x: number, from: number, to: number): string {
  return `M${x} ${from}V${to}m-5 -7l5 7l5 -7`;
}
