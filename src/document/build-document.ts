import { formatDate, joinNames } from '../format.js';
import type { Document } from '../model/document.js';
import type { Section } from '../model/section.js';
import { toPlainText } from '../model/inline.js';
import type { Edition } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import type { Manuscript, ManuscriptSection } from '../model/manuscript.js';
import type { Checked, Problem } from '../model/problem.js';
import { draftSection, type DraftSection } from './draft.js';
import { editionWords } from './edition-words.js';
import { enumerate } from './enumerate.js';
import { expandAcronyms } from './expand-acronyms.js';
import { fragmentInlines, type Workshop } from './fragment-inlines.js';
import { sectionBlocks } from './section-blocks.js';

/**
 * Stage 5: Markdown → a numbered, resolved Document. Numbers everything first, so that a reference can lead forward. A fault
 * does not stop it: the Document shows where it is, and the other faults are found too.
 */
export function buildDocument(
  manuscript: Manuscript,
  inputs: Inputs,
  edition: Edition,
  madeAt: Date,
): Checked<Document> {
  const { template } = inputs;
  const problems: Problem[] = [];
  const draft = (sources: ManuscriptSection[]): DraftSection[] =>
    sources.filter(isWritten).map((source) => {
      const drafted = draftSection(source);
      problems.push(...drafted.problems);
      return drafted.draft;
    });
  const sections = draft(manuscript.sections);
  const appendices = draft(manuscript.appendices);
  const enumeration = enumerate(sections, appendices, template, manuscript);
  problems.push(...enumeration.problems);
  const shop: Workshop = { manuscript, template, enumeration, report: (problem) => problems.push(problem) };
  const finish = (drafts: DraftSection[], appendix: boolean): Section[] =>
    drafts.map((one) => finishSection(one, appendix, shop));
  const all = expandAcronyms(
    [...finish(sections, false), ...finish(appendices, true)],
    inputs.organisation.acronyms,
  );
  return {
    value: {
      ...frontMatter(manuscript, inputs, shop),
      ...editionWords(edition, inputs.paper.status, madeAt),
      madeAt,
      sections: all.slice(0, sections.length),
      appendices: all.slice(sections.length),
    },
    problems,
  };
}

/** A section that came out empty is left out, and takes no letter. Whether it may be is for the checks to say. */
function isWritten({ body }: ManuscriptSection): boolean {
  return body.markdown.trim() !== '';
}

function finishSection(draft: DraftSection, appendix: boolean, shop: Workshop): Section {
  const { number = null, anchor = '' } = shop.enumeration.sections.get(draft) ?? {};
  const { id, title, place } = draft.source;
  const blocks = sectionBlocks(draft, { id, number, appendix }, shop);
  return {
    id,
    anchor,
    number: appendix ? `${shop.template.words.appendix} ${number ?? ''}` : number,
    title,
    blocks,
    place,
  };
}

function frontMatter(
  manuscript: Manuscript,
  inputs: Inputs,
  shop: Workshop,
): Omit<Document, 'sections' | 'appendices' | 'status' | 'statusText' | 'changes' | 'madeAt'> {
  const { paper, meeting, paperMeetings, organisation, template } = inputs;
  const tabled = meeting.papers.find((one) => one.id === paper.id);
  const outside = { id: '', number: null, appendix: false };
  return {
    language: organisation.language,
    title: manuscript.title,
    subject: toPlainText(fragmentInlines(manuscript.subject, outside, shop)).replaceAll(/\s+/g, ' '),
    author: tabled?.author ?? organisation.name,
    keywords: paper.keywords,
    masthead: {
      authority: organisation.name,
      committee: joinNames([...new Set(paperMeetings.map(({ committee }) => committee.name))]),
      meeting: joinNames([...new Set(paperMeetings.map(({ date }) => formatDate(date)))]),
    },
    header: {
      layout: template.headerLayout,
      fields: manuscript.header.map(({ name, value }) => ({
        name,
        value: fragmentInlines(value, outside, shop),
      })),
    },
    running: {
      left: manuscript.title,
      right: tabled?.number === undefined ? meeting.committee.name : `Report ${tabled.number}`,
      marking: paper.marking ?? null,
    },
    contents: template.contentsTitle !== undefined,
    contentsTitle: template.contentsTitle ?? '',
  };
}
