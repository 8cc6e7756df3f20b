import { formatPlace, type Place } from '../model/problem.js';
import { refuse } from './explain-computed.js';
import { createWordDecider } from './decide-words.js';
import { matchParagraphs, type Match } from './match-paragraphs.js';
import type { Entry, FindEntry } from './narrative-places.js';
import { ITEM } from './item-sign.js';
import { getText } from '../word/read/get-text.js';
import { normaliseCharacter, type Passage } from './passage.js';
import type { Decision, Proposal } from './proposal.js';
import type { SourceOffsets } from './source-offsets.js';
import { getInsertedText, PARAGRAPH_END, type Hunk, type ReturnedParagraph } from './word-text.js';
import { escapeLineStart, writeMarkdown } from './write-markdown.js';

/** The paper as the proposals need it. */
export interface ReviewedPaper {
  passages: readonly Passage[];
  findEntry: FindEntry;
  sources: SourceOffsets;
}

/** A paragraph of the returned file, with the passage that it is. */
export interface Reviewed {
  paragraph: ReturnedParagraph;
  match: Match | null;
}

export interface Review {
  proposals: Proposal[];
  paragraphs: Reviewed[];
}

type Draft = Omit<Proposal, 'number'>;

/** Proposes a change of the author's text for each tracked change. */
export function propose(returned: readonly ReturnedParagraph[], paper: ReviewedPaper): Review {
  const matches = matchParagraphs(returned, paper.passages);
  const paragraphs = returned.map((paragraph, index) => ({ paragraph, match: matches[index] ?? null }));
  const moves = findMoves(paragraphs, paper);
  const drafts = paragraphs.flatMap(({ paragraph, match }, index): Draft[] => {
    if (paragraph.hunks.length === 0 && !paragraph.join) return [];
    const move = moves.get(index);
    if (move) return move === 'away' ? [] : [move];
    if (paragraph.isInserted) return [proposeAddition(index, paragraphs, paper)];
    if (!match) return proposeUnknown(paragraph);
    if (paragraph.isDeleted) return [proposeDeletion(index, paragraphs, paper)];
    return proposeWords(paragraph, match, paper);
  });
  return { paragraphs, proposals: drafts.map((draft, index) => ({ ...draft, number: index + 1 })) };
}

function proposeWords(paragraph: ReturnedParagraph, match: Match, paper: ReviewedPaper): Draft[] {
  const decide: (hunk: Hunk) => Decision = isSplitAlready(paragraph, paper)
    ? () => ({ state: 'applied' })
    : createWordDecider(paragraph, match.passage, paper.sources);
  const words = paragraph.hunks.map((hunk) => ({
    ...draftWords(paragraph, hunk, match),
    decision: decide(hunk),
  }));
  const { join } = paragraph;
  if (!join) return words;
  const joined = refuse(
    'two paragraphs were joined.',
    `Join them at ${formatPlace(match.passage.place)}, if that is right.`,
  );
  const empty = {
    from: paragraph.before.length,
    to: paragraph.before.length,
    inserted: [],
    deleted: [],
    author: join.author,
    date: join.date,
  };
  return [...words, { ...draftWords(paragraph, empty, match), before: '¶', decision: joined }];
}

/** Returns true if the paper prints each part of a paragraph that was split. */
function isSplitAlready({ runs }: ReturnedParagraph, { passages }: ReviewedPaper): boolean {
  const parts = getText({ runs }, 'after').split(PARAGRAPH_END);
  const printed = (part: string): boolean =>
    passages.some(({ text }) => text.trim() === Array.from(part, normaliseCharacter).join('').trim());
  return parts.length > 1 && parts.every(printed);
}

/** The unchanged characters around a change that a reader sees. */
const SHOWN = 40;

function draftWords(paragraph: ReturnedParagraph, hunk: Hunk, match: Match | null): Omit<Draft, 'decision'> {
  const { before } = paragraph;
  const lead = before.slice(Math.max(0, hunk.from - SHOWN), hunk.from);
  const tail = before.slice(hunk.to, hunk.to + SHOWN);
  return {
    what: 'words',
    ...describePassage(match),
    place: match && (findHunkPlace(hunk, match.passage) ?? match.passage.place),
    author: hunk.author,
    date: hunk.date,
    lead: hunk.from > SHOWN ? `…${lead.replace(/^\S*\s/, '')}` : lead,
    tail: before.length > hunk.to + SHOWN ? `${tail.replace(/\s\S*$/, '')}…` : tail,
    before: before.slice(hunk.from, hunk.to),
    after: getInsertedText(hunk).replaceAll(PARAGRAPH_END, ' ¶ '),
    inserted: getInsertedText(hunk),
  };
}

function describePassage(match: Match | null): Pick<Draft, 'label' | 'name' | 'matchedBy' | 'passage'> {
  return {
    passage: match?.passage ?? null,
    label: match?.passage.label ?? null,
    name: match?.passage.name ?? 'a text that the paper does not have',
    matchedBy: match?.by ?? null,
  };
}

