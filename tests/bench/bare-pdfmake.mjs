/** The baseline of the benchmark: prints a JSON list of texts with pdfmake alone, in the same typeface. */
import { readFileSync } from 'node:fs';
import { pdfmake } from './plain-pdfmake.mjs';

const [, , input, output] = process.argv;
const content = JSON.parse(readFileSync(input, 'utf8')).map((text) => ({ text, margin: [28, 0, 0, 8] }));
await pdfmake
  .createPdf({
    content,
    pageSize: 'A4',
    pageMargins: [82, 74, 72, 72],
    defaultStyle: { font: 'SourceSans', fontSize: 11, lineHeight: 1.05 },
  })
  .write(output);
