import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPeople } from '#db/identity/people.ts';
import { createReminders } from '#db/identity/reminders.ts';
import { readConfiguration } from '#src/server/configuration.ts';
import { createSendReminder } from '#src/server/mail.ts';
import { remindAll } from '#src/server/reminders.ts';
import { aLearner, content, learningOn, moduleCommands } from '#tests/support/learning.ts';
import { startMailServer } from '#tests/support/mail-server.ts';
import { describeStores } from '#tests/support/stores.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-23T12:00:00Z');
const ORIGIN = 'http://localhost:4999';
let server: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.mails.length = 0;
  server.setBusy(false);
});

function sender() {
  const { mail } = readConfiguration(
    {
      PSP_PUBLIC_ORIGIN: ORIGIN,
      PSP_SECRET: 's'.repeat(40),
      PSP_SMTP_URL: server.url,
      PSP_MAIL_FROM: 'akademi@example.org',
    },
    '/tmp',
  );
  if (!mail) throw new Error('Mail is configured');
  return createSendReminder(mail, ORIGIN);
}

describeStores('mails about refreshers', ({ learning, identity }) => {
  const module = Object.values(content.questions).find(({ item }) => item !== undefined)?.module ?? '';

  const opened = async () => {
    const [db, people] = [await learning(), await identity()];
    const service = learningOn(db);
    const add = async (name: string, mail: string | null) => {
      const me = aLearner();
      await createPeople(people).addPerson({
        id: me.person,
        name,
        mail,
        learner: me.learner,
        created_at: START,
        disabled_at: null,
      });
      for (const command of moduleCommands(module, uuidv7())) await service.record(me, command);
      return me;
    };
    const remind = (days: number) => {
      const now = new Date(START + days * DAY);
      service.at(now);
      return remindAll(createReminders(people), service, sender(), now);
    };
    return { people, add, remind };
  };

  test('LOG-4: who has something to refresh gets a link, and the mail says nothing about them', async () => {
    const { add, remind } = await opened();
    await add('Karin Fiktiv', 'karin@example.org');
    await add('Uden post', null);
    expect(await remind(1)).toEqual({ asked: 1, sent: 0, failed: 0 });
    expect(await remind(4)).toEqual({ asked: 1, sent: 1, failed: 0 });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]?.to).toBe('karin@example.org');
    expect(server.mails[0]?.text).toContain(`${ORIGIN}/genopfriskning`);
    expect(server.mails[0]?.text).not.toMatch(/Fiktiv|modul|kif|politi/i);
  });

  test('never more than one a week, and none for who said no', async () => {
    const { people, add, remind } = await opened();
    const karin = await add('Karin', 'karin@example.org');
    expect(await remind(4)).toMatchObject({ sent: 1 });
    expect(await remind(10)).toMatchObject({ asked: 0, sent: 0 });
    expect(await remind(11)).toMatchObject({ sent: 1 });
    const reminders = createReminders(people);
    await reminders.turn(karin, true);
    expect(await reminders.isOff(karin)).toBe(true);
    expect(await remind(30)).toMatchObject({ asked: 0 });
    await reminders.turn(karin, false);
    expect(await remind(31)).toMatchObject({ sent: 1 });
  });

  test('a mail that cannot be sent is counted, and tried again', async () => {
    const { add, remind } = await opened();
    await add('Karin', 'karin@example.org');
    server.setBusy(true);
    expect(await remind(4)).toEqual({ asked: 1, sent: 0, failed: 1 });
    server.setBusy(false);
    expect(await remind(5)).toEqual({ asked: 1, sent: 1, failed: 0 });
  });
});
