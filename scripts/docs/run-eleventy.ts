import Eleventy, { type Markdown, type MarkdownToken } from '@11ty/eleventy';
import { resolveLink } from './find-address.js';
import { renderFlowchart } from './render-flowchart.js';
import type { SitePage } from './site-page.js';

/** The data of the layout, besides the page itself. */
export interface Layout {
  /** The way from the page to the first page: empty or `../`. */
  root: string;
  version: string;
  isHome: boolean;
  parts: { title: string; items: { title: string; href: string; isCurrent: boolean }[] }[];
}

interface Site {
  pages: readonly SitePage[];
  makeLayout: (page: SitePage) => Layout;
  generated: ReadonlySet<string>;
  output: string;
}

/** Writes the pages of the site. Returns the links of Markdown files that lead nowhere. */
export async function runEleventy({ pages, makeLayout, generated, output }: Site): Promise<string[]> {
  const faults: string[] = [];
  const sources = new Map(
    pages.flatMap((page) => (page.kind === 'markdown' ? [[page.address, page.source] as const] : [])),
  );
  const known = new Set(sources.values());
  const resolve = (link: string, address: string): string | null => {
    const resolved = resolveLink(link, sources.get(address) ?? '', known, generated);
    if ('href' in resolved) return resolved.href;
    faults.push(resolved.fault);
    return null;
  };
  const eleventy = new Eleventy('scripts/docs/site', output, {
    quietMode: true,
    configPath: null,
    config: (configuration) => {
      configuration.setUseGitIgnore(false);
      configuration.setTemplateFormats(['md', 'html']);
      configuration.amendLibrary('md', (markdown) => amendMarkdown(markdown, resolve));
      configuration.addFilter('listHeadings', listHeadings);
      for (const page of pages) {
        const path = page.address.replace(/html$/, page.kind === 'markdown' ? 'md' : 'html');
        const content = page.kind === 'markdown' ? page.text : page.body.html;
        configuration.addTemplate(path, content, {
          layout: 'page.njk',
          permalink: page.address,
          title: page.title,
          templateEngineOverride: page.kind === 'markdown' ? 'md' : false, // {{…}} is a part of the text
          ...makeLayout(page),
        });
      }
      return {};
    },
  });
  await eleventy.write();
  return faults;
}

/** Gives headings the anchors that Git hosts give them, resolves links, and lets wide tables scroll. */
function amendMarkdown(markdown: Markdown, resolve: (link: string, address: string) => string | null): void {
  markdown.enable('code'); // Eleventy switches indented code off.
  markdown.core.ruler.push('pages', ({ tokens, env }) => {
    const address = (env.page?.inputPath ?? '')
      .replace(/^(\.\/)?scripts\/docs\/site\//, '')
      .replace(/md$/, 'html');
    const used = new Map<string, number>();
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'heading_open')
        token.attrSet('id', makeAnchor(tokens[index + 1]?.content ?? '', used));
      resolveTargets(token.children ?? [], (link) => resolve(link, address));
    }
  });
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules['fence'] = (tokens, index, ...others) => {
    const { info = '', content = '' } = tokens[index] ?? {};
    if (info === 'mermaid') return renderFlowchart(content).html;
    return fence?.(tokens, index, ...others) ?? '';
  };
  markdown.renderer.rules['table_open'] = () =>
    '<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>';
  markdown.renderer.rules['table_close'] = () => '</table></div>';
}

/** Resolves the targets of links and images. A link to a file that the site lacks becomes its text. */
function resolveTargets(tokens: MarkdownToken[], resolve: (link: string) => string | null): void {
  for (const [index, token] of tokens.entries()) {
    const name = token.tag === 'img' ? 'src' : 'href';
    const link = token.tag === 'a' || token.tag === 'img' ? token.attrGet(name) : null;
    if (link === null) continue;
    const href = resolve(link);
    if (href !== null) token.attrSet(name, href);
    else
      for (const end of [token, tokens.slice(index).find(({ type }) => type === 'link_close')])
        if (end) Object.assign(end, { type: 'text', tag: '', content: '' });
  }
}

/** Makes the anchor of a heading as Git hosts do: `Add a row` becomes `add-a-row`, and the second one `add-a-row-1`. */
function makeAnchor(heading: string, used: Map<string, number>): string {
  const slug = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
  const count = used.get(slug) ?? 0;
  used.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
}

/** Lists the headings of the second level, for the contents of a page. */
function listHeadings(html: string): { id: string; title: string }[] {
  return [...html.matchAll(/<h2 id="([^"]+)"[^>]*>(.*?)<\/h2>/gs)].map(([, id = '', title = '']) => ({
    id,
    title: title.replace(/<[^>]+>/g, ''),
  }));
}
