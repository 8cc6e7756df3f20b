import type { OutsidePart, OutsideRow, OutsideTable, OutsideText } from '../model/outside-paper.js';
import type { Tag, TaggedPdf } from '../model/tagged-pdf.js';

/** Reads the parts of a tagged PDF, page by page. Paragraphs and tables that go over a page end are joined. */
export function readTags({ pages }: TaggedPdf): OutsidePart[] {
  const parts: OutsidePart[] = [];
  for (const [index, { tree, texts }] of pages.entries()) {
    const onPage = tree ? readBlocks(tree, { texts, page: index + 1 }) : [];
    const [first, ...others] = onPage;
    const joined = joinOverPage(parts.at(-1), first);
    if (joined) parts.splice(-1, 1, joined, ...others);
    else parts.push(...onPage);
  }
  return parts;
}

/** Returns true if a page of a PDF has tags with text. */
export function hasTags({ pages }: TaggedPdf): boolean {
  return pages.some(({ tree, texts }) => tree !== null && readBlocks(tree, { texts, page: 1 }).length > 0);
}

interface Page {
  texts: Record<string, string>;
  page: number;
}

const INLINE =
  /^(?:Span|Link|Strong|Em|Quote|Code|Sub|Annot|Reference|BibEntry|Ruby|Warichu|RB|RT|RP|WT|WP|Lbl|InlineShape|Form)$/;
const TEXT_ROLES: Record<string, OutsideText['role']> = {
  P: 'paragraph',
  BlockQuote: 'paragraph',
  Title: 'title',
  Caption: 'caption',
  Note: 'note',
  FENote: 'note',
  Aside: 'paragraph',
};

function readBlocks(tag: Tag, page: Page): OutsidePart[] {
  const { role } = tag;
  if (role === 'TOC' || role === 'TOCI' || role === 'Index' || role === 'Artifact') return [];
  if (role === 'Table') return readTable(tag, page);
  if (role === 'Figure' || role === 'Formula') return readFigure(tag, page);
  if (role === 'L') return listTags(tag).flatMap((item) => readItem(item, page));
  const heading = /^H([1-6])?$/.exec(role);
  if (heading) return makeText('heading', readText(tag, page), page, { level: Number(heading[1] ?? 1) });
  const textRole = TEXT_ROLES[role];
  if (textRole) return readParagraph(tag, textRole, page);
  return listTags(tag).flatMap((child) =>
    readBlocks(INLINE.test(child.role) ? { ...child, role: 'P' } : child, page),
  );
}

/** A paragraph may hold a picture or a list. */
function readParagraph(tag: Tag, role: OutsideText['role'], page: Page): OutsidePart[] {
  const inner = listTags(tag).filter((child) => !INLINE.test(child.role) && !(child.role in TEXT_ROLES));
  return [...makeText(role, readText(tag, page), page), ...inner.flatMap((child) => readBlocks(child, page))];
}

function readItem(item: Tag, page: Page): OutsidePart[] {
  if (item.role === 'L') return readBlocks(item, page);
  if (item.role === 'Caption') return readBlocks(item, page);
  const label = listTags(item).find(({ role }) => role === 'Lbl');
  const bodies = listTags(item).filter((child) => child !== label);
  const number = label ? readText(label, page).trim() : '';
  const text =
    bodies.length > 0
      ? bodies.map((body) => readText(body, page)).join(' ')
      : label
        ? ''
        : readText(item, page);
  const isNumber = /^\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivx]+)[.)]*$/.test(number);
  const nested = bodies.flatMap((body) =>
    listTags(body).flatMap((child) =>
      ['L', 'Table', 'Figure'].includes(child.role) ? readBlocks(child, page) : [],
    ),
  );
  return [...makeText('item', text, page, { number: isNumber ? number : null }), ...nested];
}

