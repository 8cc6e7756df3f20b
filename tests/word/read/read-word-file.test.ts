import { expect, test } from 'vitest';
import { getText } from '../../../src/word/read/get-text.js';
import { readWordFile } from '../../../src/word/read/read-word-file.js';
import type { WordFile, WordParagraph, WordTable } from '../../../src/word/read/word-file.js';
import { makeWordFile } from '../../support/make-word-file.js';

type Parts = Parameters<typeof makeWordFile>[0];

const BY_ANA = 'w:author="Ana Marsh" w:date="2026-03-02T10:15:00Z"';

function read(parts: Parts): WordFile {
  const { value, problems } = readWordFile('returned.docx', makeWordFile(parts));
  expect(problems).toEqual([]);
  if (!value) throw new Error('the file was not read');
  return value;
}

function readParagraphs(body: string, parts: Omit<Parts, 'body'> = {}): WordParagraph[] {
  return read({ ...parts, body }).body.filter((block) => block.kind === 'paragraph');
}

function refuse(bytes: Uint8Array): string[] {
  const { value, problems } = readWordFile('returned.docx', bytes);
  expect(value).toBeNull();
  return problems.map(({ message, hint }) => `${message} | ${hint}`);
}

test('joins the runs that Word splits at each saving, and keeps bold and italic apart', () => {
  const [paragraph] = readParagraphs(
    '<w:p w:rsidR="00A1"><w:r w:rsidR="00A1"><w:t xml:space="preserve">Waiting </w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00B2"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>times</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> fell</w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:i w:val="true"/></w:rPr><w:t>.</w:t></w:r></w:p>',
  );
  expect(paragraph?.runs.map(({ text, isBold, isItalic }) => [text, isBold, isItalic])).toEqual([
    ['Waiting times', false, false],
    [' fell', true, false],
    ['.', false, true],
  ]);
});

test('reads the author and date of insertions and deletions, and the text before and after them', () => {
  const [paragraph] = readParagraphs(
    `<w:p><w:r><w:t xml:space="preserve">The fleet </w:t></w:r><w:del w:id="1" ${BY_ANA}><w:r><w:delText>got</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ben Okoro"><w:r><w:t>received</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> buses</w:t></w:r></w:p>`,
  );
  expect(paragraph && getText(paragraph, 'before')).toBe('The fleet got buses');
  expect(paragraph && getText(paragraph, 'after')).toBe('The fleet received buses');
  expect(paragraph?.runs.map(({ change }) => change)).toEqual([
    null,
    { kind: 'deleted', isMove: false, author: 'Ana Marsh', date: '2026-03-02T10:15:00Z' },
    { kind: 'inserted', isMove: false, author: 'Ben Okoro', date: null },
    null,
  ]);
});

test('leaves out text that was inserted and deleted again', () => {
  const [paragraph] = readParagraphs(
    `<w:p><w:r><w:t>Kept</w:t></w:r><w:ins ${BY_ANA}><w:del ${BY_ANA}><w:r><w:delText> never</w:delText></w:r></w:del></w:ins></w:p>`,
  );
  expect(paragraph?.runs.map(({ text }) => text)).toEqual(['Kept']);
});

test('reads moved text as deleted at its old place and inserted at its new place', () => {
  const paragraphs = readParagraphs(
    `<w:p><w:moveFromRangeStart w:id="1" w:name="move1"/><w:moveFrom w:id="2" ${BY_ANA}><w:r><w:t>Next steps.</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="1"/></w:p><w:p><w:moveTo w:id="3" ${BY_ANA}><w:r><w:t>Next steps.</w:t></w:r></w:moveTo></w:p>`,
  );
  expect(paragraphs.map(({ runs }) => [runs[0]?.change?.kind, runs[0]?.change?.isMove])).toEqual([
    ['deleted', true],
    ['inserted', true],
  ]);
});

test('reads the tracked end of a paragraph, but not a change of its look', () => {
  const [split, plain] = readParagraphs(
    `<w:p><w:pPr><w:rPr><w:ins w:id="1" ${BY_ANA}/></w:rPr></w:pPr><w:r><w:t>First half.</w:t></w:r></w:p><w:p><w:pPr><w:pPrChange ${BY_ANA}><w:pPr><w:pStyle w:val="Old"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Second half.</w:t></w:r></w:p>`,
  );
  expect(split?.endChange?.kind).toBe('inserted');
  expect(plain?.endChange).toBeNull();
  expect(plain?.style).toBeNull();
});

