import type { Paper, PaperAppendix } from '../../model/paper.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';
import type { Template, TemplateAppendix } from '../../model/template.js';
import { applyStarts } from '../template/numbering-start.js';
import { sortAppendices } from '../template/read-appendices.js';

/** Returns the template with what the paper's own file changes for this paper: appendices and first numbers. */
export function settleTemplate(template: Template, paper: Paper): Checked<Template> {
  const { value: numbering, problems } = applyStarts(template.numbering, paper.starts);
  const isOwn = ({ id }: PaperAppendix): boolean => template.appendices.every((known) => known.id !== id);
  const own = paper.appendices.filter(isOwn);
  const shared = template.appendices.map((appendix) => changeAppendix(appendix, paper));
  return {
    value: { ...template, numbering, appendices: sortAppendices([...shared, ...own.map(makeAppendix)]) },
    problems: [
      ...problems,
      ...paper.appendices.flatMap((entry) =>
        isOwn(entry) ? checkOwn(entry, template) : checkShared(entry, template),
      ),
    ],
  };
}

/** An appendix of the template can be to follow in one paper only. */
function changeAppendix(appendix: TemplateAppendix, { appendices }: Paper): TemplateAppendix {
  const toFollow = appendices.find(({ id }) => id === appendix.id)?.toFollow;
  return toFollow ? { ...appendix, toFollow } : appendix;
}

function makeAppendix({
  id,
  title,
  order,
  markup,
  toFollow,
  restricted,
  place,
}: PaperAppendix): TemplateAppendix {
  return {
    id,
    title: title ?? id,
    order: order ?? Infinity,
    markup: markup ?? { text: '', place },
    toFollow,
    restricted,
  };
}

/** Checks an entry for an appendix that the template does not have. */
function checkOwn(
  { id, title, markup, toFollow, restricted, place }: PaperAppendix,
  template: Template,
): Problem[] {
  const known = template.appendices.map((appendix) => appendix.id);
  if (title === undefined)
    return [
      makeError('appendix-exists', place, `the template has no appendix "${id}"`, {
        expected:
          known.length > 0 ? `one of ${known.join(', ')}` : 'title: of an appendix of this paper only',
        hint: suggestName(id, known) ?? 'For an appendix of this paper only, write its title: and text:.',
      }),
    ];
  if (restricted && markup)
    return [
      makeError(
        'restricted-text-is-absent',
        markup.place,
        `the restricted appendix "${id}" has a text here`,
        {
          hint: 'The sources of a paper are published with it. Delete the text, or delete restricted:.',
        },
      ),
    ];
  if (markup || toFollow || restricted) return [];
  return [
    makeError('appendix-has-text', place, `the appendix "${id}" has no text`, {
      expected: 'text:, to-follow: or restricted:',
    }),
  ];
}

/** Checks an entry for an appendix of the template, which keeps its title and text. */
function checkShared(
  { id, title, order, markup, restricted, place }: PaperAppendix,
  template: Template,
): Problem[] {
  const isMore = [title, order, markup, restricted ?? undefined].some((value) => value !== undefined);
  if (!isMore) return [];
  const file = `templates/${template.id}/appendices/${id}.md.hbs`;
  return [
    makeError('appendix-is-said-once', place, `the appendix "${id}" is in the template`, {
      expected: 'only to-follow:',
      hint: `Change its title, text, order or restriction in ${file}, or choose another name.`,
    }),
  ];
}
