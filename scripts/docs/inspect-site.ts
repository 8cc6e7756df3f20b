import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];
type ParentNode = DefaultTreeAdapterMap['parentNode'];

/** A heading and the text below it, for the search. */
export interface SearchSection {
  id: number;
  page: string;
  title: string;
  text: string;
  href: string;
}

/** The anchors, links and sections of a page. */
interface InspectedPage {
  address: string;
  anchors: Set<string>;
  links: string[];
  sections: Omit<SearchSection, 'id'>[];
}

/** Reads the pages of a site. Lists their sections, and the faults of their links. */
export function inspectSite(
  folder: string,
  addresses: readonly string[],
): { sections: SearchSection[]; faults: string[] } {
  const pages = addresses.map((address) => inspectPage(readFileSync(join(folder, address), 'utf8'), address));
  return {
    sections: pages.flatMap(({ sections }) => sections).map((section, id) => ({ id, ...section })),
    faults: [...findBrokenLinks(pages), ...findUnlinkedPages(pages), ...findRepeatedAnchors(pages)],
  };
}

/** Finds links that lead to no page, or to no anchor of it. */
function findBrokenLinks(pages: readonly InspectedPage[]): string[] {
  const anchors = new Map(pages.map((page) => [page.address, page.anchors]));
  return pages.flatMap(({ address, links }) =>
    links.flatMap((link) => {
      if (/^(https?:|mailto:)/.test(link)) return [];
      const [path = '', anchor = ''] = link.split('#');
      const target = path === '' ? address : posix.join(posix.dirname(address), path);
      const known = anchors.get(target);
      if (!known) return [`${address}: the link ${link} leads to no page`];
      return anchor === '' || known.has(decodeURIComponent(anchor))
        ? []
        : [`${address}: the link ${link} leads to no anchor`];
    }),
  );
}

/** Finds pages that no other page links to. */
function findUnlinkedPages(pages: readonly InspectedPage[]): string[] {
  const linked = new Set(
    pages.flatMap(({ address, links }) =>
      links
        .map((link) => posix.join(posix.dirname(address), link.split('#')[0] ?? ''))
        .filter((to) => to !== address),
    ),
  );
  return pages.flatMap(({ address }) => (linked.has(address) ? [] : [`${address}: no page links to it`]));
}

function findRepeatedAnchors(pages: readonly InspectedPage[]): string[] {
  return pages.flatMap(({ address, sections }) =>
    sections
      .map(({ href }) => href)
      .filter((href, index, all) => all.indexOf(href) !== index)
      .map((href) => `${address}: the anchor of ${href} is repeated`),
  );
}

function inspectPage(html: string, address: string): InspectedPage {
  const elements = [...walk(parse(html))];
  const main = elements.find(({ tagName }) => tagName === 'main');
  return {
    address,
    anchors: new Set(elements.flatMap((element) => getAttribute(element, 'id') ?? [])),
    links: elements.flatMap((element) =>
      element.tagName === 'a' ? (getAttribute(element, 'href') ?? []) : [],
    ),
    sections: main ? listSections(main, address) : [],
  };
}

/** Splits the text of a page at its headings. */
function listSections(main: Element, address: string): Omit<SearchSection, 'id'>[] {
  const sections: Omit<SearchSection, 'id'>[] = [];
  let page = '';
  for (const node of main.childNodes) {
    const heading = 'tagName' in node && /^h[1-3]$/.test(node.tagName) ? node : null;
    const current = sections.at(-1);
    if (!heading) {
      if (current) current.text += ` ${readText(node)}`;
      continue;
    }
    const title = clean(readText(heading));
    if (heading.tagName === 'h1') page = title;
    const anchor = getAttribute(heading, 'id');
    const href = heading.tagName === 'h1' || anchor === undefined ? address : `${address}#${anchor}`;
    sections.push({ page, title, text: '', href });
  }
  return sections.map((section) => ({ ...section, text: clean(section.text) }));
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function readText(node: DefaultTreeAdapterMap['childNode']): string {
  if ('value' in node) return node.value;
  if ('content' in node) return node.content.childNodes.map(readText).join(' ');
  return 'childNodes' in node ? node.childNodes.map(readText).join(' ') : '';
}

/** Walks the elements of a page. The pieces in shadow trees have no links, and anchors of their own. */
function* walk(node: ParentNode): Generator<Element> {
  if ('tagName' in node) yield node;
  for (const child of node.childNodes) if ('childNodes' in child) yield* walk(child);
}

function getAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
