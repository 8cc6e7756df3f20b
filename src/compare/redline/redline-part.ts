import { makeNoteAnchor } from '../../model/make-note-anchor.js';
import type { Drawing } from '../../model/drawing.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import { renderPicture } from '../../markup/render-picture.js';
import type {
  ComparedPart,
  DiagramPart,
  GridPart,
  ItemComparison,
  TextPart,
} from '../describe/comparison.js';
import { readNewText, readOldText } from '../describe/read-text.js';
import { gridHtml } from './redline-grid.js';
import { spansHtml } from './spans-html.js';

/** A block with its changes in place. */
export function partHtml(part: ComparedPart): Html {
  switch (part.kind) {
    case 'table':
      return tableHtml(part);
    case 'chart':
      return chartHtml(part);
    case 'diagram':
      return diagramHtml(part);
    default:
      return textHtml(part);
  }
}

function textHtml(part: TextPart): Html {
  const { kind, level, text, items } = part;
  const content = spansHtml(text);
  const id = anchorOf(part);
  if (kind === 'heading') return makeElement(`h${level + 2}`, { id }, content);
  if (kind === 'list') return makeElement('div', { id }, itemsHtml(items));
  if (kind === 'note') return makeElement('div', { id, role: 'note' }, markup`<p>${content}</p>`);
  return markup`${makeElement('p', { id }, [numberHtml(part), content])}${itemsHtml(items)}`;
}

/** What is removed has no anchor of its own on the page: the new version may have another thing of that name. */
function anchorOf({ after }: ComparedPart): string | null {
  return after?.anchor ?? null;
}

/** The number, and what it was. */
function numberHtml({ before, after }: TextPart): Html | null {
  const number = (after ?? before)?.number ?? null;
  if (number === null) return null;
  const old = before && after && before.number !== after.number ? before.number : null;
  const was = old === null ? null : markup` <span class="was">(was ${old})</span>`;
  return markup`<span class="number">${number}.${was}</span> `;
}

/** Nested lists by the depth of their items. */
function itemsHtml(items: readonly ItemComparison[]): Html | null {
  const [first] = items;
  if (!first) return null;
  const starts = items.flatMap(({ depth }, index) => (depth <= first.depth ? [index] : []));
  const entries = starts.map((start, index) => {
    const [item, ...below] = items.slice(start, starts[index + 1]);
    if (!item) throw new Error('a list without an item');
    const tag = item.how.includes('moved') ? markup`<span class="tag">moved</span> ` : null;
    const marker = markup`<span class="marker">${item.marker}</span> `;
    return markup`\n<li>${marker}${tag}${spansHtml(item.text)}${itemsHtml(below)}</li>`;
  });
  return markup`\n<ul>${entries}\n</ul>`;
}

function tableHtml(part: GridPart): Html {
  const caption = captionHtml(part);
  return makeElement('div', { id: anchorOf(part), class: 'table' }, [
    gridHtml(part, caption),
    notesHtml(part),
  ]);
}

/** The drawing of a chart whose numbers changed stands beside the earlier one, and its numbers below. */
function chartHtml(part: GridPart): Html {
  const changed = part.how.some(
    (one) => one === 'figures' || one === 'rows' || one === 'columns' || one === 'reworded',
  );
  const subtitle =
    part.subtitle.length > 0 ? markup`<p class="subtitle">${spansHtml(part.subtitle)}</p>` : null;
  const described = changed
    ? markup`\n<p class="described">For those who cannot see it: ${spansHtml(part.alternative)}</p>\n${gridHtml(part, markup`The numbers drawn`)}`
    : null;
  return makeElement('figure', { id: anchorOf(part) }, [
    markup`\n<figcaption><p>${captionHtml(part)}</p>${subtitle}</figcaption>`,
    drawingsHtml(part, changed),
    notesHtml(part),
    described,
  ]);
}

function diagramHtml(part: DiagramPart): Html {
  const changed = part.how.some((one) => one === 'boxes' || one === 'arrows');
  const details = changed
    ? [
        markup`\n<p class="described">For those who cannot see it: ${spansHtml(part.alternative)}</p>`,
        changedHtml('Boxes that changed', part.boxes),
        changedHtml('Arrows that changed', part.arrows),
      ]
    : null;
  return makeElement('figure', { id: anchorOf(part) }, [
    markup`\n<figcaption><p>${captionHtml(part)}</p></figcaption>`,
    drawingsHtml(part, changed),
    notesHtml(part),
    details,
  ]);
}

function changedHtml(title: string, all: DiagramPart['boxes']): Html | null {
  const items = all
    .filter(({ how }) => how.length > 0)
    .map(({ how, text }) => markup`\n<li><span class="tag">${how.join(', ')}</span> ${spansHtml(text)}</li>`);
  return items.length > 0 ? markup`\n<p>${title}:</p>\n<ul>${items}\n</ul>` : null;
}

/** "Table 1. Title" */
function captionHtml({ before, after, title }: GridPart | DiagramPart): Html {
  const number = (after ?? before)?.number ?? null;
  const old =
    before && after && before.number !== after.number
      ? markup` <span class="was">(was ${before.number ?? ''})</span>`
      : null;
  const label = number === null ? null : markup`<span class="label">${number}${old}.</span> `;
  return markup`${label}${spansHtml(title)}`;
}

/** The drawing; where it changed, the earlier one before it. */
function drawingsHtml(part: GridPart | DiagramPart, changed: boolean): Html {
  const { drawings, alternative, after, before } = part;
  const anchor = (after ?? before)?.anchor ?? '';
  const number = (after ?? before)?.number ?? 'Drawing';
  const picture = (drawing: Drawing | null, version: string, words: string): Html | null =>
    drawing && drawing.svg !== ''
      ? makeElement(
          'div',
          { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': `${number}, ${version}` },
          renderPicture({ anchor: `${version}_${anchor}`, drawing, alternative: words }),
        )
      : null;
  const [old, now] = [
    picture(drawings.before, 'before', readOldText(alternative)),
    picture(drawings.after, 'now', readNewText(alternative)),
  ];
  if (!old || !now || !changed) return markup`\n${now ?? old}`;
  return markup`
<div class="versions">
<div><p class="version">Before</p>${old}</div>
<div><p class="version">Now</p>${now}</div>
</div>`;
}

/** The new version's notes have their anchors: marks in a table lead to them. */
function notesHtml({ notes, after }: GridPart | DiagramPart): Html | null {
  if (notes.length === 0) return null;
  let number = 0;
  const paragraphs = notes.map(({ how, text }) => {
    const id = after && !how.includes('removed') ? makeNoteAnchor(after, ++number) : null;
    return makeElement('p', { id }, spansHtml(text));
  });
  return markup`\n<div class="notes">${paragraphs}</div>`;
}
