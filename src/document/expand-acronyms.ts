import type { Section } from '../model/section.js';
import type { List } from '../model/blocks/list.js';
import type { Block } from '../model/blocks/block.js';
import { sliceText, type Inline, type Text } from '../model/inline.js';
import type { Organisation } from '../model/organisation.js';
import { escapeRegExp } from '../model/escape-reg-exp.js';
import { findPlace } from '../model/origin.js';
import { startSentences } from './start-sentences.js';

/**
 * Expands each acronym where it first stands in running text: "Metropolitan Police Service (MPS)". An author who has written
 * "… (MPS)" out by hand has expanded it. Headings and the cells of tables are left as they are. Sentences that begin with one,
 * or with a reference, begin with a capital.
 */
export function expandAcronyms(sections: Section[], acronyms: Organisation['acronyms']): Section[] {
  const expansions = new Map(acronyms.map(({ term, expansion }) => [term, expansion]));
  const pattern = acronymPattern([...expansions.keys()]);
  const done = new Set<string>();
  const expandText = (text: Text): Inline[] => splitText(text, pattern, expansions, done);
  const run = (content: Inline[]): Inline[] => startSentences(expand(content));
  const expand = (content: Inline[]): Inline[] =>
    content.flatMap((inline): Inline[] => {
      if (inline.kind === 'text') return expandText(inline);
      return 'content' in inline ? [{ ...inline, content: expand(inline.content) }] : [inline];
    });
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => expandBlock(block, run)),
  }));
}

/** The terms as whole words, longest first, with a plural s. */
function acronymPattern(terms: string[]): RegExp {
  if (terms.length === 0) return /(?!)/gu;
  const escaped = [...terms].sort((a, b) => b.length - a.length).map(escapeRegExp);
  return new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')})(s?)(?![\\p{L}\\p{N}])`, 'gu');
}

function splitText(
  whole: Text,
  pattern: RegExp,
  expansions: Map<string, string>,
  done: Set<string>,
): Inline[] {
  const { text, origins } = whole;
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [shown, term = '', s = ''] = match;
    // "PNDs" may have an entry of its own
    const singular = term.endsWith('s') && expansions.has(term.slice(0, -1)) ? term.slice(0, -1) : term;
    if (done.has(singular)) continue;
    done.add(singular);
    const byHand = text[match.index - 1] === '(' && text[match.index + shown.length] === ')';
    if (byHand) continue;
    if (match.index > from) parts.push(sliceText(whole, from, match.index));
    const place = origins && findPlace(origins, match.index);
    parts.push({
      kind: 'term',
      text: shown,
      expansion: `${expansions.get(term) ?? ''}${s}`,
      ...(place && { place }),
    });
    from = match.index + shown.length;
  }
  if (from < text.length) parts.push(sliceText(whole, from));
  return parts;
}

type Run = (content: Inline[]) => Inline[];

function expandBlock(block: Block, run: Run): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, content: run(block.content) };
    case 'list':
      return expandList(block, run);
    case 'table':
    case 'chart':
    case 'diagram':
      return { ...block, notes: block.notes.map(run) };
    case 'heading':
      return block;
  }
}

function expandList(list: List, run: Run): List {
  return {
    ...list,
    items: list.items.map(({ content, lists }) => ({
      content: run(content),
      lists: lists.map((one) => expandList(one, run)),
    })),
  };
}
