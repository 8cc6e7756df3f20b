/** The baseline of the benchmark: prints a JSON list of texts with pdfmake alone, in the same typeface. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake');
const fonts = join(dirname(require.resolve('source-sans/package.json')), 'TTF');
pdfmake.setFonts({
  SourceSans: {
    normal: join(fonts, 'SourceSans3-Regular.ttf'),
    bold: join(fonts, 'SourceSans3-Semibold.ttf'),
  },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
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
