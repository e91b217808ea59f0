/**
 * What the checker finds in cases of our own library that were written before its newest rules, by case and code. An
 * error among them is told as a warning until the case is mended; every other error stops the check. A test asks that the
 * list is exact: it can only grow shorter. A trainer's own case is never on it.
 */
export const UNMENDED_CASES: Readonly<Record<string, readonly string[]>> = {
  'alle-havde-set-noget': [
    'fortaeller-for-meget',
    'laesetid',
    'samme-ord-igen',
    'svagt-valg-uden-pris',
    'taler-for-laereren',
  ],
  'baenken-ved-stationen': ['samme-ord-igen', 'svagt-valg-uden-pris', 'taler-for-laereren'],
  forummet: [
    'aldrig-fortalt',
    'fortaeller-for-meget',
    'laesetid',
    'samme-ord-igen',
    'svagt-valg-uden-pris',
    'taler-for-laereren',
  ],
  'forummet-tvilling': ['fortaeller-for-meget', 'samme-ord-igen', 'taler-for-laereren'],
  'kommissionen-lytter-med': ['aldrig-fortalt', 'samme-ord-igen', 'svagt-valg-uden-pris', 'taler-for-laereren'],
  'kommissionen-tvilling': ['samme-ord-igen'],
  'regnskabets-time': [
    'fortaeller-for-meget',
    'ja-uden-samtykke',
    'laesetid',
    'sagt-men-ikke-fortalt',
    'samme-ord-igen',
    'svagt-valg-uden-pris',
    'taler-for-laereren',
  ],
  'regnskabets-time-tvilling': ['samme-ord-igen'],
};
