import { findTabledPaper } from '../model/meeting.js';
import { joinNames } from '../format/words.js';
import { formatDate } from '../format/dates.js';
import { noCache, type Cache } from '../model/cache.js';
import type { Document } from '../model/document.js';
import type { Edition } from '../model/edition.js';
import { toPlainText } from '../model/inline.js';
import type { Inputs } from '../model/inputs.js';
import { joinChecked, mapChecked } from '../model/join-checked.js';
import type { Manuscript, ManuscriptSection } from '../model/manuscript.js';
import type { Checked } from '../model/problem.js';
import { buildSection } from './build-section.js';
import { describeEdition } from './describe-edition.js';
import { buildHeaderValue } from './build-header-value.js';
import { checkUnprinted } from './check-unprinted.js';
import { buildRunning } from './build-running.js';
import type { DocumentContext } from './document-context.js';
import { draftSection, type DraftSection } from './draft-section.js';
import { enumerate } from './enumerate.js';
import { expandAcronyms } from './expand-acronyms.js';
import { renderFragment } from './render-fragment.js';
import { OUTSIDE_SECTIONS } from './target.js';

/**
 * Stage 5: Markdown → a numbered, resolved Document. Everything is numbered before any text is rendered, so
 * that references can lead forward. The document is complete even with problems: it shows where they are.
 */
export function buildDocument(
  manuscript: Manuscript,
  inputs: Inputs,
  edition: Edition,
  madeAt: Date,
  cache: Cache = noCache,
): Checked<Document> {
  const { template, organisation, paper, pictures, theme } = inputs;
  const sectionDrafts = draftSections(manuscript.sections, cache);
  const appendixDrafts = draftSections(manuscript.appendices, cache);
  const enumeration = enumerate(sectionDrafts.value, appendixDrafts.value, template, manuscript);
  const context = { manuscript, template, theme, pictures, enumeration: enumeration.value, cache };
  const sections = joinChecked(sectionDrafts.value.map((draft) => buildSection(draft, false, context)));
  const appendices = joinChecked(appendixDrafts.value.map((draft) => buildSection(draft, true, context)));
  const described = describeEdition(edition, paper.status, madeAt);
  const front = buildFrontMatter(inputs, described.statusText, context);
  const all = expandAcronyms([...sections.value, ...appendices.value], organisation.acronyms);
  return {
    value: {
      ...front.value,
      ...described,
      madeAt,
      sections: all.slice(0, sections.value.length),
      appendices: all.slice(sections.value.length),
    },
    problems: [
      ...[sectionDrafts, appendixDrafts, enumeration, sections, appendices, front].flatMap(
        ({ problems }) => problems,
      ),
      ...checkUnprinted(context),
    ],
  };
}

/** An empty section is left out and takes no letter. The checks report it if it is mandatory. */
function draftSections(sections: readonly ManuscriptSection[], cache: Cache): Checked<DraftSection[]> {
  const filled = sections.filter(({ body }) => body.markdown.trim() !== '');
  return joinChecked(filled.map((section) => draftSection(section, cache)));
}

type FrontMatter = Omit<Document, 'sections' | 'appendices' | 'status' | 'statusText' | 'changes' | 'madeAt'>;

function buildFrontMatter(
  inputs: Inputs,
  statusText: string,
  context: DocumentContext,
): Checked<FrontMatter> {
  const { paper, meeting, paperMeetings, organisation, template } = inputs;
  const { manuscript } = context;
  const agendaItem = findTabledPaper(meeting, paper.id);
  const subject = renderFragment(manuscript.subject, OUTSIDE_SECTIONS, context);
  const fields = buildHeaderFields(context);
  const running = buildRunning(inputs, statusText, context);
  const value: FrontMatter = {
    language: organisation.language,
    title: manuscript.title,
    subject: toPlainText(subject.value).replaceAll(/\s+/g, ' '),
    author: agendaItem?.author ?? organisation.name,
    keywords: paper.keywords,
    masthead: {
      authority: organisation.name,
      committee: joinNames([...new Set(paperMeetings.map(({ committee }) => committee.name))]),
      meeting: joinNames([...new Set(paperMeetings.map(({ date }) => formatDate(date)))]),
    },
    header: { layout: template.headerLayout, fields: fields.value },
    running: running.value,
    contents: { auto: 'auto' as const, always: true, never: false }[template.contents.show],
    contentsTitle: template.contents.title,
    ...(template.contents.after !== null && { contentsAfter: template.contents.after }),
  };
  return { value, problems: [...subject.problems, ...fields.problems, ...running.problems] };
}

function buildHeaderFields(context: DocumentContext): Checked<Document['header']['fields']> {
  return joinChecked(
    context.manuscript.header.map(({ name, value }) =>
      mapChecked(buildHeaderValue(value, context), (built) => ({ name, ...built })),
    ),
  );
}
