import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { foldSeen } from '#src/scenarios/engine/index.ts';
import { aLearner, learningOn, sceneCommand } from '#tests/support/learning.ts';
import { describeStores } from '#tests/support/stores.ts';

// A case without editions, so that both runs are told in the same words.
const CASE = 'tre-gange-paa-to-maaneder';

describeStores('a second run of a case', ({ learning }) => {
  test('what the learner read in another run is folded; the first run, and another learner’s, fold nothing', async () => {
    const play = learningOn(await learning());
    const [me, other] = [aLearner(), aLearner()];
    const begin = async (learner: typeof me, seat: string) => {
      const attempt = uuidv7();
      await play.record(learner, { type: 'scenario.start', id: uuidv7(), attempt, scenario: CASE, seat });
      const place = await play.scene(learner, attempt);
      if (!place) throw new Error('not begun');
      return { attempt, place };
    };
    const isFolded = ({ scene, seen }: Awaited<ReturnType<typeof begin>>['place']) =>
      foldSeen(scene.happened, seen).some((one) => one.isFolded);
    const first = await begin(me, 'kommune');
    await play.record(me, sceneCommand(first.place.scene, first.attempt));
    const later = await play.scene(me, first.attempt);
    expect(first.place.seen.size).toBe(0);
    // Its own earlier scenes are no other run.
    expect(later?.seen.size).toBe(0);
    expect(isFolded((await begin(me, 'kommune')).place)).toBe(true);
    expect(isFolded((await begin(other, 'kommune')).place)).toBe(false);
  });
});
