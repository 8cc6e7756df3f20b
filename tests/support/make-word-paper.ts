import { makeWordFile } from './make-word-file.js';

/**
 * Makes a Word file from lines of plain text, as an author would type it. `# ` is the title and `## ` and `### ` are headings;
 * `**text**` is a bold line; `- ` is an item with a bullet; `#. ` is a paragraph with an automatic number; `| a | b |` is a row of a
 * table, and `|= a | b |` its marked heading; `![text]` is a picture with its alternative text. Other lines are paragraphs.
 */
export function makeWordPaper(text: string, properties: { title?: string } = {}): Uint8Array {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//'));
  const body: string[] = [];
  for (const line of lines) {
    const row = /^\|(=?)\s*(.*?)\s*\|$/.exec(line);
    if (!row) body.push(makeLine(line));
    else {
      const cells = (row[2] ?? '').split(/\s*\|\s*/);
      const xml = makeRow(cells, row[1] === '=');
      const last = body.at(-1);
      if (last?.endsWith('</w:tbl>') === true)
        body.splice(-1, 1, last.replace(/<\/w:tbl>$/, `${xml}</w:tbl>`));
      else body.push(`<w:tbl>${xml}</w:tbl>`);
    }
  }
  return makeWordFile({
    body: body.join(''),
    styles: STYLES,
    numbering: NUMBERING,
    parts: { '[Content_Types].xml': TYPES },
    core: properties.title === undefined ? '' : `<dc:title>${escape(properties.title)}</dc:title>`,
  });
}

function makeLine(line: string): string {
  const heading = /^(#{1,4}) (.*)$/.exec(line);
  if (heading) return makeParagraph(heading[2] ?? '', style(STYLE_OF[heading[1]?.length ?? 1] ?? 'Title'));
  const picture = /^!\[(.*)\]$/.exec(line);
  if (picture)
    return `<w:p><w:r><w:drawing><wp:inline>${describe(picture[1] ?? '')}</wp:inline></w:drawing></w:r></w:p>`;
  if (line.startsWith('- ')) return makeParagraph(line.slice(2), number(2));
  if (line.startsWith('#. ')) return makeParagraph(line.slice(3), number(1));
  const bold = /^\*\*(.*)\*\*$/.exec(line);
  return bold ? makeParagraph(bold[1] ?? '', '', '<w:rPr><w:b/></w:rPr>') : makeParagraph(line);
}

const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** Other word processors open only files that name the types of their parts. */
const TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OFFICE_TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${OFFICE_TYPE}.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const STYLE_OF: Record<number, string> = { 1: 'Title', 2: 'Heading1', 3: 'Heading2', 4: 'Heading3' };

const style = (id: string): string => `<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`;
const number = (list: number): string =>
  `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`;
const describe = (text: string): string =>
  `<wp:docPr id="1" name="Picture 1"${text === '' ? '' : ` descr="${escape(text)}"`}/>`;

function makeParagraph(text: string, properties = '', look = ''): string {
  return `<w:p>${properties}<w:r>${look}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
}

function makeRow(cells: readonly string[], isHeader: boolean): string {
  const mark = isHeader ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
  return `<w:tr>${mark}${cells.map((cell) => `<w:tc>${makeParagraph(cell)}</w:tc>`).join('')}</w:tr>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const makeStyle = (id: string, name: string, level: number | null): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${level === null ? '' : `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`}</w:style>`;
const STYLES = [
  makeStyle('Title', 'Title', null),
  ...[1, 2, 3].map((level) => makeStyle(`Heading${level}`, `heading ${level}`, level - 1)),
].join('');
const makeList = (id: number, format: string, text: string): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`;
const NUMBERING = [
  makeList(1, 'decimal', '%1.'),
  makeList(2, 'bullet', '•'),
  ...[1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`),
].join('');
