import type { Block } from '../model/blocks/block.js';
import type { List } from '../model/blocks/list.js';
import { escapeRegExp } from '../model/escape-reg-exp.js';
import { sliceText, type Inline, type Text } from '../model/inline.js';
import type { Organisation } from '../model/organisation.js';
import { findPlace } from '../model/origin.js';
import type { Section } from '../model/section.js';
import { startSentences } from './start-sentences.js';

/**
 * Expands each acronym at its first use in running text: "Key Performance Indicator (KPI)". An author who
 * writes "… (KPI)" by hand has expanded it already. Headings and table cells stay as they are. A sentence
 * or cell that starts with a reference or an expanded acronym starts with a capital.
 */
export function expandAcronyms(sections: Section[], acronyms: Organisation['acronyms']): Section[] {
  const glossary = makeGlossary(acronyms);
  const expanded = new Set<string>();
  const expandRun: ExpandRun = (content) => startSentences(expandInlines(content, glossary, expanded));
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => expandBlock(block, expandRun)),
  }));
}

interface Glossary {
  /** The expansions, by acronym. */
  expansions: Map<string, string>;
  /** Matches every acronym as a whole word, longest first, with an optional plural s. */
  pattern: RegExp;
}

function makeGlossary(acronyms: Organisation['acronyms']): Glossary {
  const expansions = new Map(acronyms.map(({ term, expansion }) => [term, expansion]));
  const terms = [...expansions.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  const words = terms.length > 0 ? `(${terms.join('|')})` : '((?!))'; // without terms, matches nothing
  return { expansions, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${words}(s?)(?![\\p{L}\\p{N}])`, 'gu') };
}

type ExpandRun = (content: Inline[]) => Inline[];

function expandBlock(block: Block, expandRun: ExpandRun): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
    case 'quote':
    case 'footnote':
      return { ...block, content: expandRun(block.content) };
    case 'list':
      return expandList(block, expandRun);
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(startSentences) })),
        notes: block.notes.map(expandRun),
      };
    case 'chart':
    case 'diagram':
      return { ...block, notes: block.notes.map(expandRun) };
    case 'heading':
    case 'key-figures':
    case 'picture':
      return block;
    default:
      return block satisfies never;
  }
}

function expandList(list: List, expandRun: ExpandRun): List {
  return {
    ...list,
    items: list.items.map(({ content, lists }) => ({
      content: expandRun(content),
      lists: lists.map((inner) => expandList(inner, expandRun)),
    })),
  };
}

/** Adds each acronym that it expands to `expanded`. */
function expandInlines(content: Inline[], glossary: Glossary, expanded: Set<string>): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (inline.kind === 'text') return expandText(inline, glossary, expanded);
    if (!('content' in inline)) return [inline];
    return [{ ...inline, content: expandInlines(inline.content, glossary, expanded) }];
  });
}

function expandText(whole: Text, { expansions, pattern }: Glossary, expanded: Set<string>): Inline[] {
  const { text, origins } = whole;
  const parts: Inline[] = [];
  let from = 0;
  for (const { 0: word, 1: term = '', 2: plural = '', index } of text.matchAll(pattern)) {
    const singular = findSingular(term, expansions);
    if (expanded.has(singular)) continue;
    expanded.add(singular);
    const end = index + word.length;
    if (text[index - 1] === '(' && text[end] === ')') continue; // the author has expanded it by hand
    if (index > from) parts.push(sliceText(whole, from, index));
    parts.push({
      kind: 'term',
      text: word,
      expansion: `${expansions.get(term) ?? ''}${plural}`,
      ...(origins && { place: findPlace(origins, index) }),
    });
    from = end;
  }
  if (from < text.length) parts.push(sliceText(whole, from));
  return parts;
}

/** A plural such as "PNDs" may have its own entry. It counts as the same acronym. */
function findSingular(term: string, expansions: Glossary['expansions']): string {
  return term.endsWith('s') && expansions.has(term.slice(0, -1)) ? term.slice(0, -1) : term;
}
