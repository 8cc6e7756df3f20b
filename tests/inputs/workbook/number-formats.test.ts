import { expect, test } from 'vitest';
import { parseNumberFormat } from '../../../src/inputs/workbook/number-format.js';
import { writeCellNumber } from '../../../src/inputs/workbook/write-number.js';

const write = (value: number, code: string, is1904 = false) =>
  writeCellNumber(value, parseNumberFormat(200, code), is1904);

test.each([
  [8453, 'General', '8453'],
  [0.1 + 0.2, 'General', '0.3'],
  [1 / 3, 'General', '0.333333333 ← 0.333333333333333'],
  [1e-7, 'General', '0.0000001'],
  [12345678901234, 'General', '12345678901234'],
  [0.6437, '0%', '64% ← 64.37%'],
  [0.64, '0%', '64%'],
  [0.07, '0.0%', '7.0%'],
  [64.4, '0.0"%"', '64.4%'],
  [1234.5, '#,##0.00', '1,234.50'],
  [1234.5678, '#,##0', '1,235 ← 1234.5678'],
  [7, '000', '7'],
  [1204500, '"£"#,##0', '£1,204,500'],
  [-5.25, '[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00', '-£5.25'],
  [1150000.4, '_-"£"* #,##0_-;-"£"* #,##0_-;_-"£"* "-"??_-;_-@_-', '£1,150,000 ← £1150000.4'],
  [5, '[$€-2] #,##0', '€5'],
  [12, '0" days"', '12'],
  [0, '#,##0;-#,##0;"-"', '0'],
  [5, ';;;', ''],
  [0.5, '# ?/?', '0.5'],
  [12000, '0.00E+00', '12000'],
  [7, '@', '7'],
])('writes %s in the format %s', (value, code, text) => {
  expect(write(value, code)).toBe(text);
});

test.each([
  [45838, 'dd/mm/yyyy', false, '30/06/2025 ← 2025-06-30'],
  [45838, 'yyyy-mm-dd', false, '2025-06-30'],
  [45838, 'd mmmm yyyy', false, '30 June 2025 ← 2025-06-30'],
  [45838, 'mmm-yy', false, 'Jun-25 ← 2025-06-30'],
  [44376, 'dd/mm/yyyy', true, '30/06/2025 ← 2025-06-30'],
  [1, 'd/m/yyyy', false, '1/1/1900 ← 1900-01-01'],
  [61, 'd/m/yyyy', false, '1/3/1900 ← 1900-03-01'],
  [45838.5, 'd mmm yyyy h:mm', false, '30 Jun 2025 12:00 ← 2025-06-30'],
  [0.604166667, 'h:mm', false, '14:30'],
  [1.104166667, '[h]:mm', false, '26:30'],
  [0.604166667, 'h:mm AM/PM', false, '2:30 pm'],
] as const)('writes the date %s in the format %s (1904: %s)', (value, code, is1904, text) => {
  expect(write(value, code, is1904)).toBe(text);
});

test.each([-1, 2958466])('finds no date for the number %s', (value) => {
  expect(write(value, 'dd/mm/yyyy')).toBeNull();
});

test.each([
  [9, 0.6437, '64% ← 64.37%'],
  [14, 45838, '30/06/2025 ← 2025-06-30'],
  [44, 5.25, '£5.25'],
  [49, 7, '7'],
])('knows the built-in format %s', (id, value, text) => {
  expect(writeCellNumber(value, parseNumberFormat(id, undefined), false)).toBe(text);
});
