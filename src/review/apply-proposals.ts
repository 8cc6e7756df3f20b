import { applyEdit } from '../edit/apply-edit.js';
import type { Edit, EditTarget } from '../edit/edit.js';
import { findTarget, type FoundTarget } from '../edit/find-target.js';
import { readTarget } from '../edit/read-target.js';
import { suggestLabel } from '../edit/suggest-label.js';
import { readTemplateLines } from '../edit/template-lines.js';
import { groupBy } from '../model/group-by.js';
import type { OfKind } from '../model/of-kind.js';
import type { Place } from '../model/problem.js';
import { locateText } from './locate-text.js';
import type { Proposal, SourceChange } from './proposal.js';
import type { ReadText } from './source-offsets.js';
import { ITEM } from './item-sign.js';
import { PARAGRAPH_END } from './word-text.js';

/** The new texts of files, and the changes that cannot be written. */
export interface AppliedProposals {
  texts: Map<string, string>;
  /** By the number of the proposal. */
  refusals: Map<number, string>;
  /** The edits that were applied, in their order. */
  edits: Edit[];
}

/** A change with the number of its proposal. */
interface Numbered<Change extends SourceChange = SourceChange> {
  number: number;
  change: Change;
}

/** Applies accepted changes to the texts of their files. Nothing is written. `labels` are those that a new paragraph cannot have. */
export function applyProposals(
  proposals: readonly Proposal[],
  readText: ReadText,
  labels: readonly string[],
): AppliedProposals {
  const taken = [...labels];
  const refusals = new Map<number, string>();
  const changes = proposals.flatMap(({ number, decision }): Numbered[] =>
    decision.state === 'ready' ? [{ number, change: decision.change }] : [],
  );
  const texts = new Map<string, string>();
  const edits: Edit[] = [];
  for (const [file, inFile] of groupBy(changes, ({ change }) => change.file)) {
    const text = readText(file);
    if (text === null) for (const { number } of inFile) refusals.set(number, `${file} is gone`);
    else texts.set(file, applyToFile(text, inFile, { taken, refusals, edits }));
  }
  return { texts, refusals, edits };
}

function applyToFile(
  text: string,
  changes: readonly Numbered[],
  { taken, refusals, edits: all }: Omit<AppliedProposals, 'texts'> & { taken: string[] },
): string {
  let changed = text;
  const apply = (edits: readonly Edit[], numbers: readonly number[]): void => {
    let next = changed;
    for (const edit of edits) {
      const applied = applyEdit(next, edit);
      if (applied.refusal) {
        for (const number of numbers) refusals.set(number, applied.refusal.message);
        return;
      }
      next = applied.value.text;
    }
    changed = next;
    all.push(...edits);
  };
  for (const { target, before, splices } of groupSplices(text, ofKind(changes, 'splice'), refusals))
    apply(
      planSet(target, before, spliceText(before, splices), taken),
      splices.map(({ number }) => number),
    );
  // Those that follow the same paragraph are added from the last to the first.
  for (const { number, change } of ofKind(changes, 'add-paragraph').reverse())
    apply([{ ...change, label: takeLabel(change.text, taken) }], [number]);
  for (const { number, change } of ofKind(changes, 'move-paragraph')) apply([change], [number]);
  for (const { number, change } of ofKind(changes, 'delete-paragraph')) {
    const { file, section, label } = change;
    const target = { kind: 'yaml' as const, file, path: ['narrative', section, label] };
    const before = readTarget(changed, target).value?.text ?? '';
    apply([{ ...change, before }], [number]);
  }
  return changed;
}

function ofKind<Kind extends SourceChange['kind']>(
  changes: readonly Numbered[],
  kind: Kind,
): Numbered<OfKind<SourceChange, Kind>>[] {
  return changes.filter(
    (numbered): numbered is Numbered<OfKind<SourceChange, Kind>> => numbered.change.kind === kind,
  );
}

/** A stretch of a text with what replaces it. */
interface Splice {
  number: number;
  start: number;
  end: number;
  insert: string;
}

interface SplicedTarget {
  target: EditTarget;
  before: string;
  splices: Splice[];
}

