/** Builds the documentation site into site/: `npm run docs`. Bundles scripts/docs/ first, since it imports the program's own lists. */
import { build } from 'esbuild';
import { FONT_FOLDER, LIBERATION_FOLDER, rawText } from './build-settings.mjs';

const bundle = 'node_modules/.cache/build-docs.mjs';
await build({
  entryPoints: ['scripts/docs/build-docs.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  define: {
    FONT_FOLDER: JSON.stringify(FONT_FOLDER),
    LIBERATION_FOLDER: JSON.stringify(LIBERATION_FOLDER),
  },
  plugins: [rawText],
  logLevel: 'warning',
});
const { buildDocs } = await import(`../${bundle}`);
const problems = await buildDocs(process.argv[2] ?? 'site');
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
