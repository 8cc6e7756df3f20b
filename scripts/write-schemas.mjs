/** Writes `schemas/` from the zod schemas: `npm run schemas`. */
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';

const bundle = 'dist/json-schemas.mjs';
await build({
  stdin: {
    contents: `export * from './src/inputs/build-json-schemas.ts'; export * from './src/archive/make-archive-schemas.ts'; export * from './src/build-report/build-report-json-schema.ts';`,
    resolveDir: '.',
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
});
const { buildJsonSchemas, makeArchiveSchemas, makeBuildReportSchema } = await import(`../${bundle}`);
mkdirSync('schemas', { recursive: true });
for (const { path, text } of [...buildJsonSchemas(), ...makeArchiveSchemas(), makeBuildReportSchema()])
  writeFileSync(path, text);