test('finds the text of a comment, its thread, and a comment on a place', () => {
  const file = read({
    body: '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>1,204 complaints</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t xml:space="preserve"> were made</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>',
    comments:
      '<w:comment w:id="0" w:author="Finance" w:date="2026-03-03T09:00:00Z"><w:p w14:paraId="0000000A"><w:r><w:t>Is this final?</w:t></w:r></w:p></w:comment><w:comment w:id="1" w:author="Legal"><w:p w14:paraId="0000000B"><w:r><w:t>Yes.</w:t></w:r></w:p><w:p w14:paraId="0000000C"><w:r><w:t>Checked.</w:t></w:r></w:p></w:comment>',
    commentsExtended:
      '<w15:commentEx w15:paraId="0000000A" w15:done="0"/><w15:commentEx w15:paraId="0000000C" w15:paraIdParent="0000000A" w15:done="1"/>',
  });
  expect(file.comments).toEqual([
    {
      id: '0',
      author: 'Finance',
      date: '2026-03-03T09:00:00Z',
      text: 'Is this final?',
      parent: null,
      isResolved: false,
    },
    { id: '1', author: 'Legal', date: null, text: 'Yes.\nChecked.', parent: '0', isResolved: true },
  ]);
  const [paragraph] = file.body;
  expect(
    paragraph?.kind === 'paragraph' && paragraph.runs.map(({ text, comments }) => [text, comments]),
  ).toEqual([
    ['1,204 complaints', ['0']],
    [' were made', ['1']],
  ]);
});

test('finds bookmarks around paragraphs and content controls around figures', () => {
  const paragraphs = readParagraphs(
    '<w:bookmarkStart w:id="7" w:name="summary_text"/><w:p><w:r><w:t xml:space="preserve">Now </w:t></w:r><w:sdt><w:sdtPr><w:tag w:val="complaints"/><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent><w:r><w:t>1,204</w:t></w:r></w:sdtContent></w:sdt></w:p><w:p><w:r><w:t>Still inside.</w:t></w:r><w:bookmarkEnd w:id="7"/><w:r><w:t>Outside.</w:t></w:r></w:p><w:p><w:r><w:t>After.</w:t></w:r></w:p>',
  );
  expect(paragraphs.map(({ bookmarks }) => bookmarks)).toEqual([['summary_text'], ['summary_text'], []]);
  expect(paragraphs[0]?.runs.map(({ text, control }) => [text, control])).toEqual([
    ['Now ', null],
    ['1,204', 'complaints'],
  ]);
  expect(paragraphs[1]?.runs.map(({ bookmarks }) => bookmarks)).toEqual([['summary_text'], []]);
});

test('finds the level of a heading in its paragraph, its style, or a style that this one is based on', () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Committee"><w:name w:val="Committee heading"/><w:basedOn w:val="Base"/></w:style><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:basedOn w:val="Committee"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
  const styled = (style: string, more = ''): string =>
    `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr><w:r><w:t>Text</w:t></w:r></w:p>`;
  const paragraphs = readParagraphs(
    styled('H2') + styled('Committee') + styled('') + styled('H2', '<w:outlineLvl w:val="9"/>'),
    { styles },
  );
  expect(paragraphs.map(({ headingLevel }) => headingLevel)).toEqual([2, 1, null, null]);
  expect(paragraphs[2]?.style).toEqual({ id: 'Normal', name: 'Normal' });
});

test('computes automatic numbers, letters and bullets, and starts lists again where Word does', () => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
  const styles =
    '<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const item = (list: number, at: number): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>`;
  const styled = '<w:p><w:pPr><w:pStyle w:val="Numbered"/></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>';
  const gone = `<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del ${BY_ANA}/></w:rPr></w:pPr><w:del ${BY_ANA}><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>`;
  const paragraphs = readParagraphs(
    item(1, 0) +
      styled +
      gone +
      item(1, 1) +
      item(1, 2) +
      item(1, 2) +
      item(1, 0) +
      item(1, 1) +
      item(2, 0) +
      item(3, 0),
    { numbering, styles },
  );
  expect(paragraphs.map(({ numbering: number }) => number?.text ?? null)).toEqual([
    '1',
    '1.1',
    null,
    '1.2',
    '(a)',
    '(b)',
    '2',
    '2.1',
    '•',
    '5',
  ]);
});