/** The offsets of the returned text are close to those of the passage. */
function findHunkPlace({ from }: Hunk, { glyphs }: Passage): Place | null {
  return glyphs[from]?.place ?? glyphs[from - 1]?.place ?? null;
}

/** A deleted text that the paper does not have is deleted already. */
function proposeUnknown(paragraph: ReturnedParagraph): Draft[] {
  if (paragraph.isDeleted)
    return [draftWhole('paragraph deleted', { paragraph, match: null }, { state: 'applied' })];
  const decision = refuse(
    'the paper has no such text now, or the program writes it.',
    'Find the text with `papers labels --find <word>`, and change it there if that is right.',
  );
  return paragraph.hunks.map((hunk) => ({ ...draftWords(paragraph, hunk, null), decision }));
}

function getBefore({ before }: ReturnedParagraph): string {
  return before.trim();
}

function getAfter({ hunks }: ReturnedParagraph): string {
  return hunks.map(getInsertedText).join('').trim();
}

function draftWhole(what: Proposal['what'], { paragraph, match }: Reviewed, decision: Decision): Draft {
  const hunk = paragraph.hunks[0];
  return {
    what,
    ...describePassage(match),
    place: match?.passage.place ?? null,
    author: hunk?.author ?? '',
    date: hunk?.date ?? null,
    lead: '',
    tail: '',
    before: paragraph.isDeleted ? getBefore(paragraph) : '',
    after: paragraph.isInserted ? getAfter(paragraph) : '',
    inserted: getAfter(paragraph),
    decision,
  };
}

/** Proposes to delete a paragraph with its lists, or an item of a list. */
function proposeDeletion(index: number, all: readonly Reviewed[], paper: ReviewedPaper): Draft {
  const reviewed = all[index];
  if (!reviewed?.match) throw new Error('a deleted paragraph has a match');
  const { passage } = reviewed.match;
  return draftWhole('paragraph deleted', reviewed, decideDeletion(passage, all, paper));
}

function decideDeletion(
  passage: Passage,
  all: readonly Reviewed[],
  { passages, findEntry, sources }: ReviewedPaper,
): Decision {
  const entry = findEntry(passage);
  const where = `Delete it at ${formatPlace(passage.place)}, if that is right.`;
  if (!entry) return refuse('this is no paragraph of the paper’s own text.', where);
  if (passage.kind === 'paragraph') {
    const gone = new Set(
      all.flatMap(({ paragraph, match }) => (match && paragraph.isDeleted ? [match.passage] : [])),
    );
    const isWhole = passages
      .filter(({ label, kind }) => label === passage.label && kind !== 'footnote')
      .every((part) => gone.has(part));
    if (!isWhole) return refuse('its list stays, and would belong to no paragraph.', where);
    const { file, section, label } = entry;
    return { state: 'ready', slot: null, change: { kind: 'delete-paragraph', file, section, label } };
  }
  if (passage.kind !== 'list') return refuse('only paragraphs and items of lists are deleted.', where);
  const isFirst = all.some(
    ({ paragraph, match }) =>
      match?.passage.label === passage.label && match.passage.kind === 'paragraph' && paragraph.isDeleted,
  );
  if (isFirst)
    return refuse(
      'it belongs to the paragraph above, which is deleted as a whole.',
      'Accept that change instead.',
    );
  return (
    decideItemDeletion(passage, sources) ??
    refuse('the item has lists of its own, or figures at its end.', where)
  );
}

/** Deletes the lines of an item: from its sign to the line before the next item. */
function decideItemDeletion(passage: Passage, sources: SourceOffsets): Decision | null {
  const offsets = passage.glyphs.flatMap((glyph) => sources.find(glyph) ?? []);
  const [first, last] = [offsets[0], offsets.at(-1)];
  if (!first || last?.file !== first.file) return null;
  const text = sources.getText(first.file);
  const start = text.lastIndexOf('\n', first.offset - 1) + 1;
  const lineEnd = text.indexOf('\n', last.offset);
  const end = lineEnd === -1 ? text.length : lineEnd;
  if (!ITEM.test(text.slice(start, end))) return null;
  const cuts = start > 0 ? [{ start: start - 1, end }] : [{ start, end }];
  return {
    state: 'ready',
    slot: null,
    change: { kind: 'splice', file: first.file, cuts, at: cuts[0]?.start ?? start, insert: '' },
  };
}

/** Proposes a new paragraph after the one before it, or a new item of its list. */
function proposeAddition(index: number, all: readonly Reviewed[], paper: ReviewedPaper): Draft {
  const reviewed = all[index];
  if (!reviewed) throw new Error('an added paragraph exists');
  const before = findNeighbour(all, index, -1);
  const after = findNeighbour(all, index, 1);
  const decision = decideAddition(reviewed.paragraph, { before, after }, paper);
  return draftWhole('paragraph added', { ...reviewed, match: before ?? after }, decision);
}

