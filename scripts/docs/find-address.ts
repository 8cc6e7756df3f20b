import { existsSync } from 'node:fs';
import { posix } from 'node:path';

/** The file whose sections stand for the generated pages on a Git host. */
export const REFERENCE = 'docs/reference/README.md';

/** The images of pages. The site has copies of them. */
export const IMAGES = /\.(png|svg)$/;

const FOLDER = 'docs/';

/** Makes the address of a Markdown file: `docs/how-to/add-a-row.md` becomes `how-to/add-a-row.html`. */
export function makeAddress(source: string): string {
  if (source === 'data/README.md') return 'authors-guide.html';
  const path = source.startsWith(FOLDER) ? source.slice(FOLDER.length) : source.toLowerCase();
  return path.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html');
}

/** A link of a page, resolved. `null` stands for a file of the project that the site does not show. */
export type Resolved = { href: string | null } | { fault: string };

/**
 * Resolves a link of a Markdown file to an address that is relative to its page. `sources` are the Markdown files of the site, and
 * `generated` the ids of its generated pages.
 */
export function resolveLink(
  link: string,
  from: string,
  sources: ReadonlySet<string>,
  generated: ReadonlySet<string>,
): Resolved {
  if (/^(https?:|mailto:|#)/.test(link)) return { href: link };
  const [path = '', anchor] = link.split('#');
  const target = posix.normalize(posix.join(posix.dirname(from), path));
  if (!existsSync(target)) return { fault: `${from}: there is no file ${target}` };
  const address = findPage(target, anchor, sources, generated);
  return { href: address === null ? null : makeRelative(address, makeAddress(from)) };
}

function findPage(
  target: string,
  anchor: string | undefined,
  sources: ReadonlySet<string>,
  generated: ReadonlySet<string>,
): string | null {
  if (target === REFERENCE && anchor !== undefined && generated.has(anchor))
    return `reference/${anchor}.html`;
  if (IMAGES.test(target)) return `images/${posix.basename(target)}`;
  const source = sources.has(target) ? target : posix.join(target, 'README.md');
  if (!sources.has(source)) return null;
  return makeAddress(source) + (anchor === undefined ? '' : `#${anchor}`);
}

/** Makes an address relative to a page, so that the site works from any folder and from a disk. */
export function makeRelative(address: string, from: string): string {
  return posix.relative(posix.dirname(from), address) || posix.basename(address);
}
