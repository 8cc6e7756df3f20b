/** Stands in for tagging in the benchmark: pdfmake's own renderer on the same layout, and no structure. */
import type { Page } from 'pdfmake/js/LayoutBuilder.js';
import rendererModule from 'pdfmake/js/Renderer.js';

const { default: Renderer } = rendererModule;

export class TaggedRenderer extends Renderer {
  constructor(pdf: object) {
    super(pdf, undefined);
  }

  drawPages(pages: Page[]): void {
    this.renderPages(pages);
  }
}

export const structureTree = (): null => null;

export const structureWriter = (): { finish: () => void } => ({ finish: () => undefined });
