import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAddress } from './find-address.js';
import type { SitePage } from './site-page.js';

/** Pages outside docs/. */
const OTHERS = ['data/README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

/** Lists the Markdown files of the documentation as pages. The first heading of a file is the page's title. */
export function listMarkdownPages(): (SitePage & { kind: 'markdown' })[] {
  return [...listFiles('docs'), ...OTHERS].map((source) => {
    const text = readFileSync(source, 'utf8');
    const title = /^# (.+)$/m.exec(text)?.[1];
    if (title === undefined) throw new Error(`${source} has no heading of the first level`);
    return {
      kind: 'markdown',
      address: makeAddress(source),
      title: title.replace(/[`*]/g, ''),
      source,
      text,
    };
  });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name).replaceAll('\\', '/');
      if (entry.isDirectory()) return listFiles(path);
      return entry.name.endsWith('.md') ? [path] : [];
    })
    .sort();
}
