import { applyTextEdits } from '../inputs/yaml/text-edit.js';
import type { EditTarget, SetEdit } from './edit.js';
import { findLineBreak } from './block-text.js';
import { refuse, succeed, type Outcome } from './outcome.js';

type LinesTarget = Extract<EditTarget, { kind: 'lines' | 'heading' }>;

const HEADING = /^( {0,3}#{1,6}[ \t]+)(.*?)([ \t]*)$/;

/** Finds the heading or the paragraph of a template at a line. Null for an empty line. */
export function findTemplateTarget(text: string, file: string, line: number): LinesTarget | null {
  const lines = splitLines(text);
  const top = findFrontMatterEnd(lines);
  if (line <= top) return null;
  const at = lines[line - 1] ?? '';
  if (HEADING.test(at)) return { kind: 'heading', file, line };
  if (at.trim() === '') return null;
  const isInParagraph = (candidate: string | undefined): boolean =>
    candidate !== undefined && candidate.trim() !== '' && !HEADING.test(candidate);
  let [from, to] = [line, line];
  while (from - 1 > top && isInParagraph(lines[from - 2])) from--;
  while (isInParagraph(lines[to])) to++;
  return { kind: 'lines', file, from, to };
}

/** Returns the number of lines of the front matter, which is YAML between two lines of three hyphens. */
function findFrontMatterEnd(lines: readonly string[]): number {
  return lines[0]?.trimEnd() === '---'
    ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') + 1
    : 0;
}

/** Reads the text of a heading or of lines. Null if the place is gone. */
export function readTemplateLines(text: string, target: LinesTarget): string | null {
  const lines = splitLines(text);
  if (target.kind === 'heading') return HEADING.exec(lines[target.line - 1] ?? '')?.[2] ?? null;
  if (target.to > lines.length) return null;
  return lines.slice(target.from - 1, target.to).join('\n');
}

/** Sets the text of a heading or of lines. Their lines can have moved, if the text that the author saw stands in one place only. */
export function setTemplateLines(
  text: string,
  target: LinesTarget,
  { before, after: typed }: Pick<SetEdit, 'before' | 'after'>,
): Outcome<{ text: string; after: string; target: LinesTarget }> {
  const current = readTemplateLines(text, target);
  const found = current === before ? target : findMoved(text, target, before);
  if (!found) return refuse('the text has changed in the file since you opened it', undefined, current);
  const after = typed.replaceAll(/\r\n?/g, '\n').replace(/\s+$/, '').replace(/^\n+/, '');
  const isHeading = found.kind === 'heading';
  if (after.trim() === '') return refuse('the text is empty', 'Delete it in an editor.');
  if (isHeading && after.includes('\n')) return refuse('a heading has one line', 'Remove the line breaks.');
  const written = isHeading ? after.trim() : after;
  const count = written.split('\n').length;
  return succeed({
    after: written,
    text: applyTextEdits(text, [
      { ...findRange(text, found), text: written.replaceAll('\n', findLineBreak(text)) },
    ]),
    target: isHeading ? found : { ...found, to: found.from + count - 1 },
  });
}

function findMoved(text: string, target: LinesTarget, before: string): LinesTarget | null {
  const size = target.kind === 'lines' ? target.to - target.from : 0;
  const moved = splitLines(text)
    .map((_, index): LinesTarget =>
      target.kind === 'heading'
        ? { ...target, line: index + 1 }
        : { ...target, from: index + 1, to: index + 1 + size },
    )
    .filter((candidate) => readTemplateLines(text, candidate) === before);
  return moved.length === 1 ? (moved[0] ?? null) : null;
}

function findRange(text: string, target: LinesTarget): { start: number; end: number } {
  const lines = text.split('\n');
  const [from, to] = target.kind === 'heading' ? [target.line, target.line] : [target.from, target.to];
  const before = lines.slice(0, from - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const body = lines
    .slice(from - 1, to)
    .join('\n')
    .replace(/\r$/, '');
  if (target.kind === 'lines') return { start: before, end: before + body.length };
  const [, signs = '', words = ''] = HEADING.exec(body) ?? [];
  return { start: before + signs.length, end: before + signs.length + words.length };
}

function splitLines(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/\r$/, ''));
}
