import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import scrollStops from '../../src/markup/browser/scroll-stops.js?raw';
import { listPrintedFigures } from '../../src/model/list-printed-figures.js';
import { renderHtml } from '../../src/html/render-html.js';
import { buildNewest } from '../support/build-newest.js';
import { papersOfAllShapes } from '../support/papers-of-all-shapes.js';
import { readAttribute, readHtml, readText, type ReadHtml } from '../support/read-html.js';
import { readStructure, type Structure, type StructureElement } from '../support/read-structure.js';
import { removePublishedParts } from '../support/remove-published-parts.js';
import { copyProject, runPapers } from '../support/run-papers.js';

describe.each(papersOfAllShapes)('the HTML edition of %s', (_name, copyPaper) => {
  let html: ReadHtml;
  let pdf: Structure;
  const all = (name: string) => html.elements.filter(({ tagName }) => tagName === name);
  beforeAll(async () => {
    const copy = copyPaper();
    const edition = build(copy);
    copy.remove();
    html = edition.html;
    pdf = await readStructure(edition.pdf);
  });

  test('has the texts of the PDF in the same order, section by section', () => {
    const onPage = groupBySection(html.texts.map(({ tag, text }) => ({ title: tag === 'h2', text })));
    const inPdf = groupBySection(listTexts(pdf.root));
    if (!('Contents' in inPdf)) delete onPage['Contents']; // a PDF of a few pages has no automatic list
    expect(Object.keys(onPage)).toEqual(Object.keys(inPdf));
    for (const [section, texts] of Object.entries(onPage)) expect(texts, section).toEqual(inPdf[section]);
  });

  test('is valid HTML', () => {
    expect(html.faults).toEqual([]);
  });

  test('has unique ids, and every reference leads to one of them', () => {
    const ids = html.elements.flatMap((element) => readAttribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all('a').flatMap((element) => readAttribute(element, 'href') ?? []);
    const named = html.elements.flatMap((element) =>
      ['aria-labelledby', 'aria-describedby', 'headers'].flatMap(
        (name) => readAttribute(element, name)?.split(' ') ?? [],
      ),
    );
    const targets = [...links.filter((href) => href.startsWith('#')).map((href) => href.slice(1)), ...named];
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('loads no other file, and its policy allows only its own style and script, by hash', () => {
    const loading = ['link', 'iframe', 'object', 'embed', 'image', 'use', 'base', 'form'];
    expect(html.elements.filter(({ tagName }) => loading.includes(tagName))).toEqual([]);
    const pictures = all('img').flatMap((element) => readAttribute(element, 'src') ?? []);
    expect(pictures.filter((source) => !source.startsWith('data:image/'))).toEqual([]);
    const attributes = html.elements
      .filter(({ tagName }) => tagName !== 'img')
      .flatMap(({ attrs }) => attrs.map(({ name }) => name));
    expect(attributes.filter((name) => name === 'style' || name === 'src' || name.startsWith('on'))).toEqual(
      [],
    );
    const [style, ...otherStyles] = all('style');
    const [script, ...otherScripts] = all('script');
    expect([...otherStyles, ...otherScripts]).toEqual([]);
    const hashText = (element: typeof style): string =>
      createHash('sha256')
        .update(element ? readText(element) : '')
        .digest('base64');
    const policy = all('meta').find(
      (meta) => readAttribute(meta, 'http-equiv') === 'Content-Security-Policy',
    );
    expect(policy && readAttribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hashText(style)}'; script-src 'sha256-${hashText(script)}';${pictures.length > 0 ? ' img-src data:;' : ''} base-uri 'none'; form-action 'none'`,
    );
  });
});

function build({ root }: { root: string }): { html: ReadHtml; pdf: Uint8Array } {
  const { out, err } = runPapers(['build', '--root', root, '--json']);
  const { files } = JSON.parse(out) as { files: string[] };
  const read = (ending: string): Buffer => {
    const path = files.find((file) => file.endsWith(ending));
    if (path === undefined) throw new Error(`no ${ending} was built: ${out} ${err}`);
    return readFileSync(join(root, path));
  };
  return { html: readHtml(read('.html').toString('utf8')), pdf: read('.pdf') };
}

test('escapes the author’s words in the page, in drawings and in attributes', () => {
  const copy = copyProject('tests/papers/parks-update');
  const name = 'Pleased "&" <b>$&</b> it\'s';
  copy.change('data/measures.yaml', (text) =>
    text.replace('label: Satisfied with parks', () => `label: '${name.replaceAll("'", "''")}'`),
  );
  copy.change('data/organisation.yaml', (text) =>
    text.replace(/^name: .*$/m, 'name: A <b>bold</b> & "free" council'),
  );
  copy.change('templates/parks-update/charts.yaml', (text) =>
    text.replace('A line with', 'A "line" onload="x with'),
  );
  copy.change('data/2024-25-q2/parks-update.yaml', (text) =>
    text.replace('says more.', 'says [more](https://example.org/?a="b"&c=<d>).'),
  );
  const { elements, faults, texts } = build(copy).html;
  copy.remove();
  expect(faults).toEqual([]);
  expect(elements.filter(({ tagName }) => tagName === 'b')).toEqual([]);
  expect(elements.filter(({ tagName }) => tagName === 'script').map(readText)).toEqual([scrollStops]);
  const [svg] = elements.filter(({ tagName }) => tagName === 'svg');
  expect(svg?.attrs.map(({ name: key }) => key)).toEqual([
    'role',
    'aria-label',
    'width',
    'height',
    'viewBox',
  ]);
  expect(svg && readAttribute(svg, 'aria-label')).toContain('A "line" onload="x with');
  expect(svg && readText(svg)).toContain(name);
  expect(elements.filter(({ tagName }) => tagName === 'th').map(readText)).toContain(name);
  expect(texts.map(({ text }) => text)).toContain('A <b>bold</b> & "free" council');
  expect(elements.map((element) => readAttribute(element, 'href'))).toContain(
    'https://example.org/?a="b"&c=<d>',
  );
});

test('marks an unpublished figure in a chart’s table, and keeps the others in place', () => {
  const copy = copyProject('.');
  copy.change('data/2007-08-q4/survey.yaml', (text) => text.replace('  dealing: 62\n', ''));
  const { elements } = build(copy).html;
  copy.remove();
  const rows = elements.filter(({ tagName }) => tagName === 'tr').map((row) => row.childNodes.map(readText));
  expect(rows).toContainEqual(['Dealing with local issues of concern', '[x]', '65%', '–']);
});

test('adds only the places of figures and blocks when it is traced', async () => {
  const { document, theme } = await buildNewest('tests/papers/parks-update');
  const plain = renderHtml(document, theme, { isTraced: false, files: null });
  const traced = renderHtml(document, theme, { isTraced: true, files: null });
  const untraced = traced
    .replace(/ data-place="[^"]*"/g, '')
    .replace(/<span data-figure="[^"]*" data-figure-place="[^"]*">([^<]*)<\/span>/g, '$1');
  expect(untraced).toBe(removePublishedParts(plain));
  expect(traced).not.toBe(plain);
  const { elements } = readHtml(traced);
  const figures = elements.flatMap((element) => readAttribute(element, 'data-figure') ?? []);
  expect(figures).toEqual(listPrintedFigures(document).map(({ figure }) => figure.id));
  const placeOf = (id: string): string | null => {
    const element = elements.find((candidate) => readAttribute(candidate, 'id') === id);
    return element ? readAttribute(element, 'data-place') : null;
  };
  expect(placeOf('furniture')).toBe('data/2024-25-q2/parks-update.yaml:11:7');
  expect(placeOf('counts')).toBe('templates/parks-update/sections/visits.md.hbs:1:1');
  expect(placeOf('views-2')).toBe('templates/parks-update/charts.yaml:2:3');
});

interface SectionText {
  /** True for the title of a section. */
  title: boolean;
  isFootnote?: boolean;
  text: string;
}

/** Roles of elements inside a text. */
const INLINE = ['Link', 'Span', 'Reference'];

/** Lists a PDF's texts, without text in drawings, list markers and the page numbers of the contents list. */
function listTexts(element: StructureElement): SectionText[] {
  const { role, children } = element;
  const below = children.flatMap((child) =>
    'role' in child && !INLINE.includes(child.role) ? listTexts(child) : [],
  );
  if (role === 'Figure' || role === 'Lbl' || INLINE.includes(role)) return below;
  const text = readDirectText(element);
  return [
    {
      title: role === 'H2',
      isFootnote: isFootnote(element),
      text: role === 'TOCI' ? text.replace(/[\s.]*\d+\s*$/, '') : text,
    },
    ...below,
  ];
}

/** A footnote starts with its number, which leads back to the text. */
function isFootnote({ role, children: [first] }: StructureElement): boolean {
  return role === 'Note' && first !== undefined && 'role' in first && first.role === 'Link';
}

function readDirectText({ children }: StructureElement): string {
  return children
    .map((child) => {
      if ('role' in child) return INLINE.includes(child.role) ? readDirectText(child) : '';
      return 'text' in child ? child.text : '';
    })
    .join(' ');
}

/** Groups texts by section, without white space. Footnotes are at the end of a section, as on the HTML page. A PDF does not tell a line break at a space from one at a hyphen. */
function groupBySection(texts: SectionText[]): Record<string, string[]> {
  const sections: Record<string, string[]> = { front: [] };
  const footnotes: Record<string, string[]> = {};
  let open = 'front';
  for (const { title, text, isFootnote = false } of texts) {
    const bare = text.replace(/\s+/g, '');
    if (bare === '') continue;
    if (title) open = bare;
    const group = isFootnote ? footnotes : sections;
    (group[open] ??= []).push(bare);
  }
  for (const [section, notes] of Object.entries(footnotes)) sections[section]?.push(...notes);
  return sections;
}
