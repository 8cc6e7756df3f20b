/** A part of the text that no page break divides: a line, a row of a table, a heading or a figure. Lengths are in points. */
export interface Box {
  height: number;
  /** The space above the box, on top of the space below the box before it. Negative to move it closer. None at the top of a page. */
  space: number;
  /**
   * The cost of a page break above the box, as the height of empty space that the page should rather have.
   * Infinity keeps the box on the page of the box before it. −Infinity starts a new page.
   */
  breakCost: number;
  /** A figure, or a table that fits on a page. If it does not fit, it goes to the top of a later page, and the text after it fills the page. */
  floats?: boolean;
  /** The space below the box. It stays when a float after the box moves away. */
  spaceBelow?: number;
  /** No box before this one may float past it: it starts an appendix or a long table. */
  stopsFloats?: boolean;
  /** A box floats past one start of a section only, unless the page would be too empty. So it stays near the text about it. */
  startsSection?: boolean;
  /** The boxes that are repeated above this one if it starts a page, by index: the caption and head of a long table. */
  repeated?: readonly number[];
  /** True for a box that only appears as a repeated one, such as a caption with "continued". */
  isOnlyRepeated?: boolean;
  /** The footnotes that the box cites first, by index. They go to the foot of its page, as far as they fit. */
  footnotes?: readonly number[];
  /** True for a footnote, which has no place in the text. */
  isFootnote?: boolean;
  /** True for the line above the footnotes of a page. */
  isFootnoteRule?: boolean;
}

/** The position of a box on a page, in points below the top of the text area. */
export interface Placement {
  box: number;
  y: number;
  isRepeated: boolean;
}

/** Consecutive boxes that stay on one page, by index. `end` is the index after the last one. */
interface Unit {
  start: number;
  end: number;
  /** A single box that may wait for a later page. */
  floats: boolean;
  stopsFloats: boolean;
  startsSection: boolean;
}

/** The placements of a page so far, newest first. A linked list, because each possible break of a page keeps its own. */
interface PlacementList {
  placement: Placement;
  before: PlacementList | null;
}

/** A page in progress. */
interface Draft {
  placements: PlacementList | null;
  /** The height in use, without the footnotes. */
  used: number;
  /** The footnotes at the foot of the page, by index. */
  footnotes: readonly number[];
  /** The footnotes that did not fit and go to the next page. */
  lateFootnotes: readonly number[];
  /** The space below the last box. */
  spaceBelow: number;
  /** True if the page has more than floats that waited for it. */
  hasText: boolean;
  /** The next unit of the text. */
  next: number;
  /** The floats that wait for a page. */
  waiting: readonly number[];
  /** True if a section has started while floats wait. */
  hasPassedSection: boolean;
}

/** A page that is used up to this share may end where a section starts. */
const FULL_ENOUGH = 0.85;

/** A tolerance in points, because sums of heights are not exact. */
const ROUNDING_ERROR = 0.01;

/**
 * Places boxes on pages of the given height. Floats keep their order, and stay after the text that precedes them.
 * A page ends at the break that costs least, counting its empty space. The time grows in proportion to the number of boxes.
 */
export function composePages(boxes: readonly Box[], pageHeight: number): Placement[][] {
  const units = groupUnits(boxes, pageHeight);
  const pages: Placement[][] = [];
  let next = 0;
  let waiting: readonly number[] = [];
  let lateFootnotes: readonly number[] = [];
  let hasPassedSection = false;
  const paper = { boxes, units, pageHeight, footnoteRule: boxes.findIndex((box) => box.isFootnoteRule) };
  while (next < units.length || waiting.length > 0 || lateFootnotes.length > 0) {
    const page = fillPage(paper, { next, waiting, lateFootnotes, hasPassedSection });
    ({ next, waiting, lateFootnotes, hasPassedSection } = page);
    const placements = [...listPlacements(page), ...placeFootnotes(paper, page)];
    if (placements.length > 0) pages.push(placements);
  }
  return pages;
}

function listPlacements({ placements }: Draft): Placement[] {
  const listed: Placement[] = [];
  for (let list = placements; list; list = list.before) listed.push(list.placement);
  return listed.reverse();
}

