import type { ArrangedPaper } from '../model/arranged-paper.js';
import type { Block } from '../model/blocks/block.js';
import type { Inline } from '../model/inline.js';
import type { HeaderField } from '../model/document.js';
import type {
  OutsidePaper,
  OutsidePart,
  OutsidePicture,
  OutsideTable,
  OutsideText,
} from '../model/outside-paper.js';
import type { Place } from '../model/problem.js';
import type { Section } from '../model/section.js';
import { shorten } from '../model/shorten.js';
import { buildTable, isLayout } from './build-table.js';
import { findMeetingDate } from './find-meeting-date.js';
import { recogniseText, type Recognised } from './recognise-text.js';

/** A caption that waits for its table or picture, which may be before it or after it. */
type Caption = Recognised & { place: Place };

/**
 * Arranges the parts of a paper in sections and blocks, as if this program had written it. Bold lines become headings if the file
 * has none.
 */
export function arrangePaper(paper: OutsidePaper): ArrangedPaper {
  const arrangement = new Arrangement(paper);
  for (const part of paper.parts) arrangement.add(part);
  return arrangement.finish();
}

const FRONT = '';

class Arrangement {
  readonly #paper: OutsidePaper;
  readonly #hasHeadings: boolean;
  readonly #sectionLevel: number;
  readonly #lines: string[] = [];
  readonly #sections: Section[] = [];
  readonly #appendices: Section[] = [];
  readonly #headless: ArrangedPaper['headless'] = [];
  readonly #fields: HeaderField[] = [];
  readonly #boldHeadings: Place[] = [];
  readonly #headingNumbers: string[] = [];
  readonly #loose = new Set<Block>();
  #section: Section;
  readonly #numbers = new Set<string>();
  #heading = '';
  /** The name of the numbered paragraph that the next parts belong to. */
  #paragraph: string | null = null;
  #caption: Caption | null = null;
  #title = '';

