'use strict';

let factory;

/** Sets the function that makes canvases: `(width, height) => canvas`. */
exports.setCanvasFactory = (makeCanvas) => {
  factory = makeCanvas;
};

/** The functions that chartjs-node-canvas calls for every chart. */
exports.createCanvas = (width, height, type) => {
  if (!factory) throw new Error('call setCanvasFactory() before drawing');
  if (type !== 'svg') throw new Error("this canvas draws vectors only: pass type: 'svg'");
  return factory(width, height);
};

exports.registerFont = () => {
  throw new Error('fonts are measured from the files that the PDF embeds, not registered here');
};

exports.Image = class Image {};