/** Places the footnotes of a page at its foot, under their rule. */
function placeFootnotes(paper: Paper, { footnotes }: Draft): Placement[] {
  if (footnotes.length === 0) return [];
  let y = paper.pageHeight - measureFootnotes(paper, footnotes);
  const { footnoteRule } = paper;
  const shown = footnoteRule < 0 ? footnotes : [footnoteRule, ...footnotes];
  return shown.map((box) => {
    const placement = { box, y, isRepeated: box === footnoteRule };
    y += paper.boxes[box]?.height ?? 0;
    return placement;
  });
}

/** Returns the height of footnotes and the rule above them. */
function measureFootnotes({ boxes, footnoteRule }: Paper, footnotes: readonly number[]): number {
  if (footnotes.length === 0) return 0;
  return [footnoteRule, ...footnotes].reduce((sum, box) => sum + (boxes[box]?.height ?? 0), 0);
}

/** Returns the height of a page that is in use, with the footnotes. */
function measureUse(paper: Paper, { used, footnotes }: Draft): number {
  return used + measureFootnotes(paper, footnotes);
}

interface Paper {
  boxes: readonly Box[];
  units: readonly Unit[];
  pageHeight: number;
  /** The index of the line above the footnotes. −1 if the paper has none. */
  footnoteRule: number;
}

/** Groups boxes that stay together. A group that is higher than a page ends where the page does. */
function groupUnits(boxes: readonly Box[], pageHeight: number): Unit[] {
  const units: (Unit & { height: number })[] = [];
  boxes.forEach((box, index) => {
    if (box.isOnlyRepeated || box.isFootnote) return;
    const { height, breakCost, floats = false, stopsFloats = false, startsSection = false } = box;
    const space = box.space + (boxes[index - 1]?.spaceBelow ?? 0);
    const last = units.at(-1);
    if (last && breakCost === Infinity && last.height + space + height <= pageHeight) {
      last.end = index + 1;
      last.height += space + height;
      // A float that stays with its heading must not pass the floats before it.
      last.stopsFloats ||= last.floats || floats || stopsFloats;
      last.startsSection ||= startsSection;
      last.floats = false;
    } else units.push({ start: index, end: index + 1, height, floats, stopsFloats, startsSection });
  });
  return units;
}

/** Fills a page: first the footnotes and floats that wait, then the text. Takes back the text after the best break. */
function fillPage(
  paper: Paper,
  { lateFootnotes, ...start }: Pick<Draft, 'next' | 'waiting' | 'lateFootnotes' | 'hasPassedSection'>,
): Draft {
  const empty = {
    placements: null,
    used: 0,
    spaceBelow: 0,
    hasText: false,
    footnotes: [],
    lateFootnotes: [],
  };
  let draft = placeFloats(paper, addFootnotes(paper, { ...empty, ...start }, lateFootnotes));
  const drafts: Draft[] = [];
  for (;;) {
    const following = placeNext(paper, draft);
    if (!following) break;
    drafts.push(draft);
    draft = following;
  }
  return isLastPage(paper, draft) ? draft : chooseBreak(paper, [...drafts, draft]);
}

function isLastPage({ units }: Paper, { next, waiting, lateFootnotes }: Draft): boolean {
  return next === units.length && waiting.length === 0 && lateFootnotes.length === 0;
}

/** Adds footnotes to the foot of the page. Those that do not fit are late. The first of an empty page always fits. */
function addFootnotes(paper: Paper, draft: Draft, added: readonly number[]): Draft {
  if (added.length === 0) return draft;
  if (draft.lateFootnotes.length > 0) return { ...draft, lateFootnotes: [...draft.lateFootnotes, ...added] };
  const all = [...draft.footnotes, ...added];
  const isEmpty = draft.placements === null;
  let count = all.length;
  const least = isEmpty ? 1 : draft.footnotes.length;
  const free = paper.pageHeight - draft.used + ROUNDING_ERROR;
  while (count > least && measureFootnotes(paper, all.slice(0, count)) > free) count--;
  return { ...draft, footnotes: all.slice(0, count), lateFootnotes: all.slice(count) };
}

