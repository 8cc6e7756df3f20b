/** pdfmake alone, in the typeface of the program, for the baselines of the benchmarks. It reads nothing from elsewhere. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
export const pdfmake = require('pdfmake');
const fonts = join(dirname(require.resolve('source-sans/package.json')), 'TTF');
pdfmake.setFonts({
  SourceSans: {
    normal: join(fonts, 'SourceSans3-Regular.ttf'),
    bold: join(fonts, 'SourceSans3-Semibold.ttf'),
  },
});
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);
