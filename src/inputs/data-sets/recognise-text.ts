import { makeError, type Problem } from '../../model/problem.js';

const AS_CSV = 'save it from your spreadsheet program as CSV (UTF-8).';

/** The kinds of file that are sometimes called .csv, by their first bytes as Windows-1252 shows them. */
const OTHER_KINDS = [
  {
    begins: /^PK[\u0003\u0005]/,
    kind: 'an Excel workbook or another packed file',
    hint: `If it is a workbook, give its name the ending .xlsx. Otherwise ${AS_CSV}`,
  },
  {
    begins: /^ÐÏ\u0011à/,
    kind: 'an old Excel workbook, or one with a password',
    hint: `Open it, and ${AS_CSV}`,
  },
  { begins: /^%PDF-/, kind: 'a PDF', hint: `Find the table that it was made from, and ${AS_CSV}` },
  {
    begins: /^\s*<(?:!doctype|\?xml|html|head|body|meta|table)\b/i,
    kind: 'a web page or XML',
    hint: `Open it, and ${AS_CSV}`,
  },
];

/** Reports a file called .csv that is a file of another kind. Returns null for any other text. */
export function reportOtherKind(file: string, text: string): Problem | null {
  const other = OTHER_KINDS.find(({ begins }) => begins.test(text));
  if (!other) return null;
  const place = { file, line: 1, column: 1 };
  return makeError('table-is-readable', place, `the file is called .csv, but is ${other.kind}`, {
    hint: other.hint,
  });
}
