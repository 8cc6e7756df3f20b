import { formatDate } from '../../format/dates.js';
import { formatCount } from '../../format/words.js';
import { makeElement, markup, type Html } from '../../markup/markup.js';
import type { Document } from '../../model/document.js';
import { formatVersion } from '../../model/edition.js';
import { STANDARD_NAMES, type PdfStandard } from '../../model/pdf-standards.js';
import { renderSealedPage } from '../pages/render-sealed-page.js';
import { STATEMENT, type Statement } from './statement-schema.js';

/** Formats the name of a version's page. No paper's page can have it, because the names of papers have no dots. */
export function formatStatementName(version: string): string {
  return `conformance-v${version}.html`;
}

const MEANINGS: Record<PdfStandard, string> = {
  'ua-1':
    'for people who use a screen reader or other help: the file says what is a heading, a list, a table or a picture',
  'ua-2':
    'for people who use a screen reader or other help: the file says what is a heading, a list, a table, a picture or a note',
  'a-3a': 'for archives: the file contains all that it needs to look the same in many years',
  'a-4f':
    'for archives: the file contains all that it needs to look the same in many years, with other files attached',
  wtpdf: 'for programs that read or reuse the file: its parts are marked as the specification asks',
};

/** The questions that a program cannot decide. People who check a paper can use them as a list. */
const NOT_DECIDED_BY_PROGRAMS = [
  'whether the words for a chart or picture say what it shows',
  'whether the order in which a screen reader reads the parts makes sense',
  'whether headings, links and the names of columns say what they stand for',
  'whether a picture of the author has enough contrast',
  'whether the language is plain enough for its readers',
];

/** Renders the statement for the public: the standards, the checks by program and by people, and what they cannot show. */
export function renderStatementPage(statement: Statement, { title, language }: Document): string {
  const { version, file, standards } = statement;
  const name = formatVersion(version);
  return renderSealedPage({
    language,
    title: `Standards of ${title}, ${name}`,
    register: null,
    script: null,
    hasFrames: false,
    body: markup`<header>
<h1>Which standards this paper follows</h1>
<p>${title}, ${name}: ${makeElement('a', { href: file.name }, 'PDF')}. <a href="../../../../index.html">All papers</a></p>
</header>
<main>
<h2>Standards</h2>
<p>The PDF says of itself that it follows ${standards.length === 2 ? 'two' : 'three'} standards:</p>
<ul>${standards.map((standard) => markup`\n<li>${describeStandard(standard)}</li>`)}
</ul>
<h2>What a program checked</h2>
${renderValidation(statement)}
<h2>What people checked</h2>
${renderPeople(statement)}
<h2>What no program can check</h2>
<p>A program can check the form of a file. These need a person:</p>
<ul>${NOT_DECIDED_BY_PROGRAMS.map((item) => markup`\n<li>${item}</li>`)}
</ul>
</main>
<footer><p>This page is about one file, ${file.name}, with the SHA-256 <code>${file.sha256}</code>. ${makeElement('a', { href: STATEMENT }, 'The same as data')}.</p></footer>`,
  });
}

function describeStandard(standard: PdfStandard): Html {
  const { name, source } = STANDARD_NAMES[standard];
  return markup`<strong>${name}</strong> (${source}), ${MEANINGS[standard]}`;
}

function renderValidation({ validation, programTestedWith }: Statement): Html {
  const { name, version } = programTestedWith;
  if (!validation)
    return markup`<p>No validator was run on this file when it was issued. The program that made it is tested with ${name} ${version} on example papers. That is no check of this file.</p>`;
  const { validator, results } = validation;
  const isClean = results.every(({ isCompliant }) => isCompliant);
  const items = results.map(
    ({ standard, passedRules, failedRules }) =>
      markup`\n<li>${STANDARD_NAMES[standard].name}: ${formatCount(passedRules, 'rule')} kept, ${failedRules === 0 ? 'none' : failedRules} broken</li>`,
  );
  return markup`<p>Before the paper was issued, ${validator.name} ${validator.version} checked this very file. It found ${isClean ? 'no fault' : 'faults'}.</p>
<ul>${items}
</ul>`;
}

function renderPeople({ checkedByPeople }: Statement): Html {
  if (checkedByPeople.length === 0) return markup`<p>No check by a person is recorded for this paper.</p>`;
  const items = checkedByPeople.map(
    ({ by, on, what }) => markup`\n<li>${by}, ${formatDate(on)}: ${what}</li>`,
  );
  return markup`<ul>${items}\n</ul>`;
}
