import { describe, expect, test } from 'vitest';
import { drawingsOf, wrap } from '#src/components/content/figure-layout.ts';
import type { Figure } from '#src/content/figure-schema.ts';
import { loadContent } from '#src/content/load.ts';
import { projectRoot } from '#tests/support/imports.ts';

const LANES: Figure = {
  id: 'baner',
  kind: 'lanes',
  title: 'Hvem gør hvad',
  alt: 'Politiet kommer først og går igen. Kommunen kommer bagefter og bliver.',
  lanes: [
    { title: 'Politiet', by: 'politi', steps: ['Kommer, når der er fare', 'Går igen'] },
    { title: 'Kommunen', by: 'kommune', steps: ['Kommer bagefter', 'Bliver, så længe der er brug for det'] },
  ],
};

describe('a figure', () => {
  test('breaks its lines at spaces, and never longer than fits', () => {
    expect(wrap('Nogen ser noget der ikke passer', 12)).toEqual(['Nogen ser', 'noget der', 'ikke passer']);
    expect(wrap('Forvaltningsloven', 5)).toEqual(['Forvaltningsloven']);
  });

  test('lanes stand below one another on a phone and beside one another where there is room', () => {
    const { narrow, wide } = drawingsOf(LANES, (id) => id);
    const left = (drawing: typeof narrow) => new Set(drawing.boxes.map(({ x }) => x)).size;
    expect(left(narrow)).toBe(1);
    expect(wide && left(wide)).toBe(2);
    expect(narrow.height).toBeGreaterThan(wide?.height ?? 0);
  });

  test('every box and word of every figure lies within its drawing, and no box covers another', () => {
    const loaded = loadContent(projectRoot, '2026-11-23');
    if (!loaded.ok) throw new Error('the content is broken');
    for (const figure of [LANES, ...Object.values(loaded.content.figures)]) {
      const { narrow, wide } = drawingsOf(figure, (id) => id);
      for (const { width, height, boxes, words } of wide ? [narrow, wide] : [narrow]) {
        for (const box of boxes) {
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          const covered = boxes.some(
            (other) =>
              other !== box &&
              other.x < box.x + box.width &&
              box.x < other.x + other.width &&
              other.y < box.y + box.height &&
              box.y < other.y + other.height,
          );
          expect(covered, figure.id).toBe(false);
        }
        for (const { x, y, text } of words) {
          expect(x + text.length * 7.9, `${figure.id}: ${text}`).toBeLessThanOrEqual(width + 8);
          expect(y).toBeLessThan(height);
        }
      }
    }
  });
});