/** Places the floats that fit at the top of the page. The first always fits, so that no float waits for ever. */
function placeFloats(paper: Paper, draft: Draft): Draft {
  const [first, ...rest] = draft.waiting;
  const unit = first === undefined ? undefined : paper.units[first];
  if (!unit || (!isEmptyPage(draft) && !hasRoom(paper, draft, unit))) return draft;
  const hasPassedSection = rest.length > 0 && draft.hasPassedSection;
  return placeFloats(paper, { ...place(paper, draft, unit), waiting: rest, hasPassedSection });
}

/** Places the next unit of the text, or lets it wait if it floats. Returns null if the page ends above it. */
function placeNext(paper: Paper, draft: Draft): Draft | null {
  const unit = paper.units[draft.next];
  if (!unit) return null;
  const next = draft.next + 1;
  const isEmpty = isEmptyPage(draft);
  const hasWaiting = draft.waiting.length > 0;
  const fits = isEmpty || hasRoom(paper, draft, unit);
  if (unit.floats && (hasWaiting || !fits))
    return { ...draft, next, waiting: [...draft.waiting, draft.next] };
  const mustBreak = !isEmpty && paper.boxes[unit.start]?.breakCost === -Infinity;
  const isFullEnough = measureUse(paper, draft) >= paper.pageHeight * FULL_ENOUGH;
  const mayPass = !unit.stopsFloats && !(unit.startsSection && draft.hasPassedSection && isFullEnough);
  if (!fits || mustBreak || (hasWaiting && !mayPass)) return null;
  const hasPassedSection = draft.hasPassedSection || (hasWaiting && unit.startsSection);
  return { ...place(paper, draft, unit), hasText: true, next, hasPassedSection };
}

function isEmptyPage({ placements, footnotes }: Draft): boolean {
  return placements === null && footnotes.length === 0;
}

/** Returns true if a unit fits on the page with all of its footnotes. */
function hasRoom(paper: Paper, draft: Draft, unit: Unit): boolean {
  const { used, footnotes, lateFootnotes } = place(paper, draft, unit);
  const isWhole = lateFootnotes.length === draft.lateFootnotes.length;
  return isWhole && used + measureFootnotes(paper, footnotes) <= paper.pageHeight + ROUNDING_ERROR;
}

/** Adds a unit under the boxes of the page, with the boxes that are repeated above the first text of a page. */
function place(paper: Paper, draft: Draft, { start, end }: Unit): Draft {
  const { boxes } = paper;
  const footnotes: number[] = [];
  let { placements, used, spaceBelow } = draft;
  const add = (index: number, isRepeated: boolean): void => {
    const box = boxes[index];
    if (!box || box.isFootnote || (box.isOnlyRepeated && !isRepeated)) return;
    if (!isRepeated) footnotes.push(...(box.footnotes ?? []));
    if (placements) used += spaceBelow + box.space;
    placements = { placement: { box: index, y: used, isRepeated }, before: placements };
    used += box.height;
    spaceBelow = box.spaceBelow ?? 0;
  };
  if (!draft.hasText) for (const index of boxes[start]?.repeated ?? []) add(index, true);
  for (let index = start; index < end; index++) add(index, false);
  const placed = { ...draft, placements, used, spaceBelow };
  return addFootnotes(paper, placed, footnotes);
}

/** Returns the page that ends at the break of least cost. */
function chooseBreak(paper: Paper, drafts: readonly Draft[]): Draft {
  const costs = drafts.map((draft) => (isEmptyPage(draft) ? Infinity : findCost(paper, draft)));
  const best = costs.lastIndexOf(Math.min(...costs));
  const chosen = drafts[best];
  if (!chosen) throw new Error('internal error: a page has no break');
  return chosen;
}

function findCost(paper: Paper, draft: Draft): number {
  const { boxes, units, pageHeight } = paper;
  const unit = units[draft.next];
  const breakCost = (unit && boxes[unit.start]?.breakCost) ?? 0;
  return pageHeight - measureUse(paper, draft) + Math.max(breakCost, -pageHeight);
}