  constructor(paper: OutsidePaper) {
    this.#paper = paper;
    const levels = paper.parts.flatMap((part) =>
      part.kind === 'text' && part.role === 'heading' ? [part.level] : [],
    );
    this.#hasHeadings = levels.length > 0;
    this.#sectionLevel = findSectionLevel(levels);
    this.#section = this.#startSection(
      { role: 'heading', number: null, text: FRONT },
      this.#sections,
      this.#locate(null),
    );
  }

  add(part: OutsidePart): void {
    if (part.kind === 'table') this.#addTable(part);
    else if (part.kind === 'picture') this.#addPicture(part);
    else if (part.text.trim() !== '') this.#addText(part);
  }

  finish(): ArrangedPaper {
    this.#dropCaption();
    const front = this.#sections[0]?.place.line ?? 1;
    const next = this.#sections[1]?.place.line ?? this.#lines.length + 1;
    return {
      sections: this.#sections,
      appendices: this.#appendices,
      title: this.#paper.title === '' ? this.#title : this.#paper.title,
      header: { layout: 'list', fields: this.#fields },
      place: { file: this.#paper.file, line: 0, column: 1, part: 'the whole file' },
      lines: this.#lines,
      meeting: findMeetingDate(this.#lines.slice(front - 1, Math.max(next - 1, 12))),
      headless: this.#headless,
      loose: this.#loose,
      headingNumbers: this.#headingNumbers,
      headingCount: this.#hasHeadings ? this.#countHeadings() : 0,
      boldHeadings: this.#boldHeadings,
    };
  }

  #countHeadings(): number {
    return this.#paper.parts.filter((part) => part.kind === 'text' && part.role === 'heading').length;
  }

  #addText(part: OutsideText): void {
    const recognised = recogniseText(part, this.#hasHeadings);
    const { role, number, text } = recognised;
    switch (role) {
      case 'title':
        if (this.#title === '') this.#title = text;
        this.#addBlock('note', recognised, part.page);
        return;
      case 'appendix':
        this.#endHeading(part, 'appendix');
        this.#section = this.#startSection(
          recognised,
          this.#appendices,
          this.#addLine(part.text.trim(), part.page),
        );
        return;
      case 'heading':
        this.#addHeading(part, recognised);
        return;
      case 'caption':
        if (number === null) this.#addBlock('note', recognised, part.page);
        else this.#holdCaption({ ...recognised, place: this.#addLine(part.text.trim(), part.page) });
        return;
      case 'paragraph':
        if (number !== null) this.#paragraph = this.#nameParagraph(number);
        this.#addBlock('paragraph', recognised, part.page);
        return;
      case 'item':
      case 'note':
        this.#addBlock(role, recognised, part.page);
        return;
      default:
        role satisfies never;
    }
  }

  /** Names a paragraph, with its section where an earlier paragraph has the same number. */
  #nameParagraph(number: string): string {
    const isRepeated = this.#numbers.has(number);
    this.#numbers.add(number);
    return isRepeated ? `paragraph ${number} of "${shorten(this.#section.title)}"` : `paragraph ${number}`;
  }

  /** The heading of an appendix or a section ends what its numbers and captions belong to. */
  #endHeading(part: OutsideText, name: string): void {
    this.#dropCaption();
    this.#paragraph = null;
    this.#heading = name === 'appendix' ? shorten(part.text.trim()) : name;
    if (!this.#hasHeadings) this.#boldHeadings.push(this.#locate(part.page, this.#lines.length + 1));
  }

  #addHeading(part: OutsideText, recognised: Recognised): void {
    const isLettered = recognised.number !== null && /^[A-Z]$/.test(recognised.number);
    const level = this.#hasHeadings ? part.level : isLettered || !this.#hasLetters() ? 1 : 2;
    const isTitle = level < this.#sectionLevel && this.#sections.length === 1 && this.#title === '';
    if (isTitle) this.#title = recognised.text;
    if (recognised.number !== null) this.#headingNumbers.push(recognised.number);
    this.#endHeading(part, shorten(recognised.text));
    const place = this.#addLine(part.text.trim(), part.page);
    const isSection = level <= this.#sectionLevel && !isTitle;
    const list = this.#appendices.length > 0 ? this.#appendices : this.#sections;
    if (isSection) this.#section = this.#startSection(recognised, list, place);
    else if (!isTitle)
      this.#section.blocks.push({
        kind: 'heading',
        level: toLevel(level - this.#sectionLevel),
        anchor: this.#nameAnchor(),
        content: makeText(recognised.text, place),
        place,
      });
  }

  /** Returns true if a section has a letter: then headings without one are below the sections. */
  #hasLetters(): boolean {
    return this.#sections.some(({ number }) => number !== null && /^[A-Z]$/.test(number));
  }

  #startSection({ number, text }: Recognised, list: Section[], place: Place): Section {
    const section: Section = {
      id: this.#nameAnchor(),
      anchor: this.#nameAnchor(),
      number,
      title: text,
      blocks: [],
      place,
    };
    list.push(section);
    return section;
  }

  #addBlock(kind: 'paragraph' | 'item' | 'note', { number, text }: Recognised, page: number | null): void {
    const place = this.#addLine(text, page);
    const content = makeText(text, place);
    if (kind === 'paragraph')
      this.#section.blocks.push({ kind, number, anchor: this.#nameAnchor(), content, place });
    else if (kind === 'item')
      this.#section.blocks.push({
        kind: 'list',
        style: 'bullet',
        start: 1,
        items: [{ content, lists: [] }],
        place,
      });
    else this.#section.blocks.push({ kind, content, place });
  }

  #addTable(part: OutsideTable): void {
    if (this.#caption === null && isLayout(part, this.#sections.length === 1)) {
      this.#addLayout(part);
      return;
    }
    const caption = this.#takeCaption();
    const { table, isHeadless } = buildTable(part, this.#nameAnchor(), (text) =>
      this.#addLine(text, part.page),
    );
    const named = caption
      ? { number: caption.number, title: makeText(caption.text, caption.place), place: caption.place }
      : {};
    const block = { ...table, ...named };
    this.#section.blocks.push(block);
    if (isHeadless) this.#headless.push(block);
  }

  /** The rows of a layout table are lines of text. Before the first section they are the header block. */
  #addLayout({ rows, page }: OutsideTable): void {
    for (const { cells } of rows) {
      const text = cells
        .map((cell) => cell.text.trim())
        .join(' ')
        .trim();
      if (text === '') continue;
      const isFront = this.#sections.length === 1 && this.#appendices.length === 0;
      if (isFront) this.#fields.push({ name: '', value: makeText(text, this.#addLine(text, page)) });
      else {
        this.#addBlock('note', { role: 'note', number: null, text }, page);
        this.#addLoose();
      }
    }
  }

  /** Marks the last block as no part of the paragraph before it. */
  #addLoose(): void {
    const block = this.#section.blocks.at(-1);
    if (block) this.#loose.add(block);
  }

  #addPicture({ alternative, page }: OutsidePicture): void {
    const caption = this.#takeCaption();
    const place = caption?.place ?? this.#addLine('[picture]', page);
    this.#section.blocks.push({
      kind: 'picture',
      id: null,
      anchor: this.#nameAnchor(),
      number: caption?.number ?? 'the picture',
      title: caption ? makeText(caption.text, caption.place) : [],
      file: '',
      image: { format: 'png', data: '', width: 0, height: 0, texts: [] },
      size: { width: 0, height: 0 },
      alternative,
      place,
    });
  }

  /** A caption below its table or picture belongs to it, unless another one waits for a caption above it. */
  #holdCaption(caption: Caption): void {
    this.#dropCaption();
    const last = this.#section.blocks.at(-1);
    const isBelow =
      (last?.kind === 'table' && last.number === null) ||
      (last?.kind === 'picture' && last.number === 'the picture' && last.title.length === 0);
    if (!isBelow || caption.number === null) this.#caption = caption;
    else {
      last.number = caption.number;
      last.title = makeText(caption.text, caption.place);
      if (last.kind === 'picture') last.place = caption.place;
    }
  }

  #takeCaption(): Caption | null {
    const caption = this.#caption;
    this.#caption = null;
    return caption;
  }

  /** A caption without a table or a picture is a line of text. */
  #dropCaption(): void {
    const caption = this.#takeCaption();
    if (!caption) return;
    const text = [caption.number, caption.text].filter((part) => part).join(' ');
    this.#section.blocks.push({
      kind: 'note',
      content: makeText(text, caption.place),
      place: caption.place,
    } satisfies Block);
  }

  #addLine(text: string, page: number | null): Place {
    this.#lines.push(text);
    return this.#locate(page);
  }

  #locate(page: number | null, line = Math.max(1, this.#lines.length)): Place {
    const where =
      this.#paragraph !== null
        ? this.#paragraph
        : this.#heading === ''
          ? 'first lines'
          : `under "${this.#heading}"`;
    return {
      file: this.#paper.file,
      line,
      column: 1,
      part: [...(page === null ? [] : [`page ${page}`]), where].join(', '),
    };
  }

  #nameAnchor(): string {
    return `part-${this.#lines.length}-${this.#sections.length + this.#appendices.length}`;
  }
}

/** Finds the level of the sections: the highest that several headings have. A single heading above it is the title. */
function findSectionLevel(levels: readonly number[]): number {
  const sorted = [...new Set(levels)].sort((a, b) => a - b);
  const shared = sorted.find((level) => levels.filter((other) => other === level).length > 1);
  return shared ?? sorted[0] ?? 1;
}

function toLevel(level: number): 1 | 2 | 3 {
  return level <= 1 ? 1 : level === 2 ? 2 : 3;
}

function makeText(text: string, place: Place): Inline[] {
  return text === '' ? [] : [{ kind: 'text', text, origins: [{ offset: 0, place }] }];
}
