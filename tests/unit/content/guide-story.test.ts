import { describe, expect, test } from 'vitest';
import { loadContent } from '#src/content/load.ts';
import { readWalk } from '#src/scenarios/guide/address.ts';
import { compileGuide, walk } from '#src/scenarios/guide/machine.ts';
import { projectRoot } from '#tests/support/imports.ts';

const loaded = loadContent(projectRoot, '2026-11-30');
if (!loaded.ok) throw new Error('The content breaks its rules');
const { guideStory, decisionSteps } = loaded.content;

describe('the story of the guide', () => {
  test('is told by the six professions, each at a question of its own', () => {
    expect(guideStory.tellers).toHaveLength(6);
    expect(new Set(guideStory.tellers.map(({ step }) => step)).size).toBe(6);
    expect(new Set(guideStory.tellers.map(({ profession }) => profession)).size).toBe(6);
  });

  test.each(guideStory.tellers)('$id opens the guide at $step', ({ step, answers }) => {
    const asked = readWalk(answers);
    expect(asked?.giver && walk(compileGuide(decisionSteps, asked.giver), asked.answers)?.at.id).toBe(step);
  });
});
