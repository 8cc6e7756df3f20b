import { expect, test } from 'vitest';
import { decodeDocument, encodeDocument } from '../../src/archive/document-file.js';
import { composePaper } from '../../src/build-paper.js';
import { listPapers } from '../../src/inputs/project/list-papers.js';
import type { Figure } from '../../src/model/figure.js';
import type { Document } from '../../src/model/document.js';
import { WORKING_EDITION } from '../../src/model/edition.js';
import { papersOfAllShapes } from '../support/papers-of-all-shapes.js';

const theme = {
  colours: { ink: '#000000', soft: '#333333', accent: '#003366', hairline: '#cccccc', tint: '#eeeeee' },
  text: { size: 11 },
};

async function compose(root: string): Promise<Document> {
  const [paper] = listPapers(root).slice(-1);
  if (!paper) throw new Error('the project has no paper');
  const request = { root, ...paper, madeAt: null, edition: () => WORKING_EDITION, onStage: () => undefined };
  const result = await composePaper(request, { draw: true });
  if (result.state !== 'sound') throw new Error(result.state);
  return result.document;
}

/** Returns the data of a document as JSON has it, without the origins of its text, sheets, and columns of spreadsheets. */
function toData(document: Document): unknown {
  return JSON.parse(
    JSON.stringify(document, function (this: { file?: unknown }, key, value: unknown) {
      if (key === 'origins' || key === 'sheet') return undefined;
      if (key === 'inputs')
        return (value as Figure[] | undefined)?.map((figure) => ({ ...figure, inputs: undefined }));
      return key === 'column' && /\.(?:csv|xlsx)$/.test(String(this.file)) ? undefined : value;
    }),
  );
}

test.each(papersOfAllShapes)('reads the stored document of %s back as it was', async (_, copy) => {
  const project = copy();
  const document = await compose(project.root);
  project.remove();
  const decoded = decodeDocument(encodeDocument({ document, theme }));
  expect(decoded && toData(decoded.document)).toEqual(toData(document));
  expect(decoded?.document.madeAt).toEqual(document.madeAt);
  expect(decoded?.theme).toEqual(theme);
});

/** The reference paper, composed once. */
let reference: Promise<Document> | undefined;

test.each([
  ['other bytes', '\u0000'],
  ['another format', '"committee-papers-document-1"', '"committee-papers-document-9"'],
  ['a script in a drawing', '</svg>', '<script>alert(1)</script></svg>'],
  ['an event handler in a drawing', '<path d=', '<path onclick=\\"alert(1)\\" d='],
  ['an unclosed tag in a drawing', '</svg>', '<img src=x'],
  ['a key that no document has', '"statusText":', '"other":1,"statusText":'],
  ['a colour that ends the style sheet', '"#003366"', '"red}"'],
])('refuses %s', async (_, found, replacement = '') => {
  reference ??= compose('.');
  const bytes = Buffer.from(encodeDocument({ document: await reference, theme })).toString('utf8');
  const changed = found === '\u0000' ? found : bytes.replace(found, () => replacement);
  expect(changed).not.toBe(bytes);
  expect(decodeDocument(Buffer.from(changed))).toBeNull();
});
