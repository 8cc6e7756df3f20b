import type { Diagram } from '../model/blocks/diagram.js';
import type { Chart } from '../model/blocks/chart.js';
import type { Inline } from '../model/inline.js';
import { gridHtml } from './grid-html.js';
import { inlineHtml } from './inline-html.js';
import { makeElement, markup, type Html } from '../markup/markup.js';
import { renderPicture } from '../markup/render-picture.js';
import { captionHtml, notesHtml, scrollHtml } from './table-html.js';
import { placeMark, type Tracing } from './trace.js';

/** A drawing with its caption and notes, and the same in figures or in words for who cannot see or read it. */
export function drawingHtml(block: Chart | Diagram, tracing: Tracing): Html {
  const { anchor, notes, place } = block;
  const subtitle = block.kind === 'chart' ? block.subtitle : [];
  const measures =
    subtitle.length > 0 ? markup`<p class="subtitle">${inlineHtml(subtitle, tracing)}</p>` : null;
  return makeElement(
    'figure',
    { id: anchor, ...placeMark(place, tracing) },
    markup`
<figcaption id="${anchor}_caption"><p>${captionHtml(block, tracing)}</p>${measures}</figcaption>
${scrollHtml({ 'aria-labelledby': `${anchor}_caption` }, renderPicture(block))}${notesHtml(anchor, notes, tracing)}
${block.kind === 'chart' ? dataHtml(block, tracing) : wordsHtml(block)}
`,
  );
}

/** The numbers that a chart draws. */
function dataHtml({ anchor, number, title, subtitle, data, dataColumns }: Chart, tracing: Tracing): Html {
  const id = `${anchor}_data`;
  const columns = [[], ...dataColumns.map((text): Inline[] => [{ kind: 'text', text }])].map(
    (heading, index) => ({
      heading,
      align: holdsFigures(data, index - 1) ? ('decimal' as const) : ('left' as const),
    }),
  );
  const rows = data.map(({ label, cells }) => ({ kind: 'data' as const, cells: [label, ...cells] }));
  const caption = inlineHtml(subtitle.length > 0 ? subtitle : title, tracing);
  const table = markup`<table>
<caption id="${id}">${caption}</caption>${gridHtml({ id, columns, rows }, tracing)}</table>`;
  return markup`<details>
<summary>The figures in ${number}</summary>
${scrollHtml({ 'aria-labelledby': id }, table)}
</details>`;
}

function holdsFigures(data: Chart['data'], column: number): boolean {
  return data.some(({ cells }) => cells[column]?.some(({ kind }) => kind === 'value'));
}

function wordsHtml({ number, alternative }: Diagram): Html {
  return markup`<details>
<summary>${number} in words</summary>
<p>${alternative}</p>
</details>`;
}
