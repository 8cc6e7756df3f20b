import { makeElement, markup, type Html } from '../../markup/markup.js';
import { makeNoteAnchor } from '../../model/make-note-anchor.js';
import type {
  ChangeKind,
  DiagramPart,
  GridPart,
  PicturePart,
  TextComparison,
} from '../describe/comparison.js';
import type { Span } from '../describe/span.js';
import { renderDrawings } from './render-drawings.js';
import { renderGrid } from './render-grid.js';
import { renderOldNumber } from './render-old-number.js';
import { renderSpans } from './render-spans.js';

/** Changes that a chart's drawing can show. */
const DRAWN_IN_CHART: ChangeKind[] = ['figures', 'rows', 'columns', 'reworded'];
/** Changes that a diagram's drawing can show. */
const DRAWN_IN_DIAGRAM: ChangeKind[] = ['boxes', 'arrows'];

/** Renders a table with its changed cells. */
export function renderTable(part: GridPart): Html {
  return makeElement('div', { id: part.after?.anchor ?? null, class: 'table' }, [
    renderGrid(part, renderCaption(part)),
    renderNotes(part),
  ]);
}

/** Renders a chart. If its numbers changed, the old drawing is next to it and the numbers are below. */
export function renderChart(part: GridPart): Html {
  const isRedrawn = part.how.some((kind) => DRAWN_IN_CHART.includes(kind));
  const subtitle =
    part.subtitle.length > 0 ? markup`<p class="subtitle">${renderSpans(part.subtitle)}</p>` : null;
  const details = isRedrawn
    ? markup`${renderAlternative(part.alternative)}\n${renderGrid(part, markup`Numbers in the chart`)}`
    : null;
  return makeElement('figure', { id: part.after?.anchor ?? null }, [
    markup`\n<figcaption><p>${renderCaption(part)}</p>${subtitle}</figcaption>`,
    renderDrawings(part, isRedrawn),
    renderNotes(part),
    details,
  ]);
}

/** Renders a diagram. If it was redrawn, the old drawing is next to it and the changes are listed below. */
export function renderDiagram(part: DiagramPart): Html {
  const isRedrawn = part.how.some((kind) => DRAWN_IN_DIAGRAM.includes(kind));
  const details = isRedrawn
    ? [
        renderAlternative(part.alternative),
        renderChangedTexts('Changed boxes', part.boxes),
        renderChangedTexts('Changed arrows', part.arrows),
      ]
    : null;
  return makeElement('figure', { id: part.after?.anchor ?? null }, [
    markup`\n<figcaption><p>${renderCaption(part)}</p></figcaption>`,
    renderDrawings(part, isRedrawn),
    renderNotes(part),
    details,
  ]);
}

/** Renders the text alternative, which the drawing or picture does not show. */
export function renderAlternative(alternative: readonly Span[]): Html {
  return markup`\n<p class="described">Description: ${renderSpans(alternative)}</p>`;
}

function renderChangedTexts(title: string, texts: readonly TextComparison[]): Html | null {
  const items = texts
    .filter(({ how }) => how.length > 0)
    .map(
      ({ how, text }) => markup`\n<li><span class="tag">${how.join(', ')}</span> ${renderSpans(text)}</li>`,
    );
  return items.length > 0 ? markup`\n<p>${title}:</p>\n<ul>${items}\n</ul>` : null;
}

/** Renders the number and title: "Table 1. Title". */
export function renderCaption(part: GridPart | DiagramPart | PicturePart): Html {
  const number = (part.after ?? part.before)?.number ?? null;
  const label =
    number === null ? null : markup`<span class="label">${number}${renderOldNumber(part)}.</span> `;
  return markup`${label}${renderSpans(part.title)}`;
}

/** Renders the notes. Those of the new version have anchors, because marks in the table link to them. */
function renderNotes({ notes, after }: GridPart | DiagramPart): Html | null {
  if (notes.length === 0) return null;
  let number = 0;
  const paragraphs = notes.map(({ how, text }) => {
    const id = after && !how.includes('removed') ? makeNoteAnchor(after, ++number) : null;
    return makeElement('p', { id }, renderSpans(text));
  });
  return markup`\n<div class="notes">${paragraphs}</div>`;
}
