import type { OutsidePart, OutsideText } from '../model/outside-paper.js';
import type {
  WordBlock,
  WordCell,
  WordFile,
  WordParagraph,
  WordRow,
  WordRun,
  WordTable,
} from '../word/read/word-file.js';

/** Reads the parts of a Word file, with all tracked changes accepted. */
export function readWord({ body }: WordFile): OutsidePart[] {
  return joinParagraphs(body).flatMap((block) =>
    block.kind === 'table' ? readTable(block) : readParagraph(block),
  );
}

/**
 * Joins paragraphs whose end is deleted to the next one, as accepting the change does. The next one keeps its number and style
 * if the whole paragraph before it is deleted.
 */
function joinParagraphs(blocks: readonly WordBlock[]): WordBlock[] {
  const joined: WordBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const goesOn =
      last?.kind === 'paragraph' && block.kind === 'paragraph' && last.endChange?.kind === 'deleted';
    if (!goesOn) joined.push(block);
    else if (!last.runs.some(isKept)) joined.splice(-1, 1, block);
    else joined.splice(-1, 1, { ...last, runs: [...last.runs, ...block.runs], endChange: block.endChange });
  }
  return joined;
}

/** A field of Word that lists headings or captions. */
const isContents = ({ field }: WordRun): boolean => /^TO[AC]\b/i.test(field ?? '');

const isKept = ({ change }: WordRun): boolean => change?.kind !== 'deleted';

function readParagraph(paragraph: WordParagraph): OutsidePart[] {
  const runs = paragraph.runs.filter(isKept);
  const style = paragraph.style?.name.toLowerCase() ?? '';
  const text = getText(runs);
  // The contents list repeats the headings.
  if (/^(?:toc|contents \d|table of figures|index)\b/.test(style) || runs.some(isContents)) return [];
  const role = nameRole(paragraph, style);
  const number = paragraph.numbering?.isBullet === false ? paragraph.numbering.text : null;
  const visible = runs.filter((run) => run.text.trim() !== '');
  const part: OutsideText = {
    kind: 'text',
    role,
    level: paragraph.headingLevel ?? 0,
    number,
    text,
    isBold: visible.length > 0 && visible.every(({ isBold }) => isBold),
    page: null,
  };
  return [...(text.trim() === '' ? [] : [part]), ...runs.flatMap(readAttached)];
}

function nameRole({ headingLevel, numbering }: WordParagraph, style: string): OutsideText['role'] {
  if (/^(?:title|subtitle)$/.test(style)) return 'title';
  if (headingLevel !== null) return 'heading';
  if (style === 'caption') return 'caption';
  if (/^(?:footnote|endnote) text$/.test(style)) return 'note';
  return numbering?.isBullet || /^list bullet/.test(style) ? 'item' : 'paragraph';
}

/** Reads what a run carries besides its text: a picture, or a footnote. */
function readAttached({ picture, note }: WordRun): OutsidePart[] {
  const pictures: OutsidePart[] =
    picture && !picture.isDecorative
      ? [{ kind: 'picture', alternative: picture.alternative ?? '', page: null }]
      : [];
  const notes = (note?.blocks ?? []).flatMap((block): OutsidePart[] => {
    const text = block.kind === 'paragraph' ? getText(block.runs.filter(isKept)) : '';
    return text.trim() === ''
      ? []
      : [{ kind: 'text', role: 'note', level: 0, number: null, text, isBold: false, page: null }];
  });
  return [...pictures, ...notes];
}

function getText(runs: readonly WordRun[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replace(/[\s\u00a0]+/g, ' ');
}

function readTable({ rows }: WordTable): OutsidePart[] {
  const kept = rows.filter(({ change }) => change?.kind !== 'deleted');
  const inside = kept.flatMap(({ cells }) =>
    cells.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' ? readTable(block) : block.runs.filter(isKept).flatMap(readAttached),
      ),
    ),
  );
  const table: OutsidePart = {
    kind: 'table',
    page: null,
    rows: repeatMergedHeadings(kept).map(({ isHeader, cells }) => ({
      isHeader,
      cells: cells.map(({ blocks, columnSpan }) => ({
        text: blocks
          .map((block) => (block.kind === 'paragraph' ? getText(block.runs.filter(isKept)) : ''))
          .join(' '),
        isHeader: false,
        span: columnSpan,
      })),
    })),
  };
  return [table, ...inside];
}

/**
 * Repeats a heading that goes down across several rows in each of them, so that the lowest row has a heading for every column. If no
 * row is marked, those beside a heading of several columns are taken for headings.
 */
function repeatMergedHeadings(rows: readonly WordRow[]): WordRow[] {
  const open = new Map<number, { cell: WordCell; rowsLeft: number }>();
  const depth = Math.max(0, ...(rows[0]?.cells ?? []).map(({ rowSpan }) => rowSpan));
  const isAcross = rows[0]?.cells.some(({ columnSpan }) => columnSpan > 1) === true;
  return rows.map((row, index) => {
    if (!row.isHeader && !(isAcross && index < depth)) return row;
    const own = [...row.cells];
    const cells: WordCell[] = [];
    let column = 0;
    for (;;) {
      const above = open.get(column);
      const cell = above?.cell ?? own.shift();
      if (!cell) return { ...row, cells };
      const rowsLeft = (above?.rowsLeft ?? cell.rowSpan) - 1;
      if (rowsLeft > 0) open.set(column, { cell, rowsLeft });
      else open.delete(column);
      cells.push(cell);
      column += cell.columnSpan;
    }
  });
}