interface Neighbours {
  before: Match | null;
  after: Match | null;
}

function decideAddition(
  paragraph: ReturnedParagraph,
  { before, after }: Neighbours,
  { passages, findEntry, sources }: ReviewedPaper,
): Decision {
  const text = getAfter(paragraph);
  const place = before?.passage.place ?? after?.passage.place;
  const where = place ? `Add it by hand near ${formatPlace(place)}.` : 'Add it by hand.';
  if (paragraph.isInTable) return refuse('it is in a table, whose rows come from data.', where);
  if (passages.some((passage) => passage.text.trim() === text)) return { state: 'applied' };
  const markdown = escapeLineStart(
    writeMarkdown(
      paragraph.hunks.flatMap(({ inserted }) => inserted),
      { isStrong: false, isEmphasis: false },
    ).trim(),
  );
  if (before?.passage.kind === 'list' && paragraph.isInList && isSameEntry(before, after)) {
    const item = addItem(before.passage, markdown, sources);
    if (item) return item;
  }
  const target = chooseEntry(before, after, findEntry);
  if (!target) return refuse('the paper’s own text has no paragraph beside it.', where);
  const { entry, isAfter } = target;
  const { file, section } = entry;
  return {
    state: 'ready',
    slot: null,
    change: {
      kind: 'add-paragraph',
      file,
      section,
      after: isAfter ? entry.label : entry.previous,
      text: markdown,
    },
  };
}

/** An item after the last one of a list could also begin a paragraph, so the list must go on. */
function isSameEntry(before: Match, after: Match | null): boolean {
  return after?.passage.label === before.passage.label && after.passage.kind === 'list';
}

/** Chooses the paragraph that a new one follows, or goes before. */
function chooseEntry(
  before: Match | null,
  after: Match | null,
  findEntry: FindEntry,
): { entry: Entry; isAfter: boolean } | null {
  const previous = findEntry(before?.passage);
  if (previous) return { entry: previous, isAfter: true };
  const next = findEntry(after?.passage);
  return next && { entry: next, isAfter: false };
}

/** Adds an item behind another one of its list. */
function addItem(passage: Passage, markdown: string, sources: SourceOffsets): Decision | null {
  const offsets = passage.glyphs.flatMap((glyph) => sources.find(glyph) ?? []);
  const [first, last] = [offsets[0], offsets.at(-1)];
  if (!first || last?.file !== first.file) return null;
  const text = sources.getText(first.file);
  const sign = ITEM.exec(text.slice(text.lastIndexOf('\n', first.offset - 1) + 1, first.offset + 1))?.[0];
  if (sign === undefined) return null;
  const lineEnd = text.indexOf('\n', last.offset);
  const at = lineEnd === -1 ? text.length : lineEnd;
  return {
    state: 'ready',
    slot: null,
    change: {
      kind: 'splice',
      file: first.file,
      cuts: [],
      at,
      insert: `\n${sign.trim()} ${markdown}`,
    },
  };
}

/** Finds the nearest paragraph that the paper has. */
function findNeighbour(all: readonly Reviewed[], index: number, step: 1 | -1): Match | null {
  for (let at = index + step; at >= 0 && at < all.length; at += step) {
    const match = all[at]?.match;
    if (match) return match;
  }
  return null;
}

/** Finds paragraphs that were deleted at one place and inserted with the same words at another one. */
function findMoves(all: readonly Reviewed[], paper: ReviewedPaper): Map<number, Draft | 'away'> {
  const moves = new Map<number, Draft | 'away'>();
  all.forEach((reviewed, to) => {
    if (!reviewed.paragraph.isInserted) return;
    const text = getAfter(reviewed.paragraph);
    const from = all.findIndex(
      ({ paragraph, match }, index) =>
        match?.passage.kind === 'paragraph' &&
        paragraph.isDeleted &&
        !moves.has(index) &&
        getBefore(paragraph) === text,
    );
    const match = all[from]?.match ?? null;
    const entry = match && paper.findEntry(match.passage);
    const target = chooseEntry(findNeighbour(all, to, -1), findNeighbour(all, to, 1), paper.findEntry);
    if (!entry || !target || target.entry.file !== entry.file) return;
    const { file, section, label } = entry;
    const after = target.isAfter ? target.entry.label : target.entry.previous;
    const decision: Decision =
      after === label
        ? { state: 'applied' }
        : {
            state: 'ready',
            slot: null,
            change: { kind: 'move-paragraph', file, section, label, toSection: target.entry.section, after },
          };
    moves.set(from, 'away');
    moves.set(to, draftWhole('paragraph moved', { ...reviewed, match }, decision));
  });
  return moves;
}
