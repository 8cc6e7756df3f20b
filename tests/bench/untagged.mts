/** Replaces the tagging modules in the benchmark. It renders the same layout with pdfmake's renderer, without structure. */
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

export class StructureTree {
  readonly root = null;
}

export class StructureWriter {
  finish(): void {
    // there is no structure to write
  }
}
