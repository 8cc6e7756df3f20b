import { readFileSync, rmSync } from 'node:fs';
import { posix } from 'node:path';
import { markup, trustHtml, type Html } from '../../src/markup/markup.js';
import { escapeXml } from '../../src/markup/escape-xml.js';
import { buildSample, type Sample } from './build-sample.js';
import { IMAGES, makeAddress, makeRelative, REFERENCE, resolveLink } from './find-address.js';
import { inspectSite } from './inspect-site.js';
import { listMarkdownPages } from './list-markdown-pages.js';
import { readContents, type ContentsPart } from './read-contents.js';
import { describeBlocks, describeTemplateBlocks } from './reference/describe-blocks.js';
import { describeCommands } from './reference/describe-commands.js';
import { describeFiles } from './reference/describe-files.js';
import { describeHelpers } from './reference/describe-helpers.js';
import { describeCharts, describeTables } from './reference/describe-kinds.js';
import { describeLaws } from './reference/describe-laws.js';
import { describeRules } from './reference/describe-rules.js';
import { runEleventy, type Layout } from './run-eleventy.js';
import type { ReferencePage, SitePage } from './site-page.js';
import { writeAssets } from './write-assets.js';

const HOME = 'docs/README.md';

/**
 * Builds the documentation: the Markdown files of the project, and the reference, which is made from the program. Returns what is
 * wrong with the site, such as links that lead nowhere.
 */
export async function buildDocs(output: string): Promise<string[]> {
  const sample = buildSample();
  const reference = await describeProgram(sample);
  const markdown = listMarkdownPages();
  const generated = new Set(reference.map(({ id }) => id));
  const contents = readContents(readFileSync(HOME, 'utf8'));
  const sources = new Set(markdown.map(({ source }) => source));
  const pages: SitePage[] = [...markdown, ...makeReferencePages(reference, readReferenceWords(), sources)];
  rmSync(output, { recursive: true, force: true });
  const faults = await runEleventy({
    pages,
    generated,
    output,
    makeLayout: (page) => makeLayout(page, contents, (link) => resolveFromHome(link, sources, generated)),
  });
  const addresses = pages.map(({ address }) => address);
  const site = inspectSite(output, addresses);
  const images = markdown.flatMap(({ source, text }) => listImages(source, text));
  await writeAssets(output, { editionStyle: sample.style, sections: site.sections, images });
  return [...new Set([...faults, ...site.faults])];
}

/** Makes the generated part of the reference. */
async function describeProgram(sample: Sample): Promise<ReferencePage[]> {
  return [
    await describeCommands(),
    describeHelpers(sample),
    describeTemplateBlocks(sample),
    describeBlocks(sample),
    describeTables(sample),
    describeCharts(sample),
    ...describeFiles(),
    await describeRules(),
    describeLaws(),
  ];
}

/** Reads the title and the words of each generated page from its section of docs/reference/README.md. */
function readReferenceWords(): Map<string, { title: string; words: string }> {
  const sections = readFileSync(REFERENCE, 'utf8').split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return [title.toLowerCase().replaceAll(' ', '-'), { title, words: lines.join('\n').trim() }];
    }),
  );
}

function makeReferencePages(
  reference: readonly ReferencePage[],
  words: ReadonlyMap<string, { title: string; words: string }>,
  sources: ReadonlySet<string>,
): SitePage[] {
  return reference.map(({ id, title, body }) => {
    const section = words.get(id);
    const heading = title ?? section?.title;
    if (heading === undefined) throw new Error(`${REFERENCE} has no section on ${id}`);
    return {
      kind: 'generated',
      address: `reference/${id}.html`,
      title: heading,
      body: markup`<h1>${heading}</h1>\n${section ? renderParagraphs(section.words, sources) : null}\n${body}`,
    };
  });
}

/** Renders the paragraphs of a section: text, code and links to pages. */
function renderParagraphs(text: string, sources: ReadonlySet<string>): Html {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const words = escapeXml(paragraph.replaceAll('\n', ' '))
      .replace(/`([^`]+)`/g, '<code>$1</code>')
      .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_link, words: string, target: string) => {
        const resolved = resolveLink(target, REFERENCE, sources, new Set());
        if ('fault' in resolved) throw new Error(resolved.fault);
        return resolved.href === null ? words : `<a href="${resolved.href}">${words}</a>`;
      });
    return `<p>${words}</p>\n`;
  });
  return trustHtml(paragraphs.join(''));
}

function makeLayout(
  page: SitePage,
  contents: readonly ContentsPart[],
  resolve: (link: string) => string,
): Layout {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return {
    version,
    isHome: page.address === makeAddress(HOME),
    root: '../'.repeat(page.address.split('/').length - 1),
    parts: contents.map(({ title, links }) => ({
      title,
      items: links.map((link) => {
        const address = resolve(link.target);
        const isBelow = page.address.startsWith(address.replace(/(index)?\.html$/, '/').replace('//', '/'));
        return {
          title: link.title,
          href: makeRelative(address, page.address),
          isCurrent: address === page.address || (isBelow && address !== 'index.html'),
        };
      }),
    })),
  };
}

/** Resolves a link of the contents to an address of the site. */
function resolveFromHome(link: string, sources: ReadonlySet<string>, generated: ReadonlySet<string>): string {
  const resolved = resolveLink(link, HOME, sources, generated);
  if (!('href' in resolved) || resolved.href === null)
    throw new Error(`${HOME}: ${link} is no page of the site`);
  return posix.join(posix.dirname(makeAddress(HOME)), resolved.href);
}

function listImages(source: string, text: string): string[] {
  const shown = text.replace(/^ {4}.*$|`[^`\n]+`/gm, ''); // without examples of Markdown
  return [...shown.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)]
    .map(([, path = '']) => posix.join(posix.dirname(source), path))
    .filter((path) => IMAGES.test(path));
}