/** Groups the changes of words by the text that they change: a paragraph, a title or lines of a template. The last text comes first. */
function groupSplices(
  text: string,
  changes: readonly Numbered<OfKind<SourceChange, 'splice'>>[],
  refusals: Map<number, string>,
): SplicedTarget[] {
  const found = changes
    .toSorted((a, b) => b.change.at - a.change.at)
    .flatMap(({ number, change }) => {
      const { file, at, cuts } = change;
      const inside = cuts.length > 0 ? (cuts.at(-1)?.end ?? at) - 1 : at;
      const place = findPlaceAt(text, file, change.insert.startsWith('\n') ? at - 1 : inside);
      const target = findTarget(text, place).value ?? findFrontMatter(text, place);
      const located = target && locateText(text, target.text, inside);
      const splices = located && toSplices(number, change, located.toOffset, target.text);
      if (splices) return [{ target: target.target, before: target.text, splices }];
      refusals.set(number, 'its place in the file is not found');
      return [];
    });
  return [...groupBy(found, ({ target }) => JSON.stringify(target)).values()].map((group) => ({
    target: group[0].target,
    before: group[0].before,
    splices: group.flatMap(({ splices }) => splices),
  }));
}

/** Finds a line of a template's front matter, such as its title. The preview does not edit it. Null if nothing is there. */
function findFrontMatter(text: string, { file, line }: Place): FoundTarget | null {
  if (!/\.hbs$/i.test(file)) return null;
  const target = { kind: 'lines', file, from: line, to: line } as const;
  const found = readTemplateLines(text, target);
  return found === null || found.trim() === '' ? null : { target, text: found };
}

function findPlaceAt(text: string, file: string, offset: number): Place {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return { file, line: text.slice(0, offset).split('\n').length, column: offset - start + 1 };
}

/** The inserted text stands in place of the first stretch that is removed. */
function toSplices(
  number: number,
  { cuts, at, insert }: OfKind<SourceChange, 'splice'>,
  toOffset: (offset: number) => number | null,
  text: string,
): Splice[] | null {
  const stretches = cuts.length > 0 ? cuts : [{ start: at, end: at }];
  const splices = stretches.map(({ start, end }, index) => ({
    number,
    start: toOffset(start),
    end: toOffset(end),
    insert: index === 0 ? indentItem(insert, text.slice(0, toOffset(at) ?? 0)) : '',
  }));
  return splices.every((splice): splice is Splice => splice.start !== null && splice.end !== null)
    ? splices
    : null;
}

/** A new item of a list stands as far to the right as the item before it. */
function indentItem(insert: string, textBefore: string): string {
  if (!insert.startsWith('\n')) return insert;
  const item = textBefore.split('\n').findLast((line) => ITEM.test(line));
  return `\n${/^\s*/.exec(item ?? '')?.[0] ?? ''}${insert.trimStart()}`;
}

function spliceText(text: string, splices: readonly Splice[]): string {
  let changed = text;
  // At one place, the first insertion stands first.
  const sorted = splices.toSorted((a, b) => b.start - a.start || b.number - a.number);
  for (const { start, end, insert } of sorted)
    changed = joinAround(changed.slice(0, start), insert, changed.slice(end));
  return changed;
}

/** The signs of bold and italic words go with the last of their words. */
function joinAround(left: string, insert: string, right: string): string {
  const [sign = ''] = insert === '' ? (/(?:\*\*|__|\*|_)$/.exec(left) ?? []) : [];
  const isEmpty = sign !== '' && right.startsWith(sign);
  return isEmpty ? left.slice(0, -sign.length) + right.slice(sign.length) : left + insert + right;
}

/** A paragraph that is split becomes several paragraphs with labels of their own. */
function planSet(target: EditTarget, before: string, after: string, taken: string[]): Edit[] {
  const [first = '', ...rest] = after.split(PARAGRAPH_END).map((part) => part.trim());
  const isParagraph = target.kind === 'yaml' && target.path[0] === 'narrative' && target.path.length === 3;
  if (rest.length === 0 || !isParagraph)
    return [{ kind: 'set', target, before, after: after.replaceAll(PARAGRAPH_END, '\n\n') }];
  const [, section, label] = target.path.map(String);
  const added = rest.map((text): Edit => ({
    kind: 'add-paragraph',
    file: target.file,
    section: section ?? '',
    after: label ?? null,
    label: takeLabel(text, taken),
    text,
  }));
  return [{ kind: 'set', target, before, after: first }, ...added.reverse()];
}

/** Makes a label from the words of a new paragraph. The next one cannot have it. */
function takeLabel(text: string, taken: string[]): string {
  const label = suggestLabel(text, taken);
  taken.push(label);
  return label;
}