function readFigure(tag: Tag, { page, texts }: Page): OutsidePart[] {
  const caption = listTags(tag)
    .filter(({ role }) => role === 'Caption')
    .flatMap((child) => readBlocks(child, { page, texts }));
  return [{ kind: 'picture', alternative: tag.alt?.trim() ?? '', page }, ...caption];
}

function readTable(tag: Tag, page: Page): OutsidePart[] {
  const captions = listTags(tag)
    .filter(({ role }) => role === 'Caption')
    .flatMap((child) => readBlocks(child, page));
  const rows = listRows(tag, false, page).filter(({ cells }) => cells.some(({ text }) => text !== ''));
  return [...captions, ...(rows.length === 0 ? [] : [{ kind: 'table' as const, rows, page: page.page }])];
}

function listRows(tag: Tag, isInHead: boolean, page: Page): OutsideRow[] {
  return listTags(tag).flatMap((child) => {
    if (child.role !== 'TR') return listRows(child, isInHead || child.role === 'THead', page);
    const cells = listTags(child).filter(({ role }) => role === 'TH' || role === 'TD');
    return [
      {
        isHeader: isInHead || (cells.length > 1 && cells.every(({ role }) => role === 'TH')),
        cells: cells.map((cell) => ({
          text: readText(cell, page).trim(),
          isHeader: cell.role === 'TH',
          span: 1,
        })),
      },
    ];
  });
}

function listTags({ children }: Tag): Tag[] {
  return children.filter((child) => 'role' in child);
}

/** Reads the text of an element, without that of lists, tables and notes in it, and without the marks of footnotes. */
function readText(tag: Tag, page: Page): string {
  let text = '';
  for (const child of tag.children) {
    if (!('role' in child)) text += page.texts[child.id] ?? '';
    else if (INLINE.test(child.role)) {
      const inner = readText(child, page);
      if (!isFootnoteMark(inner, text)) text += inner;
    } else if (!['L', 'Table', 'Figure', 'Note', 'FENote'].includes(child.role))
      text += ` ${readText(child, page)} `;
  }
  return text.replace(/\s+/g, ' ');
}

/** Returns true for a small number right behind a word: "£1,377,001" and the mark "1". */
function isFootnoteMark(text: string, before: string): boolean {
  return /^\d{1,2}$/.test(text.trim()) && /[\p{L}\p{N}.,;:)”"’]$/u.test(before);
}

function makeText(
  role: OutsideText['role'],
  text: string,
  { page }: Page,
  more: Partial<OutsideText> = {},
): OutsideText[] {
  if (text.trim() === '') return [];
  return [{ kind: 'text', role, level: 0, number: null, text: text.trim(), isBold: false, page, ...more }];
}

/** Joins the last part of a page with the first part of the next, if they are one. Returns null for two parts. */
function joinOverPage(last: OutsidePart | undefined, first: OutsidePart | undefined): OutsidePart | null {
  if (last?.kind === 'table' && first?.kind === 'table') return joinTables(last, first);
  if (last?.kind !== 'text' || first?.kind !== 'text') return null;
  const isText = last.role === first.role && (last.role === 'paragraph' || last.role === 'item');
  const goesOn =
    !/[.:;!?]["”’)]*$/.test(last.text) && first.number === null && !/^(?:\d+[.)]|[•(])/.test(first.text);
  return isText && goesOn ? { ...last, text: `${last.text} ${first.text}` } : null;
}

function joinTables(last: OutsideTable, first: OutsideTable): OutsideTable | null {
  const count = (table: OutsideTable): number => table.rows.at(-1)?.cells.length ?? 0;
  const head = (table: OutsideTable): string =>
    JSON.stringify(table.rows.find(({ isHeader }) => isHeader)?.cells ?? null);
  const isSame = head(first) === 'null' || head(first) === head(last);
  if (count(last) !== count(first) || !isSame) return null;
  return { ...last, rows: [...last.rows, ...first.rows.filter(({ isHeader }) => !isHeader)] };
}
