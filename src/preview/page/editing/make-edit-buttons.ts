import type { Place } from '../../../model/problem.js';
import type { TextPlaces } from '../../editing/edit-messages.js';
import { makeElement } from '../element.js';
import { HEADER_LINES } from '../mark-changes.js';

/** The class of the buttons that open a text of the paper. */
export const EDIT_BUTTON = 'edit-here';

/** Blocks of text. A list belongs to the paragraph before it. */
const BLOCKS = 'main > section > :is(p, h3, h4, h5, blockquote, [role="note"])[data-place]';
/** Blocks whose title can be edited. */
const TITLED = 'main > section > :is(.table, figure)[data-place]';

/** Adds a button to each block of text. It has no text of its own, so searches and comparisons find only the paper's. */
export function makeEditButtons(page: Document): void {
  for (const block of page.querySelectorAll<HTMLElement>(BLOCKS))
    addButton(block, parsePlace(block.dataset['place'] ?? ''), describeBlock(block));
}

/** Adds the buttons of texts whose places came later than the page: fields of the header, and titles of tables. */
export function makeMoreEditButtons(page: Document, places: TextPlaces): void {
  const { header, sections, titles, subtitles, notes, cells } = places;
  page.querySelectorAll<HTMLElement>(HEADER_LINES).forEach((line, index) => {
    const place = header[index];
    addButton(line.querySelector('dd') ?? line, place ?? null, describeHeaderLine(line));
  });
  page.querySelectorAll<HTMLElement>('main > section > h2').forEach((heading, index) => {
    const place = sections[index];
    addButton(heading, place ?? null, describeBlock(heading));
  });
  for (const [anchor, rows] of Object.entries(cells))
    page
      .getElementById(anchor)
      ?.querySelectorAll('tbody > tr')
      .forEach((row, index) => addCellButtons(row, rows[index] ?? []));
  for (const block of page.querySelectorAll<HTMLElement>(TITLED)) {
    const defined = block.dataset['place'] ?? '';
    const title = titles[defined];
    const caption = block.querySelector<HTMLElement>('caption, figcaption p') ?? block;
    addButton(caption, title ?? parsePlace(defined), `Edit the title of ${getNumber(block)}`);
    const subtitle = block.querySelector<HTMLElement>('.subtitle');
    if (subtitle) addButton(subtitle, subtitles[defined] ?? null, `Edit the subtitle of ${getNumber(block)}`);
    addNoteButtons(block, notes[defined] ?? []);
  }
}

/** The author's notes are the last ones. */
function addNoteButtons(block: HTMLElement, places: Place[]): void {
  const lines = [...block.querySelectorAll<HTMLElement>('.notes > p')];
  const generated = lines.length - places.length;
  lines.forEach((line, index) =>
    addButton(line, places[index - generated] ?? null, `Edit the note ${quote(line)}`),
  );
}

function addCellButtons(row: Element, places: (Place | null)[]): void {
  row.querySelectorAll<HTMLElement>(':scope > :is(th, td)').forEach((cell, index) => {
    const place = places[index];
    addButton(cell, place ?? null, `Edit the cell ${quote(cell)}`);
  });
}

/** Reads the place that a button edits. */
export function readEditPlace({ dataset }: HTMLElement): Place {
  return JSON.parse(dataset['editPlace'] ?? '') as Place; // written by `addButton`
}

/** Parses `file:line:column`. */
function parsePlace(text: string): Place | null {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(text) ?? [];
  return file === undefined ? null : { file, line: Number(line), column: Number(column) };
}

function addButton(element: HTMLElement, place: Place | null, words: string): void {
  if (!place || element.querySelector(`:scope > .${EDIT_BUTTON}`)) return;
  const button = makeElement('button', EDIT_BUTTON);
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', words);
  button.title = words;
  button.dataset['editPlace'] = JSON.stringify(place);
  element.classList.add('can-edit');
  element.append(button);
}

function describeBlock(block: HTMLElement): string {
  const number = block.querySelector('.number')?.textContent.replace(/\.\s*$/, '');
  if (/^H\d$/.test(block.tagName)) return `Edit the heading ${quote(block)}`;
  return number === undefined ? `Edit ${quote(block)}` : `Edit paragraph ${number}`;
}

function describeHeaderLine(line: HTMLElement): string {
  if (line.matches('.status')) return `Edit ${quote(line)}`;
  return `Edit ${line.querySelector('dt')?.textContent ?? 'the title'}`;
}

function getNumber(block: HTMLElement): string {
  return block.querySelector('.label')?.textContent.replace(/\.\s*$/, '') ?? 'the table';
}

/** Quotes the first words of an element. */
function quote(element: HTMLElement): string {
  const words = element.textContent.trim().split(/\s+/);
  return `“${words.slice(0, 6).join(' ')}${words.length > 6 ? ' …' : ''}”`;
}
