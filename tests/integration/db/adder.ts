// A process of its own: reads a counter and adds one, so many times; prints how often it was acknowledged.
import { inTransaction, openDatabase } from '#db/open.ts';

const [file = '', times = '0'] = process.argv.slice(2);
const db = openDatabase<{ counter: { value: number } }>({ kind: 'sqlite', file });
let acknowledged = 0;
for (let round = 0; round < Number(times); round += 1) {
  await inTransaction(db, async (tx) => {
    const { value } = await tx.selectFrom('counter').select('value').executeTakeFirstOrThrow();
    await tx
      .updateTable('counter')
      .set({ value: value + 1 })
      .execute();
  });
  acknowledged += 1;
}
await db.destroy();
process.stdout.write(String(acknowledged));
