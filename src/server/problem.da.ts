/** What can go wrong on the way to a page. Titles are read by people. */
export const PROBLEMS = {
  'not-found': {
    status: 404,
    title: 'Siden findes ikke',
    text: 'Måske er den flyttet, eller også hører den til en anden. Der er ikke sket noget med dine svar.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Du er blevet logget ud',
    text: 'Det sker efter en halv time uden aktivitet. Det, du sendte sidst, er ikke gemt. Alt før det er gemt. Log ind, så kommer du tilbage, hvor du var.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Formularen kom et andet sted fra',
    text: 'Af hensyn til sikkerheden tager vi kun imod svar fra vores egne sider. Hent siden igen, og prøv en gang til. Der er ikke gemt noget.',
  },
  'unsupported-type': {
    status: 415,
    title: 'Formularen kunne ikke læses',
    text: 'Hent siden igen, og prøv en gang til. Der er ikke gemt noget.',
  },
  'too-large': {
    status: 413,
    title: 'Det er for meget på én gang',
    text: 'Teksten er for lang til at blive sendt. Gå tilbage, og gør den kortere. Der er ikke gemt noget.',
  },
  stopping: {
    status: 503,
    title: 'Vi er straks tilbage',
    text: 'Platformen genstarter. Prøv igen om et øjeblik. Det, du har svaret, er gemt.',
  },
  fault: { status: 500, title: 'Noget gik galt hos os', text: 'Prøv igen om lidt. Det, du har svaret før, er gemt.' },
} as const satisfies Record<string, { status: number; title: string; text: string }>;
export type ProblemCode = keyof typeof PROBLEMS;

/** Stands in the page that was built; the path that the person was on takes its place. */
export const RETURN_PATH = '/log-ind?naeste=%2F';

export function problemLink(code: string): { href: string; label: string } {
  return code === 'not-signed-in' ? { href: RETURN_PATH, label: 'Log ind igen' } : { href: '/', label: 'Til forsiden' };
}
