/** Papers of unusual size and shape for benchmarks and conformance: the reference paper with invented additions. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAPER = 'tp-thematic-performance';
const QUARTER = '2008-09-q3';
const NARRATIVE = join('data', QUARTER, `${PAPER}.yaml`);

export const findPdf = (root) => join(root, 'output', QUARTER, PAPER, `${PAPER}.pdf`);

export function copyReference(root) {
  for (const folder of ['data', 'templates']) cpSync(folder, join(root, folder), { recursive: true });
  return root;
}

function change(root, path, edit) {
  const before = readFileSync(join(root, path), 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`the edit did not change ${path}`);
  writeFileSync(join(root, path), after);
}

/** Repeats the narrative. Each copy has its own labels. */
export function writeLongerPaper(root, times) {
  copyReference(root);
  if (times > 1)
    change(root, NARRATIVE, (text) => {
      const [head, narrative] = text.split(/(?<=^narrative:\n)/m);
      const groups = narrative.split(/(?=^ {2}[a-z][a-z-]*:\n)/m).filter((group) => group.trim() !== '');
      const longer = groups.map((group) => {
        const name = group.slice(0, group.indexOf('\n') + 1);
        const entries = group.slice(name.length).trimEnd();
        const copies = Array.from({ length: times - 1 }, (_, n) =>
          entries.replace(/^( {4}[a-z][a-z-]*):/gm, `$1-copy${n}:`),
        );
        return `${name}${[entries, ...copies].join('\n\n')}\n\n`;
      });
      return head + longer.join('');
    });
  return root;
}

/** Adds rows to a table, so that it covers many pages. */
export function writeLongTable(root, rows) {
  copyReference(root);
  change(root, join('data', QUARTER, 'commitments.yaml'), (text) => {
    const more = Array.from(
      { length: rows },
      (_, n) => `  invented-${n}: { what: Invented promise number ${n}, owner: Nobody, due: Never }`,
    );
    return `${text.trimEnd()}\n${more.join('\n')}\n`;
  });
  return root;
}

const AWKWARD = `    invented-markup: |
      Invented: values & signs such as <10%, *stars* and **bold words that go on to another line of the page, so that they are
      broken**, a link to [a page whose name is so long that it runs over the end of a line of the paper and on to the next
      one](https://example.org/a?b=c&d=e), its address https://example.org/a-path/that-is/longer-than-any-line/of-the-paper/and-has-no-space/anywhere-in-it/at-all/index.html,
      and a word of Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstandsvorsitzender.

      1. a numbered list
         - with a list in it
           - and one in that

             with a second paragraph
         - and ([mail](mailto:nobody@example.org))
      2. whose second item is long enough to take more than one line of the page, so that its number stands beside the first
         of several

      | Word | Meaning |
      | --- | --- |
      | one | the first |
      | two & more | the second, with {{ref "overall-performance"}} |

      > Invented: a note beside the text.

`;

/** Adds constructs that are hard to typeset: nested markup and lists, links over lines, long addresses, special characters. */
export function writeAwkwardPaper(root, status) {
  copyReference(root);
  change(root, NARRATIVE, (text) =>
    text
      .replace(/^status: .*/m, `status: ${status}`)
      .replace(/^(keywords: )\[.*\]/m, '$1["R&D", "<b>"]')
      .replace('keywords:', 'marking: PART 1 & OPEN\nkeywords:')
      .replace('    overall-performance: |', `${AWKWARD}    overall-performance: |`),
  );
  return root;
}

/**
 * Copies a project and tables its paper `count` times more, under invented names: `<paper>-copy-1`, `<paper>-copy-2` …
 * Each copy has its own template and text. The data of the period are shared.
 */
export function writeManyPapers(root, { from = '.', period = QUARTER, paper = PAPER, count }) {
  for (const folder of ['data', 'templates'])
    cpSync(join(from, folder), join(root, folder), { recursive: true });
  const names = Array.from({ length: count }, (_, n) => `${paper}-copy-${n + 1}`);
  for (const name of names) {
    cpSync(join(root, 'templates', paper), join(root, 'templates', name), { recursive: true });
    cpSync(join(root, 'data', period, `${paper}.yaml`), join(root, 'data', period, `${name}.yaml`));
  }
  if (count === 0) return root;
  change(root, 'data/meetings.yaml', (text) =>
    text.replace(
      /^( +)papers:\n/m,
      (line, indent) =>
        line +
        names
          .map(
            (name, n) =>
              `${indent}  ${name}: { title: Invented ${n + 1}, number: ${900 + n}, author: Nobody }\n`,
          )
          .join(''),
    ),
  );
  return root;
}
