import { listInlineRuns, type Block } from '../model/blocks/block.js';
import type { Document } from '../model/document.js';
import type { FindLabel } from '../model/find-label.js';
import type { Inline } from '../model/inline.js';
import { isLabelledBlock } from '../model/labelled-block.js';
import { listSections } from '../model/list-sections.js';
import { formatSectionName, type Section } from '../model/section.js';
import type { LabelWords } from '../model/template.js';
import { listGlyphs } from './list-glyphs.js';
import { normaliseCharacter, type Glyph, type Passage } from './passage.js';

/** Lists the texts of a paper in reading order, each with the sources of its characters. */
export function listPassages(document: Document, findLabel: FindLabel, words: LabelWords): Passage[] {
  return listSections(document).flatMap((section) => listSectionPassages(section, findLabel, words));
}

function listSectionPassages(section: Section, findLabel: FindLabel, words: LabelWords): Passage[] {
  let current: Pick<Passage, 'label' | 'name'> = {
    label: null,
    name: `section ${formatSectionName(section)}`,
  };
  const title: Passage = {
    kind: 'title',
    label: null,
    name: current.name,
    section: section.id,
    glyphs: listTitleGlyphs(section.title),
    text: Array.from(section.title, normaliseCharacter).join(''),
    place: section.place,
  };
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
  return { kind, place, ...belongs, glyphs, text: glyphs.map(({ character }) => character).join('') };
}

/** A section's title is printed as its template states it. */
function listTitleGlyphs(title: string): Glyph[] {
  return Array.from({ length: title.length }, (_, at) => ({
    character: normaliseCharacter(title[at] ?? ''),
    place: null,
    inline: null,
    isStrong: false,
    isEmphasis: false,
  }));
}

function nameBlock(block: Block, words: LabelWords): string {
  if (!('number' in block) || block.number === null) return `a ${block.kind}`;
  return block.kind === 'paragraph' ? `${words.paragraph} ${block.number}` : block.number;
}
