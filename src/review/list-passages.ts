import { listInlineRuns, type Block } from '../model/blocks/block.js';
import type { Document, HeaderField } from '../model/document.js';
import { listListRuns } from '../model/blocks/list.js';
import type { Place } from '../model/problem.js';
import type { ReadText } from './source-offsets.js';
import type { FindLabel } from '../model/find-label.js';
import type { Inline } from '../model/inline.js';
import { isLabelledBlock } from '../model/labelled-block.js';
import { listSections } from '../model/list-sections.js';
import { formatSectionName, type Section } from '../model/section.js';
import type { LabelWords } from '../model/template.js';
import { listGlyphs } from './list-glyphs.js';
import { normaliseCharacter, type Glyph, type Passage } from './passage.js';

/** Lists the texts of a paper in reading order, each with the sources of its characters. */
export function listPassages(document: Document, context: PassageContext): Passage[] {
  return [
    listDocumentTitle(document, context),
    ...document.header.fields.flatMap((field) => listFieldPassages(field, context)),
    ...listSections(document).flatMap((section) => listSectionPassages(section, context)),
  ];
}

/** The inputs besides the document. */
export interface PassageContext {
  findLabel: FindLabel;
  words: LabelWords;
  /** The place of the paper's own file. */
  place: Place;
  /** The file of the paper's template, which has its title. */
  template: string;
  readText: ReadText;
}

function listDocumentTitle({ title }: Document, { template, readText }: PassageContext): Passage {
  const place = { file: template, line: 1, column: 1 };
  return toTitle('the title of the paper', null, { title, place }, readText);
}

function toTitle(
  name: string,
  section: string | null,
  { title, place }: Pick<Section, 'title' | 'place'>,
  readText: ReadText,
): Passage {
  const glyphs = listTitleGlyphs({ title, place }, readText);
  return { kind: 'title', label: null, name, section, glyphs, text: joinGlyphs(glyphs), place };
}

function listFieldPassages({ name, value, blocks }: HeaderField, { place }: PassageContext): Passage[] {
  const runs = blocks?.flatMap((block) => (block.kind === 'list' ? listListRuns(block) : [block.content]));
  return (runs ?? [value]).map((run) => {
    const glyphs = listGlyphs(run);
    const first = glyphs.find((glyph) => glyph.place !== null)?.place ?? place;
    const belongs = { label: null, name: `the header line "${name}"`, section: null };
    return { kind: 'field', ...belongs, glyphs, text: joinGlyphs(glyphs), place: first };
  });
}

function joinGlyphs(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ character }) => character).join('');
}

function listSectionPassages(section: Section, { findLabel, words, readText }: PassageContext): Passage[] {
  let current: Pick<Passage, 'label' | 'name'> = {
    label: null,
    name: `section ${formatSectionName(section)}`,
  };
  const title = toTitle(current.name, section.id, section, readText);
  const passages = section.blocks.flatMap((block) => {
    if (isLabelledBlock(block)) current = { label: findLabel(block), name: nameBlock(block, words) };
    else if (block.kind === 'heading') current = { ...current, label: null, name: 'a heading' };
    return listInlineRuns(block).map((run) => toPassage(run, block, { ...current, section: section.id }));
  });
  return [title, ...passages];
}

function toPassage(
  run: readonly Inline[],
  { kind, place }: Block,
  belongs: Pick<Passage, 'label' | 'name' | 'section'>,
): Passage {
  const glyphs = listGlyphs(run);
  return { kind, place, ...belongs, glyphs, text: joinGlyphs(glyphs) };
}

/** A section's title is the value of `title:` in its template, or in the paper's file. */
function listTitleGlyphs({ title, place }: Pick<Section, 'title' | 'place'>, readText: ReadText): Glyph[] {
  const lines = (readText(place.file) ?? '').split('\n');
  const isTitle = (line: string): boolean => /\btitle:/.test(line) && line.includes(title);
  const line = lines.filter(isTitle).length === 1 ? lines.findIndex(isTitle) : -1;
  const start = lines[line]?.lastIndexOf(title) ?? 0;
  return Array.from({ length: title.length }, (_, at) => ({
    character: normaliseCharacter(title[at] ?? ''),
    place: line === -1 ? null : { file: place.file, line: line + 1, column: start + at + 1 },
    inline: null,
    isStrong: false,
    isEmphasis: false,
  }));
}

function nameBlock(block: Block, words: LabelWords): string {
  if (!('number' in block) || block.number === null) return `a ${block.kind}`;
  return block.kind === 'paragraph' ? `${words.paragraph} ${block.number}` : block.number;
}
