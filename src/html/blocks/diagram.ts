import { markup, type Html } from '../../markup/markup.js';
import type { Diagram } from '../../model/blocks/diagram.js';
import type { HtmlOptions } from '../html-options.js';
import { renderDrawing } from '../render-drawing.js';

export function renderDiagram(diagram: Diagram, options: HtmlOptions): Html {
  return renderDrawing(diagram, { subtitle: [], source: null, details: renderAlternative(diagram) }, options);
}

function renderAlternative({ number, alternative }: Diagram): Html {
  return markup`<details>
<summary>${number} in words</summary>
<p>${alternative}</p>
</details>`;
}
