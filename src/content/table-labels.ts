import type { satteri } from '@astrojs/markdown-satteri';

type Plugins = NonNullable<NonNullable<Parameters<typeof satteri>[0]>['hastPlugins']>;

/**
 * Makes the tables of a text ready to be shown row by row on a phone: each cell carries its column's words, and the
 * roles keep it a table for a screen reader when style lays it out as blocks (src/components/look/ScrollTable.astro).
 */
export const tableLabels: Plugins[number] = {
  name: 'table-labels',
  element: {
    filter: ['table'],
    visit(table, ctx) {
      const elements = (node: typeof table) => node.children.filter((child) => child.type === 'element');
      const rows = elements(table).flatMap((part) => elements(part));
      const [head, ...body] = rows;
      const labels = head ? elements(head).map((cell) => ctx.textContent(cell).trim()) : [];
      if (labels.length < 2) return;
      ctx.setProperty(table, 'role', 'table');
      for (const part of elements(table)) ctx.setProperty(part, 'role', 'rowgroup');
      for (const row of rows) ctx.setProperty(row, 'role', 'row');
      for (const cell of head ? elements(head) : []) ctx.setProperty(cell, 'role', 'columnheader');
      for (const [column, cell] of body.flatMap((row) => [...elements(row).entries()])) {
        ctx.setProperty(cell, 'role', 'cell');
        ctx.setProperty(cell, 'data-label', labels[column] ?? '');
      }
    },
  },
};
