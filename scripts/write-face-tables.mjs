import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { FONT_FOLDER, LIBRARY_FILES } from './build-settings.mjs';

const { openSync } = createRequire(import.meta.url)('fontkit');

/**
 * Writes the table of widths and kerning of each face of the program's typeface into a folder, beside the copies of the fonts.
 * Measuring takes half a second a face, so tables are kept in a cache, by the content of the font and of this code.
 */
export async function writeFaceTables(folder) {
  const files = LIBRARY_FILES.map(({ from }) => from).filter((path) => path.startsWith(FONT_FOLDER));
  const code = await bundleMeasuring();
  const { measureFace, findFaceTable } = await import(
    `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  for (const file of files) {
    const key = createHash('sha256').update(code).update(readFileSync(file)).digest('hex').slice(0, 16);
    const cached = join('node_modules/.cache/committee-papers', `${key}.json`);
    if (!existsSync(cached)) {
      mkdirSync(dirname(cached), { recursive: true });
      writeFileSync(cached, JSON.stringify(measureFace(openSync(file))));
    }
    writeFileSync(join(folder, findFaceTable(basename(file))), readFileSync(cached));
  }
}

async function bundleMeasuring() {
  const { outputFiles } = await build({
    entryPoints: ['src/pdf/text/face-table.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
