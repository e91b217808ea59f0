/** What free text from a learner is asked, in the browser and on the server; the checker of cases asks the same. */
export { looksLikeCpr } from '#src/scenarios/engine/personal-data.ts';
