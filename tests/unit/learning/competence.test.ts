import { describe, expect, test } from 'vitest';
import type { EvidenceRow } from '#db/learning/attempts.ts';
import { competenceState } from '#src/learning/competence.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');
const rule = { id: 'videregivelse', validityMonths: 12 };

/** Evidence of a situation, so many days ago. */
const shown = (situation: string, daysAgo: number, competence = 'videregivelse'): EvidenceRow => ({
  event: `${situation}-${daysAgo}`,
  competence,
  situation,
  points: 1,
  received_at: NOW - daysAgo * DAY,
});
const state = (...evidence: EvidenceRow[]) => competenceState(rule, evidence, NOW);

describe('a competence is', () => {
  test('not started without evidence, or with evidence of another', () => {
    expect(state().status).toBe('not-started');
    expect(state(shown('a', 1, 'formaal'))).toMatchObject({ status: 'not-started', situations: 0, lastAt: null });
  });

  test('under way after one situation, however often', () => {
    expect(state(shown('a', 90), shown('a', 60), shown('a', 1))).toMatchObject({ status: 'under-way', situations: 1 });
  });

  test('under way after two situations until a refresher', () => {
    expect(state(shown('a', 40), shown('b', 39)).status).toBe('under-way');
    expect(state(shown('a', 40), shown('b', 39), shown('c', 12)).status).toBe('under-way');
  });

  test('shown after two situations and a refresher four weeks later', () => {
    expect(state(shown('a', 40), shown('b', 39), shown('a', 11)).status).toBe('shown');
  });

  test('shown whatever the order in which the evidence is handed over', () => {
    expect(state(shown('a', 11), shown('b', 39), shown('a', 40)).status).toBe('shown');
  });

  test('to be refreshed, not lost, when what showed it is older than its validity', () => {
    expect(state(shown('a', 480), shown('b', 479), shown('a', 440)).status).toBe('needs-refresh');
  });

  test('not shown by evidence without points', () => {
    expect(competenceState(rule, [{ ...shown('a', 1), points: 0 }], NOW).status).toBe('not-started');
  });
});
