import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { createRateLimits } from '#db/identity/rate-limits.ts';
import { createFeedback } from '#db/learning/feedback.ts';
import type { Principal } from '#db/principal.ts';
import { loadContent } from '#src/content/load.ts';
import { createFeedbackService } from '#src/server/feedback.ts';
import { projectRoot } from '#tests/support/imports.ts';
import { describeStores } from '#tests/support/stores.ts';

const loaded = loadContent(projectRoot, '2026-11-23');
if (!loaded.ok) throw new Error('the content is broken');
const { content } = loaded;
const editor: Principal = { person: uuidv7(), learner: null, session: '', grants: [] };
const DAY = 86_400_000;

describeStores('what readers find wrong', ({ learning, identity }) => {
  const opened = async () => {
    const [db, people] = [await learning(), await identity()];
    let clock = Date.parse('2026-11-23T12:00:00Z');
    const service = createFeedbackService(
      createFeedback(db),
      createRateLimits(people),
      content,
      'hemmelig',
      () => new Date(clock),
    );
    return { db, service, pass: (days: number) => (clock += days * DAY) };
  };

  test('a message holds page, version and provision, and nothing of who wrote it', async () => {
    const { db, service } = await opened();
    const id = uuidv7();
    expect(await service.send({ id, page: '/moduler/maa-jeg-dele', text: 'Et komma mangler.' }, '10.0.0.7')).toBe(true);
    expect(await service.send({ id, page: '/moduler/maa-jeg-dele', text: 'Et komma mangler.' }, '10.0.0.7')).toBe(true);
    await service.send({ id: uuidv7(), page: '/bestemmelser/rpl-115-2', text: 'Datoen er gammel.' }, '10.0.0.7');
    const { open } = await service.list(editor);
    expect(open).toHaveLength(2);
    expect(open[0]).toMatchObject({ page: '/moduler/maa-jeg-dele', provision: null });
    expect(open[0]?.content_version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(open[1]).toMatchObject({ provision: 'rpl-115-2' });
    expect(JSON.stringify(await db.selectFrom('feedback').selectAll().execute())).not.toContain('10.0.0.7');
  });

  test('a message is settled once, and gone a year later', async () => {
    const { service, pass } = await opened();
    const id = uuidv7();
    await service.send({ id, page: '/', text: 'Noget er galt.' }, 'net');
    expect(await service.settle(editor, id, 'corrected')).toBe(true);
    expect(await service.settle(editor, id, 'no-fault')).toBe(false);
    expect(await service.settle(editor, uuidv7(), 'corrected')).toBe(false);
    expect((await service.list(editor)).settled).toMatchObject([{ id, settled_as: 'corrected' }]);
    pass(364);
    expect(await service.forget()).toBe(0);
    pass(2);
    expect(await service.forget()).toBe(1);
  });

  test('IN-2: what comes too often from one place is refused, and others are heard', async () => {
    const { service } = await opened();
    const send = (net: string) => service.send({ id: uuidv7(), page: '/', text: 'Fejl' }, net);
    for (let count = 0; count < 60; count += 1) expect(await send('en')).toBe(true);
    expect(await send('en')).toBe(false);
    expect(await send('en anden')).toBe(true);
  });
});
