/** How a number format shows a number. */
export type NumberFormat =
  | { kind: 'general' }
  | { kind: 'number'; places: number; isGrouped: boolean; isPercent: boolean; prefix: string; suffix: string }
  /** `code` is the code without colours and languages. */
  | { kind: 'date' | 'time'; code: string }
  /** Shows nothing: `;;;`. */
  | { kind: 'hidden' };

/** The codes that workbooks name by number. Those with a currency follow the author's country, here the pound. */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"£"#,##0',
  6: '"£"#,##0',
  7: '"£"#,##0.00',
  8: '"£"#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '"£"#,##0',
  43: '#,##0.00',
  44: '"£"#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

/** Excel allows no longer code. */
const LONGEST_CODE = 255;

/** Excel shows no more decimal places. */
const MOST_PLACES = 30;

/** Reads a format by its number, with its code if the workbook has one. */
export function parseNumberFormat(id: number, code: string | undefined): NumberFormat {
  return parseCode(code ?? BUILT_IN[id] ?? 'General');
}

/** Reads a format code, such as `#,##0.0%` or `[$£-809]#,##0;[Red]-[$£-809]#,##0`: its part for positive numbers. */
function parseCode(code: string): NumberFormat {
  if (code.length > LONGEST_CODE) return { kind: 'general' };
  const [positive = ''] = splitSections(code);
  if (positive === '' && code.includes(';')) return { kind: 'hidden' };
  const plain = positive
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"') // a currency with its language
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '') // a colour or a condition
    .replace(/_.|\*./g, ''); // space as wide as a character, and filling
  const bare = plain.replace(/"[^"]*"|\\./g, '');
  if (/general|@/i.test(bare)) return { kind: 'general' };
  if (/[dy]/i.test(bare) || /m{3}/i.test(bare)) return { kind: 'date', code: plain };
  if (/[hs]|m/i.test(bare)) return { kind: 'time', code: plain };
  if (/[E/?]/i.test(bare) || !/[0#]/.test(bare)) return { kind: 'general' };
  const places = /[0#][0#,]*(?:\.([0#]*))?/.exec(bare)?.[1]?.length ?? 0;
  if (places > MOST_PLACES) return { kind: 'general' };
  const words = readLiterals(plain);
  return {
    kind: 'number',
    places,
    isGrouped: /[0#],[0#]/.test(bare),
    isPercent: bare.includes('%'),
    prefix: /[£$€]/.exec(words)?.[0] ?? '',
    suffix: !bare.includes('%') && words.includes('%') ? '%' : '',
  };
}

/** Splits a code at its semicolons, except inside quotes. */
function splitSections(code: string): string[] {
  return (
    code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*(?:;|$)/g)?.map((part) => part.replace(/;$/, '')) ?? []
  );
}

/** Returns the characters that a code prints as they are: those in quotes, after a backslash, and currency signs. */
function readLiterals(code: string): string {
  return [...code.matchAll(/"([^"]*)"|\\(.)|([£$€])/g)]
    .map(([, a = '', b = '', c = '']) => a + b + c)
    .join('');
}
