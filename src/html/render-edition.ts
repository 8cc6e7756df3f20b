import { makeElement, markup, type Html } from '../markup/markup.js';
import type { Document } from '../model/document.js';
import type { HtmlOptions } from './html-options.js';

/** Renders the version with its date, and links to the paper's other files. */
export function renderEdition({ statusText }: Document, { files }: HtmlOptions): Html {
  return markup`<p class="edition">${statusText}${files && renderLinks(files)}</p>\n`;
}

/** A notice in the archive shows the page in a frame. The files open in the whole window then. */
function renderLinks({ pdf, figures }: NonNullable<HtmlOptions['files']>): Html {
  const makeLink = (name: string, words: string): Html =>
    makeElement('a', { href: encodeURIComponent(name), target: '_top' }, words);
  return markup` <span class="files">Also as ${makeLink(pdf, 'PDF')} · ${makeLink(figures, 'Figures and their sources (CSV)')}</span>`;
}
