import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ChoiceForm, type ChoiceFormProps } from '#src/components/learning/ChoiceForm.tsx';
import { verdictOn } from '#src/components/learning/learning.da.ts';

const form = (more: Partial<ChoiceFormProps> = {}) =>
  renderToStaticMarkup(
    createElement(ChoiceForm, {
      action: '?_action=x',
      hidden: { id: '1' },
      question: 'Hvad siger du?',
      options: [
        { id: 'a', label: 'Det ene' },
        { id: 'b', label: 'Det andet' },
      ],
      submit: 'Svar',
      ...more,
    }),
  );

describe('a choice is named by word and icon', () => {
  test('over- and under-sharing have names of their own', () => {
    expect(verdictOn({ rating: 'poor', fault: 'overdeling' }).label).toBe('For meget delt');
    expect(verdictOn({ rating: 'poor', fault: 'underdeling' }).label).toBe('For lidt delt');
    expect(verdictOn({ rating: 'poor', fault: 'passivitet' }).label).toBe('Svagt');
  });

  test('a strong choice is strong, a partly right one partly', () => {
    expect(verdictOn({ rating: 'best' }).label).toBe('Stærkt');
    expect(verdictOn({ rating: 'acceptable' }).label).toBe('Delvist');
  });

  test('where professionals disagree, an option can be discussed and is not half right', () => {
    expect(verdictOn({ rating: 'acceptable' }, true).label).toBe('Kan diskuteres');
  });
});

describe('the form works before any script', () => {
  test('it posts what the action reads: hidden fields and one option', () => {
    const html = form();
    expect(html).toMatch(/^<form action="\?_action=x" method="post">/);
    expect(html).toContain('<input type="hidden" name="id" value="1"/>');
    expect(html.match(/type="radio" name="option"/g)).toHaveLength(2);
  });

  test('no option is chosen beforehand', () => expect(form()).not.toContain('checked'));

  test('a missing answer is named where it is missing', () => {
    expect(form()).not.toContain('role="alert"');
    const html = form({ isMissing: true });
    expect(html).toMatch(/role="alert".*Vælg et svar, før du går videre/);
    expect(html).toMatch(/<fieldset class="ask bad" aria-describedby="([^"]+)">.*<p class="err" id="\1"/);
  });

  test('a refused own line stays in its field, with the reason', () => {
    const html = form({
      chosen: 'b',
      ownLine: {
        name: 'ownLine',
        label: 'Din begrundelse',
        hint: 'Valgfrit',
        maxLength: 1000,
        value: 'Mine ord',
        problem: 'For lang',
      },
    });
    expect(html).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>Mine ord<\/textarea>/);
    expect(html).toContain('For lang');
    expect(html).toMatch(/value="b"[^>]*checked|checked[^>]*value="b"/);
  });
});
