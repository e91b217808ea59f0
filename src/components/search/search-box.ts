import type { SearchFile, SearchTexts } from '#src/search/records.ts';
import type { Search } from '#src/search/search.ts';
import { queryOf, text } from './search.da.ts';
import { resultNodes } from './search-results.ts';

/**
 * Finds while one types. The index comes when the field is first used; until then, and without scripts, the form asks
 * the server. What is typed never leaves the browser. It stands in the address only when one takes the link to the
 * search, and then after the #, which is sent nowhere.
 */
export function enhanceSearch(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type=search]');
  const results = document.getElementById('resultater');
  const status = document.getElementById('antal');
  if (!field || !results || !status) return;
  let search: Promise<Search> | undefined;
  let texts: SearchTexts = [];
  const load = () => {
    if (search) return search;
    search = Promise.all([import('#src/search/search.ts'), json<SearchFile>('/soeg/indeks.json')]).then(
      ([{ createSearch }, file]) => createSearch(file, (place) => texts[place]),
    );
    // The lines under the hits come a little later, and are put there when they have.
    search
      .then(() => json<SearchTexts>('/soeg/tekster.json'))
      .then((all) => {
        texts = all;
        return show();
      })
      .catch(() => undefined);
    // Without a line the form still works; the next key tries again.
    search.catch(() => {
      search = undefined;
    });
    return search;
  };
  const show = async () => {
    const query = field.value;
    const found = await load();
    if (field.value !== query) return;
    const hits = found.find(query);
    status.textContent = query.trim() === '' ? '' : hits.length === 0 ? text.none(query) : text.count(hits);
    results.replaceChildren(...resultNodes(query, hits));
  };
  const showShared = () => {
    const query = queryOf(location.hash);
    if (query === undefined) return;
    field.value = query;
    void show().catch(() => form.submit());
  };
  field.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  field.addEventListener('input', () => void show().catch(() => undefined));
  form.addEventListener('submit', (event) => {
    if (!search) return;
    event.preventDefault();
    void show().catch(() => form.submit());
  });
  window.addEventListener('hashchange', showShared);
  showShared();
  if (document.activeElement === field) void load().catch(() => undefined);
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
