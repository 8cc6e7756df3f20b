import { build } from 'esbuild';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { SearchSection } from './inspect-site.js';

const require = createRequire(import.meta.url);

/** Writes what the pages share: styles, typeface, images and search. The site requests nothing from elsewhere. */
export async function writeAssets(
  output: string,
  { editionStyle, sections, images }: { editionStyle: string; sections: SearchSection[]; images: string[] },
): Promise<void> {
  const assets = join(output, 'assets');
  mkdirSync(assets, { recursive: true });
  mkdirSync(join(output, 'images'), { recursive: true });
  for (const image of images) copyFileSync(image, join(output, 'images', basename(image)));
  copyFileSync('scripts/docs/site/site.css', join(assets, 'site.css'));
  writeFileSync(join(assets, 'edition.css'), editionStyle);
  writeFileSync(join(assets, 'search-data.js'), `window.SEARCH_SECTIONS = ${JSON.stringify(sections)};\n`);
  const fonts = join(dirname(require.resolve('source-sans/package.json')), 'WOFF2/VF');
  copyFileSync(join(fonts, 'SourceSans3VF-Upright.ttf.woff2'), join(assets, 'source-sans-upright.woff2'));
  copyFileSync(join(fonts, 'SourceSans3VF-Italic.ttf.woff2'), join(assets, 'source-sans-italic.woff2'));
  await build({
    entryPoints: ['scripts/docs/site/site.mjs'],
    outfile: join(assets, 'site.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
}
