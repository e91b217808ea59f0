import { grouped } from '#src/search/grouped.ts';
import type { SearchFile, SearchTexts } from '#src/search/records.ts';
import type { Search } from '#src/search/search.ts';
import { GROUP_NAMES, text } from './search.da.ts';

/**
 * Finds while one types. The index comes when the field is first used; until then, and without scripts, the form asks
 * the server. What is typed never leaves the browser and never stands in an address.
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
    status.textContent = query.trim() === '' ? '' : hits.length === 0 ? text.none(query) : text.count(hits.length);
    results.replaceChildren(
      ...grouped(hits).map(({ group, hits: some }) =>
        element('section', 'found', [
          element('h2', '', [GROUP_NAMES[group]]),
          element(
            'ul',
            '',
            some.map(({ record, snippet }) => {
              const link = element('a', '', [record.title]);
              link.href = record.href;
              return element('li', '', [
                link,
                ...(record.within ? [element('span', 'small quiet', [record.within])] : []),
                element(
                  'p',
                  'small',
                  snippet.map(({ text: piece, isHit }) => (isHit ? element('mark', '', [piece]) : piece)),
                ),
              ]);
            }),
          ),
        ]),
      ),
    );
  };
  field.addEventListener('focus', () => void load().catch(() => undefined), { once: true });
  field.addEventListener('input', () => void show().catch(() => undefined));
  form.addEventListener('submit', (event) => {
    if (!search) return;
    event.preventDefault();
    void show().catch(() => form.submit());
  });
  if (document.activeElement === field) void load().catch(() => undefined);
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
