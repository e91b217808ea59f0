/**
 * What the checker finds in cases of our own library that were written before the rule, by case and code: told as a
 * warning until the case is mended. Every other case, and every other finding in these, is an error. A test fails when
 * an entry is no longer needed, so the list can only grow shorter. A trainer's own case is never on it.
 */
export const UNMENDED_CASES: Readonly<Record<string, readonly string[]>> = {
  'alle-havde-set-noget': ['fortaeller-for-meget', 'svagt-valg-uden-pris'],
  'baenken-ved-stationen': ['fortaeller-for-meget', 'svagt-valg-uden-pris'],
  'de-ringer-hver-soendag': ['fortaeller-for-meget', 'sagt-men-ikke-fortalt', 'svagt-valg-uden-pris'],
  'det-er-bare-mellem-os': ['svagt-valg-uden-pris'],
  forummet: ['fortaeller-for-meget', 'svagt-valg-uden-pris'],
  'forummet-tvilling': ['sagt-men-ikke-fortalt', 'svagt-valg-uden-pris'],
  'hvad-med-boernene': ['sagt-men-ikke-fortalt', 'svagt-valg-uden-pris'],
  'ingen-har-set-ham': ['fortaeller-for-meget', 'sagt-men-ikke-fortalt', 'svagt-valg-uden-pris'],
  'kommissionen-lytter-med': ['svagt-valg-uden-pris'],
  'kommissionen-tvilling': ['svagt-valg-uden-pris'],
  'regnskabets-time': ['fortaeller-for-meget', 'sagt-men-ikke-fortalt', 'svagt-valg-uden-pris'],
  'regnskabets-time-tvilling': ['fortaeller-for-meget', 'sagt-men-ikke-fortalt', 'svagt-valg-uden-pris'],
};