test('reads tables with header rows and merged cells', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const { body } = read({
    body: `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Ward')}${cell('Complaints', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('North', '<w:vMerge w:val="restart"/>')}${cell('12')}${cell('14')}</w:tr><w:tr><w:trPr><w:ins ${BY_ANA}/></w:trPr>${cell('', '<w:vMerge/>')}${cell('11')}${cell('9')}</w:tr></w:tbl>`,
  });
  const [table] = body.filter((block): block is WordTable => block.kind === 'table');
  const texts = table?.rows.map(({ cells }) =>
    cells.map(({ blocks, columnSpan, rowSpan }) =>
      blocks[0]?.kind === 'paragraph' ? [getText(blocks[0], 'after'), columnSpan, rowSpan] : [],
    ),
  );
  expect(texts).toEqual([
    [
      ['Ward', 1, 1],
      ['Complaints', 2, 1],
    ],
    [
      ['North', 1, 2],
      ['12', 1, 1],
      ['14', 1, 1],
    ],
    [
      ['11', 1, 1],
      ['9', 1, 1],
    ],
  ]);
  expect(table?.rows.map(({ isHeader, change }) => [isHeader, change?.kind ?? null])).toEqual([
    [true, null],
    [false, null],
    [false, 'inserted'],
  ]);
});

test('reads the results of fields, links, notes, pictures and text boxes', () => {
  const file = read({
    body: '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF next_steps \\r \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4.2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink r:id="web"><w:r><w:t>our site</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="Chart 1" descr="Complaints fell."/></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape alt="old"/></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:sectPr><w:headerReference w:type="first" r:id="head"/></w:sectPr>',
    footnotes: '<w:footnote w:id="2"><w:p><w:r><w:t>Provisional.</w:t></w:r></w:p></w:footnote>',
    headers: { head: '<w:p><w:r><w:t>DRAFT</w:t></w:r></w:p>' },
    links: { web: 'https://example.org/' },
    custom: { paper: 'bus-report' },
    core: '<dc:title>Buses</dc:title>',
  });
  const [paragraph, box] = file.body;
  expect(
    paragraph?.kind === 'paragraph' && paragraph.runs.map(({ text, field, link }) => [text, field, link]),
  ).toEqual([
    ['See ', null, null],
    ['4.2', 'REF next_steps \\r \\h', null],
    ['our site', null, 'https://example.org/'],
    ['', null, null],
    ['', null, null],
  ]);
  expect(paragraph?.kind === 'paragraph' && paragraph.runs[3]?.note?.blocks).toMatchObject([
    { runs: [{ text: 'Provisional.' }] },
  ]);
  expect(paragraph?.kind === 'paragraph' && paragraph.runs[4]?.picture).toEqual({
    alternative: 'Complaints fell.',
    isDecorative: false,
  });
  expect(box).toMatchObject({ runs: [{ text: 'In a box.' }] });
  expect(file.headers).toMatchObject([{ pages: 'first', blocks: [{ runs: [{ text: 'DRAFT' }] }] }]);
  expect(file.properties).toEqual({ core: { title: 'Buses' }, custom: { paper: 'bus-report' } });
});

test('refuses files of another kind, and says what to do', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const locked = Buffer.concat([Buffer.from(ole), Buffer.from('EncryptedPackage', 'utf16le')]);
  expect([
    ...refuse(new Uint8Array()),
    ...refuse(Buffer.from('{\\rtf1 text}')),
    ...refuse(Uint8Array.from(ole)),
    ...refuse(locked),
    ...refuse(makeWordFile({ body: '' }).subarray(0, 400)),
  ]).toEqual([
    'the Word file is empty | Open the file in Word or LibreOffice and save it again as a Word document (.docx).',
    'the file is no Word document | Open it in Word or LibreOffice and save it as a Word document (.docx).',
    'the file is an old Word document (.doc) | Open it in Word or LibreOffice and save it as a Word document (.docx).',
    'the Word file is protected with a password | Save a copy without the password: in Word under File, Info, Protect Document.',
    'the Word file is incomplete or damaged | If it is being saved, wait for the end. Otherwise open it in Word or LibreOffice and save it again.',
  ]);
});

test('refuses malicious files: bombs, deep nesting, and entities that stand for more text', () => {
  const bomb = makeWordFile({ body: `<w:p><w:r><w:t>${'a'.repeat(97 * 1024 * 1024)}</w:t></w:r></w:p>` });
  expect(refuse(bomb)[0]).toContain('the Word file has more text than 96 MB');
  const deep = makeWordFile({ body: '<w:sdt><w:sdtContent>'.repeat(50_000) });
  expect(refuse(deep)[0]).toContain('nested too deeply');
  const entity = makeWordFile({
    body: '',
    parts: {
      'word/document.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
    },
  });
  const { value } = readWordFile('returned.docx', entity);
  const [paragraph] = value?.body ?? [];
  expect(paragraph?.kind === 'paragraph' && getText(paragraph, 'after')).toBe('&b;');
});
