import { findChild, joinText, readValue, type XmlElement } from '../../ooxml/xml-element.js';
import { chooseAlternative, enterChange, enterControl } from './enter-element.js';
import { joinRuns } from './join-runs.js';
import { moveRange } from './move-range.js';
import { readPicture } from './read-picture.js';
import { readSwitch, type WordStyle } from './read-styles.js';
import { NOTHING_AROUND, type Around, type ReadBlocks, type Story } from './story.js';
import type { WordNote, WordPicture, WordRun } from './word-file.js';

/** The state for reading the runs of a paragraph. */
interface RunReader {
  story: Story;
  around: Around;
  style: WordStyle | null;
  readBlocks: ReadBlocks;
}

interface Collector extends Omit<RunReader, 'around'> {
  runs: WordRun[];
  bookmarks: Set<string>;
}

/** Collects the runs of a paragraph, and the bookmarks that touch it. */
export function collectRuns(
  element: XmlElement,
  { around, ...reader }: RunReader,
): { runs: WordRun[]; bookmarks: string[] } {
  const collector = { ...reader, runs: [], bookmarks: new Set(reader.story.bookmarks.list()) };
  walkChildren(element, around, collector);
  return { runs: joinRuns(collector.runs), bookmarks: [...collector.bookmarks] };
}

function walkChildren(element: XmlElement | null, around: Around, collector: Collector): void {
  for (const child of element?.children ?? []) if (typeof child !== 'string') walk(child, around, collector);
}

function walk(element: XmlElement, around: Around, collector: Collector): void {
  const { story } = collector;
  if (moveRange(element, story)) {
    for (const name of story.bookmarks.list()) collector.bookmarks.add(name);
    return;
  }
  switch (element.name) {
    case 'r':
      readRun(element, around, collector);
      return;
    case 'hyperlink':
      walkChildren(element, { ...around, link: readLink(element, story) }, collector);
      return;
    case 'fldSimple':
      story.fields.push({ instruction: element.attributes['instr'] ?? '', isInResult: true });
      walkChildren(element, around, collector);
      story.fields.pop();
      return;
    case 'sdt':
      walkChildren(findChild(element, 'sdtContent'), enterControl(element, around), collector);
      return;
    case 'AlternateContent':
      walkChildren(chooseAlternative(element), around, collector);
      return;
    default:
      if (!/Pr$/.test(element.name)) walkChildren(element, enterChange(element, around), collector);
  }
}

function readLink({ attributes }: XmlElement, { context }: Story): string | null {
  const { id, anchor } = attributes;
  if (id !== undefined) return context.links.get(id) ?? null;
  return anchor === undefined ? null : `#${anchor}`;
}

/** The look of a run. */
type Look = Pick<WordRun, 'isBold' | 'isItalic'>;

function readRun(element: XmlElement, around: Around, collector: Collector): void {
  const properties = findChild(element, 'rPr');
  const { styles } = collector.story.context;
  const style = styles.find(readValue(properties, 'rStyle'));
  const inherit = (name: 'isBold' | 'isItalic' | 'isHidden'): boolean =>
    (style?.[name] ?? false) || (collector.style?.[name] ?? false);
  const isHidden = readSwitch(properties, 'vanish') ?? inherit('isHidden');
  const look = {
    isBold: readSwitch(properties, 'b') ?? inherit('isBold'),
    isItalic: readSwitch(properties, 'i') ?? inherit('isItalic'),
  };
  readRunContent(element, look, isHidden ? { ...around, isGone: true } : around, collector);
}

function readRunContent(element: XmlElement | null, look: Look, around: Around, collector: Collector): void {
  for (const child of element?.children ?? [])
    if (typeof child !== 'string') readRunPart(child, look, around, collector);
}

const SIGNS: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' };

function readRunPart(element: XmlElement, look: Look, around: Around, collector: Collector): void {
  const { story } = collector;
  const add = (content: Partial<WordRun>): void => {
    addRun({ ...look, ...content }, around, collector);
  };
  switch (element.name) {
    case 't':
    case 'delText':
      add({ text: element.children.filter((child) => typeof child === 'string').join('') });
      return;
    case 'sym':
      add({ text: readSymbol(element) });
      return;
    case 'fldChar':
      moveField(element.attributes['fldCharType'] ?? '', story);
      return;
    case 'instrText':
    case 'delInstrText': {
      const field = story.fields.at(-1);
      if (field && !field.isInResult) field.instruction += joinText(element);
      return;
    }
    case 'footnoteReference':
    case 'endnoteReference':
      add({ note: readNote(element, story) });
      return;
    case 'commentReference':
      addPointComment(element, collector);
      return;
    case 'drawing':
    case 'pict':
    case 'object':
      if (!around.isGone) readDrawing(element, add, { around, ...collector });
      return;
    case 'AlternateContent':
      readRunContent(chooseAlternative(element), look, around, collector);
      return;
    case 'ruby':
      walkChildren(findChild(element, 'rubyBase'), around, collector);
      return;
    default: {
      const sign = Object.hasOwn(SIGNS, element.name) ? SIGNS[element.name] : undefined;
      if (sign !== undefined) add({ text: sign });
    }
  }
}

function addRun(content: Partial<WordRun>, around: Around, { runs, story }: Collector): void {
  if (around.isGone || story.fields.some(({ isInResult }) => !isInResult)) return;
  const instruction = story.fields.at(-1)?.instruction.trim() ?? null;
  runs.push({
    text: '',
    isBold: false,
    isItalic: false,
    link: around.link ?? readFieldLink(instruction),
    change: around.change,
    comments: story.comments.list(),
    bookmarks: story.bookmarks.list(),
    control: around.control,
    field: instruction,
    note: null,
    picture: null,
    ...content,
  });
}

/** Reads the address of a field that is a link. */
function readFieldLink(instruction: string | null): string | null {
  const [, isLocal, address] = /^HYPERLINK\s+(\\l\s+)?"([^"]*)"/i.exec(instruction ?? '') ?? [];
  return address === undefined ? null : `${isLocal === undefined ? '' : '#'}${address}`;
}

function moveField(type: string, { fields }: Story): void {
  const field = fields.at(-1);
  if (type === 'begin') fields.push({ instruction: '', isInResult: false });
  else if (type === 'separate' && field) field.isInResult = true;
  else if (type === 'end') fields.pop();
}

/** A symbol of a font such as Wingdings has no meaning outside the font. */
function readSymbol({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes['char'] ?? '', 16);
  return code > 0x20 && code < 0xe000 ? String.fromCodePoint(code) : '\ufffd';
}

function readNote({ name, attributes }: XmlElement, { context }: Story): WordNote {
  const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
  const id = attributes['id'] ?? '';
  return { kind, id, blocks: context.findNote(kind, id) };
}

/** A comment on a place, without a range, is on the text before it. */
function addPointComment({ attributes }: XmlElement, { runs }: Collector): void {
  const { id } = attributes;
  const last = runs.at(-1);
  if (id === undefined || !last || runs.some(({ comments }) => comments.includes(id))) return;
  last.comments = [...last.comments, id];
}

function readDrawing(
  element: XmlElement,
  add: (content: { picture: WordPicture }) => void,
  { story, around, readBlocks }: Pick<RunReader, 'story' | 'around' | 'readBlocks'>,
): void {
  const { picture, boxes } = readPicture(element);
  if (picture) add({ picture });
  for (const box of boxes) {
    const waiting = story.boxes;
    const inside = readBlocks(
      box,
      { ...story, fields: [], boxes: [] },
      { ...NOTHING_AROUND, change: around.change },
    );
    story.boxes = [...waiting, ...inside];
  }
}
