import { EDIT_BUTTON } from './make-edit-buttons.js';

/** The widest editor over the text, and the least distance from the edges of the page, in pixels. */
const MAX_WIDTH = 480;
const MARGIN = 8;

/** Puts an editor where its text stands: beside the block of a button, or over the text below a figure or a cell. */
export function putEditor(editor: HTMLElement, element: HTMLElement, block: HTMLElement): void {
  if (!element.classList.contains(EDIT_BUTTON) || block.matches('td, th')) putOver(editor, block);
  else if (block.matches('dl > div')) (block.querySelector('dd') ?? block).append(editor);
  else if (block.matches('.table, figure')) block.before(editor);
  else findLast(block).after(editor);
}

/** Finds the last list of a paragraph: the editor has its text too. */
function findLast(block: Element): Element {
  let last = block;
  while (last.nextElementSibling?.matches('ul:not(.key-figures), ol')) last = last.nextElementSibling;
  return last;
}

function putOver(editor: HTMLElement, figure: HTMLElement): void {
  const page = figure.ownerDocument;
  const outer = figure.closest('main > section > *, header > *') ?? page.body.lastElementChild;
  outer?.after(editor);
  editor.classList.add('over');
  const { left, bottom } = figure.getBoundingClientRect();
  const pageWidth = page.documentElement.clientWidth;
  const width = Math.min(MAX_WIDTH, pageWidth - 2 * MARGIN);
  const origin = findOrigin(editor);
  editor.style.width = `${width}px`;
  editor.style.top = `${bottom - origin.top + MARGIN}px`;
  editor.style.left = `${Math.max(MARGIN, Math.min(left, pageWidth - width - MARGIN)) - origin.left}px`;
}

/** Finds where the coordinates of a placed element start, in the window. */
function findOrigin({ offsetParent, ownerDocument }: HTMLElement): { left: number; top: number } {
  const isPlaced = offsetParent !== null && getComputedStyle(offsetParent).position !== 'static';
  return (isPlaced ? offsetParent : ownerDocument.documentElement).getBoundingClientRect();
}
