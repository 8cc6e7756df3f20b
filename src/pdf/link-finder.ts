import type { Inline, LineOfText } from 'pdfmake/js/LayoutBuilder.js';
import { createElement, type Element } from './structure/element.js';
import { createPdfString } from './structure/element-dictionary.js';
import type { StructureTree } from './structure/structure-tree.js';
import { usePlainSpaces } from './text/use-plain-spaces.js';

/** A link within a text. It may cover several words and lines. */
export interface TextLink {
  element: Element;
  /** An action or a destination in PDF syntax. */
  target: object;
  /** The words of the link, which a screen reader announces. */
  contents: string;
}

/** The link that the last word of a node belongs to. */
interface LastLink {
  key: string;
  link: TextLink | null;
}

/** Collects the links of all lines before anything is drawn, because a link's contents need all its words. */
export class LinkFinder {
  private readonly links = new Map<Inline, TextLink>();
  private readonly lastLinks = new Map<object, LastLink>();

  constructor(private readonly tree: StructureTree) {}

  /** Adds the next line of a node. */
  addLine(line: LineOfText, node: object): void {
    if (this.tree.owners.get(node)?.kind !== 'element') return;
    for (const inline of line.inlines) {
      const link = this.continueLink(inline, node);
      if (link) this.links.set(inline, link);
    }
  }

  /** Returns the link of a word. */
  find(inline: Inline): TextLink | null {
    return this.links.get(inline) ?? null;
  }

  private continueLink(inline: Inline, node: object): TextLink | null {
    const target = createTarget(inline);
    const key = target ? `${inline.link ?? ''} ${inline.linkToDestination ?? ''}` : '';
    const contentsLink = this.tree.contentsLinks.get(node);
    const last = this.lastLinks.get(node);
    const link = target && ((last?.key === key && last.link) || this.createLink(target, node, inline));
    this.lastLinks.set(node, { key, link });
    if (link && !contentsLink)
      link.contents += inline.sup ? `Footnote ${inline.text}` : usePlainSpaces(inline.text);
    return link;
  }

  private createLink(target: object, node: object, inline: Inline): TextLink {
    const contentsLink = this.tree.contentsLinks.get(node);
    if (contentsLink) return { element: contentsLink.element, target, contents: contentsLink.label };
    const element = createElement('Link');
    this.addCitation(element, inline);
    return { element, target, contents: '' };
  }

  /** Connects a citation and its note: the number of a footnote, or a mark in a table. */
  private addCitation(citation: Element, { linkToDestination }: Inline): void {
    const note = linkToDestination ? this.tree.targets.get(linkToDestination) : undefined;
    if (note?.role !== 'Note') return;
    citation.properties.refs = [note];
    (note.properties.refs ??= []).push(citation);
  }
}

function createTarget({ link, linkToDestination }: Inline): object | null {
  if (linkToDestination) return { Dest: createPdfString(linkToDestination) };
  return link ? { A: { Type: 'Action', S: 'URI', URI: createPdfString(link) } } : null;
}
