import { markup, type Html } from '../../src/markup/markup.js';

const NODE = String.raw`(\w+)(?:[[({]+"([^"]+)"[\])}]+)?`;
const ARROW = new RegExp(String.raw`^\s*${NODE} (?:-- "([^"]+)" )?--> ${NODE}\s*$`);

/**
 * Renders a Mermaid flowchart as a table of its arrows. A Git host draws it. The site would need a large library for the drawing, and
 * a screen reader could not read it. Throws for a line that is not an arrow.
 */
export function renderFlowchart(source: string): Html {
  const [, ...lines] = source.trim().split('\n');
  const names = new Map<string, string>();
  const arrows = lines.map((line) => {
    const [, from = '', fromName, carried = '', to = '', toName] = ARROW.exec(line) ?? [];
    if (to === '') throw new Error(`the flowchart has a line that is not an arrow: ${line}`);
    if (fromName !== undefined) names.set(from, fromName);
    if (toName !== undefined) names.set(to, toName);
    return { from, carried, to };
  });
  const rows = arrows.map(
    ({ from, carried, to }) =>
      markup`<tr><th scope="row">${names.get(from) ?? from}</th><td>${carried}</td><td>${names.get(to) ?? to}</td></tr>`,
  );
  return markup`<div class="scroll" role="group" tabindex="0" aria-label="Flow"><table>
<thead><tr><th scope="col">From</th><th scope="col">Passes on</th><th scope="col">To</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}
