import { grouped } from '#src/search/grouped.ts';
import type { Hit } from '#src/search/search.ts';
import { GROUP_NAMES, searchAddress, text, WAYS_ON } from './search.da.ts';

/** What was found, as SearchResults.astro builds it on the server, with the link to the search. Nothing for an empty query. */
export function resultNodes(query: string, hits: readonly Hit[]): Node[] {
  if (query.trim() === '') return [];
  if (hits.length === 0)
    return [
      element('p', '', [`${text.none(query)} ${text.advice}`]),
      element(
        'ul',
        '',
        WAYS_ON.map(({ href, label }) => element('li', '', [link(href, label)])),
      ),
    ];
  return [
    element('p', 'small', [link(searchAddress(query), text.address)]),
    ...grouped(hits).map(({ kind, hits: some }) =>
      element('section', 'found', [element('h2', '', [GROUP_NAMES[kind]]), element('ul', '', some.map(hitNode))]),
    ),
  ];
}

function hitNode({ record, snippet }: Hit): Node {
  return element('li', '', [
    link(record.href, record.title),
    ...(record.within ? [element('span', 'small quiet', [record.within])] : []),
    element(
      'p',
      'small',
      snippet.map(({ text: piece, isHit }) => (isHit ? element('mark', '', [piece]) : piece)),
    ),
  ]);
}

function link(href: string, label: string): HTMLAnchorElement {
  const made = element('a', '', [label]);
  made.href = href;
  return made;
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
