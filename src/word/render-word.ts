import { Document as WordFile, Packer, Paragraph, type FileChild, type IPropertiesOptions } from 'docx';
import type { Document } from '../model/document.js';
import { findContentsSection } from '../model/find-contents-section.js';
import type { Look } from '../model/look.js';
import { PAGE_SIZES, type Theme } from '../model/theme.js';
import { WORD_PROPERTIES, type WordOrigin } from '../model/word-properties.js';
import { createSection } from './create-section.js';
import { createStyles } from './create-styles.js';
import { createContents } from './front/create-contents.js';
import { createFront } from './front/create-front.js';
import { planCaptions } from './numbers/plan-captions.js';
import { planNumbers } from './numbers/plan-numbers.js';
import { packAgain } from './pack-again.js';
import type { Painted } from '../model/painted.js';
import { planBookmarks, type Labels } from './plan-bookmarks.js';
import { listFootnotes, planFootnotes } from './plan-footnotes.js';
import { renderCoreProperties } from './render-core-properties.js';
import { createRunning } from './running/create-running.js';
import { createRuns } from './text/create-runs.js';
import { createTextRun } from './text/create-text-run.js';
import { removeUnprinted } from './text/remove-unprinted.js';
import { typeFootnoteNumbers } from './type-footnote-numbers.js';
import { toTwips } from './units.js';
import type { WordContext } from './word-context.js';

/** The inputs that the document itself does not have: the labels of its parts by anchor, and its origin. */
export interface WordDetails {
  labels: Labels;
  origin: WordOrigin;
  /** The pictures of the document, by the anchor of their block. */
  pictures: ReadonlyMap<string, Painted>;
}

/** Stage 7: Document → a Word document. The same document gives the same bytes. */
export async function renderWord(document: Document, look: Look, details: WordDetails): Promise<Uint8Array> {
  const { theme } = look;
  const context = createContext(document, theme, details);
  const file = new WordFile({
    title: document.title,
    styles: createStyles(theme, document.language),
    footnotes: createFootnotes(document, context),
    customProperties: createProperties(details.origin),
    compatibility: { version: 15 },
    sections: [
      {
        properties: createPage(theme),
        ...createRunning(document, theme),
        children: createBody(document, context),
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: renderCoreProperties(document) };
  const zip = await Packer.toBuffer(file, undefined, [core]);
  const edit = (name: string, xml: string): string =>
    name === 'word/footnotes.xml' ? typeFootnoteNumbers(xml, context.footnotes) : xml;
  return packAgain(zip, document.madeAt, edit);
}

function createContext(document: Document, theme: Theme, { labels, pictures }: WordDetails): WordContext {
  let lastId = 0;
  return {
    theme,
    bookmarks: planBookmarks(document, labels),
    numbers: planNumbers(document),
    captions: planCaptions(document),
    footnotes: planFootnotes(document),
    pictures,
    makeId: () => ++lastId,
  };
}

function createProperties(origin: WordOrigin): { name: string; value: string }[] {
  const { period, paper, access, edition, sources } = WORD_PROPERTIES;
  return [
    { name: paper, value: origin.paper },
    { name: period, value: origin.period },
    { name: access, value: origin.access },
    { name: edition, value: removeUnprinted(origin.edition) },
    { name: sources, value: origin.sources },
  ];
}

function createBody(document: Document, context: WordContext): FileChild[] {
  const { sections, appendices } = document;
  const contents = createContents(document, context);
  const contentsSection = findContentsSection(document);
  const isOnNewPage = context.theme.layout.appendices.separate;
  return [
    ...createFront(document, context),
    ...(contentsSection === null ? contents : []),
    ...sections.flatMap((section) => [
      ...createSection(section, { isAppendix: false, isOnNewPage: false }, context),
      ...(section.id === contentsSection ? contents : []),
    ]),
    ...appendices.flatMap((section) => createSection(section, { isAppendix: true, isOnNewPage }, context)),
  ];
}

function createFootnotes(
  document: Document,
  context: WordContext,
): NonNullable<IPropertiesOptions['footnotes']> {
  return Object.fromEntries(
    listFootnotes(document).map(({ anchor, content }) => [
      context.footnotes.get(anchor)?.id ?? 0,
      {
        children: [
          new Paragraph({
            style: 'FootnoteText',
            children: [createTextRun(' '), ...createRuns(content, context)],
          }),
        ],
      },
    ]),
  );
}

function createPage({ page, layout }: Theme): object {
  const { width, height } = PAGE_SIZES[page.size];
  const { left, top, right, bottom } = page.margins;
  const { head, foot } = layout.running;
  return {
    titlePage: true,
    page: {
      size: { width: toTwips(width), height: toTwips(height) },
      margin: {
        ...{ left: toTwips(left), top: toTwips(top), right: toTwips(right), bottom: toTwips(bottom) },
        header: toTwips(head),
        footer: toTwips(Math.max(10, bottom - foot - 2 * layout.running.size)),
      },
    },
  };
}
