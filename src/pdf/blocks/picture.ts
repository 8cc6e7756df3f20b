import type { Picture } from '../../model/blocks/picture.js';
import { formatDataUrl } from '../../model/picture-image.js';
import type { Theme } from '../../model/theme.js';
import type { DrawingNode, ImageNode, StackNode } from '../nodes/pdf-node.js';
import { createCaptionNode } from './caption.js';

/** Returns a picture with its caption, on one page. */
export function createPictureNode(picture: Picture, theme: Theme): StackNode {
  const { above, below } = theme.layout.figures;
  return {
    stack: [
      { ...createCaptionNode(picture, theme), tag: { role: 'Caption' } },
      createImageNode(picture, theme),
    ],
    floats: 'always',
    margin: [0, above, 0, below],
  };
}

function createImageNode({ image, alternative, size }: Picture, { layout }: Theme): DrawingNode | ImageNode {
  const { above, below } = layout.figures.drawing;
  const { width, height } = size;
  const shared = {
    ...{ width, height },
    margin: [0, above, 0, below] as [number, number, number, number],
    tag: { role: 'Figure' as const, alt: alternative },
  };
  if (image.format !== 'svg') return { image: formatDataUrl(image), ...shared };
  const svg = Buffer.from(image.data, 'base64').toString('utf8');
  return {
    svg: svg.replace('<svg ', `<svg width="${width}" height="${height}" `),
    options: { warningCallback: () => undefined },
    ...shared,
  };
}
