import { findTabledPaper } from '../model/meeting.js';
import type { Document } from '../model/document.js';
import { getSchedule, writeExemptMark } from '../model/exemption.js';
import type { Fragment } from '../model/fragment.js';
import { toPlainText, type Inline } from '../model/inline.js';
import type { Inputs } from '../model/inputs.js';
import { makeError, type Checked, type Problem } from '../model/problem.js';
import { EDITION, PAGE_COUNT, PAGE_NUMBER, type RunningTexts } from '../model/running.js';
import type { DocumentContext } from './document-context.js';
import { renderFragment } from './render-fragment.js';
import { OUTSIDE_SECTIONS } from './target.js';

/** Builds the running head and foot: the template's texts, and defaults for those that it leaves out. */
export function buildRunning(
  inputs: Inputs,
  statusText: string,
  context: DocumentContext,
): Checked<Document['running']> {
  const { head, foot } = context.manuscript.running;
  const defaults = makeDefaults(inputs, context.manuscript.title);
  const built = {
    head: buildLine(head, defaults.head, statusText, context),
    foot: buildLine(foot, defaults.foot, statusText, context),
  };
  return {
    value: { ...built.head.value, foot: built.foot.value, marking: describeMarking(inputs) },
    problems: [...built.head.problems, ...built.foot.problems],
  };
}

/** Joins the mark of the exempt edition and the marking that the author chose. Null if there is neither. */
function describeMarking({ access, paper, meeting }: Inputs): string | null {
  const marks = [
    access === 'exempt' ? writeExemptMark(paper.exempt, getSchedule(meeting)) : null,
    paper.marking ?? null,
  ];
  return marks.filter((mark) => mark !== null).join(' · ') || null;
}

function makeDefaults(
  { paper, meeting, template }: Inputs,
  title: string,
): Record<'head' | 'foot', RunningTexts> {
  const number = findTabledPaper(meeting, paper.id)?.number;
  const right = number === undefined ? meeting.committee.name : `${template.paperWord} ${number}`;
  return {
    head: { left: title, centre: '', right },
    foot: { left: EDITION, centre: '', right: `Page ${PAGE_NUMBER} of ${PAGE_COUNT}` },
  };
}

function buildLine(
  texts: Partial<Record<keyof RunningTexts, Fragment>>,
  defaults: RunningTexts,
  statusText: string,
  context: DocumentContext,
): Checked<RunningTexts> {
  const problems: Problem[] = [];
  const build = (side: keyof RunningTexts): string => {
    const fragment = texts[side];
    if (!fragment) return defaults[side].replaceAll(EDITION, statusText);
    const rendered = renderFragment(fragment, OUTSIDE_SECTIONS, context);
    problems.push(...rendered.problems, ...refuseMarkup(rendered.value, fragment));
    return toPlainText(rendered.value).replace(/\s+/g, ' ').replaceAll(EDITION, statusText);
  };
  return { value: { left: build('left'), centre: build('centre'), right: build('right') }, problems };
}

const NAMES: Partial<Record<Inline['kind'], string>> = {
  strong: 'bold text',
  emphasis: 'text in italics',
  link: 'a link',
};

/** A running text has one look, so what would make a part of it different is refused. */
function refuseMarkup(content: readonly Inline[], { origins }: Fragment): Problem[] {
  return content.flatMap(({ kind }) => {
    const name = NAMES[kind];
    if (name === undefined) return [];
    return [
      makeError(
        'markdown-is-supported',
        origins[0]?.place,
        `${name} is not supported in a running head or foot`,
        {
          expected: 'plain words and {{…}}',
        },
      ),
    ];
  });
}
