import type * as z from 'zod';
import { basename } from 'node:path';
import type { Checked, Problem } from '../../model/problem.js';
import type { TemplateSection } from '../../model/template.js';
import { joinChecked } from '../../model/join-checked.js';
import type { SourceReader } from '../source-reader.js';
import { findUnknownFiles } from '../find-unknown-files.js';
import { readMarkupFile } from './read-markup-file.js';
import type { templateSchema } from './template-schema.js';

type RawTemplate = z.infer<typeof templateSchema>;
type RawSection = RawTemplate['sections'][number];

/** Reads the sections that `paper.yaml` lists, each from its own Markdown file. */
export function readSections(
  reader: SourceReader,
  folder: string,
  data: RawTemplate,
): Checked<TemplateSection[]> {
  const listed = data.sections.map(({ id }) => `${id}.md.hbs`);
  const sections = joinChecked(data.sections.map((section) => readSection(reader, folder, section)));
  return {
    value: sections.value,
    problems: [
      ...findUnknownFiles(reader.root, `${folder}/sections`, listed).map((problem) =>
        problem.hint === undefined
          ? { ...problem, hint: explainNewSection(problem.place?.file ?? '', folder) }
          : problem,
      ),
      ...sections.problems,
    ],
  };
}

/** Explains everything that a new section needs, so that the author need not find out one error at a time. */
function explainNewSection(file: string, folder: string): string {
  const id = basename(file).replace(/\..*$/, '');
  return `To use it, add { id: ${id}, title: … } under sections: in ${folder}/paper.yaml. An appendix belongs in ${folder}/appendices/, with its title at the top.`;
}

function readSection(
  reader: SourceReader,
  folder: string,
  { id, title, lettered, numbered, mandatory, role }: RawSection,
): Checked<TemplateSection> {
  const path = `${folder}/sections/${id}.md.hbs`;
  const { value: markup, problems } = readMarkupFile(reader, path);
  return {
    value: {
      id,
      title,
      isLettered: lettered ?? true,
      isNumbered: numbered ?? true,
      isMandatory: mandatory ?? false,
      role,
      markup,
    },
    problems: problems.map((problem) =>
      problem.rule === 'file-exists' ? explainMissing(problem, id) : problem,
    ),
  };
}

function explainMissing(problem: Problem, id: string): Problem {
  return {
    ...problem,
    message: `the file of the section "${id}" is missing`,
    hint: `Make the file, with the text of the section. For paragraphs of each period, write {{narrative "${id}"}} in it and ${id}: under narrative: in the paper’s file. If the section is not needed, delete it from paper.yaml.`,
  };
}
