import { LAWS } from '../../../src/laws/index.js';
import type { Law } from '../../../src/laws/law.js';
import { listDemands } from '../../../src/laws/list-demands.js';
import { markup, type Html } from '../../../src/markup/markup.js';
import type { ReferencePage } from '../site-page.js';
import { showTable } from './show-example.js';

/** Makes the page of the laws, from the data that the checks use. */
export function describeLaws(): ReferencePage {
  return { id: 'laws', body: markup`${Object.values(LAWS).map(describeLaw)}` };
}

function describeLaw(law: Law): Html {
  const demands = listDemands(law);
  const paragraphs = law.exemption?.paragraphs ?? [];
  return markup`<h2 id="${law.id}"><code>${law.id}</code>: ${law.name}</h2>
<p>${law.covers}</p>
${
  demands.length === 0
    ? null
    : showTable(
        `What ${law.id} demands`,
        ['Topic', 'What the law says', 'Source'],
        demands.map(({ topic, says, source, assumed }) => [
          topic,
          assumed === undefined ? says : markup`${says} <em>Assumed:</em> ${assumed}`,
          source,
        ]),
      )
}${
    paragraphs.length === 0
      ? null
      : showTable(
          `Paragraphs of the schedule in ${law.id}`,
          ['Paragraph', 'Exempt information, in short'],
          paragraphs.map(({ id, describes }) => [id, describes]),
        )
  }`;
}
