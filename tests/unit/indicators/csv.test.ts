import { describe, expect, test } from 'vitest';
import { toCsv } from '#src/indicators/csv.ts';

describe('CSV-1: an export is text in every spreadsheet', () => {
  test('every field is quoted, the file is marked as UTF-8, and semicolons part the fields', () => {
    expect(toCsv([['Måned', 5, null]])).toBe('\uFEFF"Måned";"5";""\r\n');
  });

  test('a field that could be a formula begins with an apostrophe', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\0'])
      expect(toCsv([[`${start}1+1`]])).toBe(`\uFEFF"'${start}1+1"\r\n`);
  });

  test('quotes inside a field are doubled, a semicolon stays inside it', () => {
    expect(toCsv([['kaldet "Lille"; vest']])).toBe('\uFEFF"kaldet ""Lille""; vest"\r\n');
  });
});
