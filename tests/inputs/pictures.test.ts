import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { recognisePicture } from '../../src/inputs/pictures/recognise-picture.js';
import { Unusable } from '../../src/inputs/pictures/unusable.js';
import { makePng } from '../support/make-png.js';

const PHOTO = readFileSync('tests/checks/paper/templates/library-report/images/photo.jpg');

function drawSvg(content: string, attributes = 'viewBox="0 0 10 10"'): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`);
}

/** Returns the SVG that a page would show. */
function cleanSvg(content: string): string {
  return Buffer.from(recognisePicture(drawSvg(content)).image.data, 'base64').toString();
}

/** Changes the start of the frame in the photograph: its depth, height, width and number of colours. */
function changeFrame(change: (frame: Buffer) => void): Buffer {
  const bytes = Buffer.from(PHOTO);
  change(bytes.subarray(bytes.indexOf(Buffer.from('ffc0', 'hex'))));
  return bytes;
}

function explain(bytes: Buffer): string {
  try {
    const { image } = recognisePicture(bytes);
    return `${image.format} ${image.width} × ${image.height}`;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return `${error.message}. ${error.hint}`;
  }
}

const palette: [string, Uint8Array] = ['PLTE', Buffer.from([0, 0, 0, 255, 255, 255])];

test.each<[name: string, bytes: Buffer]>([
  ['colour', makePng()],
  ['16 bits', makePng({ depth: 16 })],
  ['grey of 1 bit', makePng({ colourType: 0, depth: 1 })],
  ['a palette of 2 bits', makePng({ colourType: 3, depth: 2, chunks: [palette] })],
  ['a transparent palette', makePng({ colourType: 3, chunks: [palette, ['tRNS', Buffer.from([0])]] })],
  ['transparency', makePng({ colourType: 6 })],
  ['interlaced lines', makePng({ interlaced: true, lines: new Uint8Array(42) })],
])('reads a PNG with %s', (_name, bytes) => {
  expect(explain(bytes)).toBe('png 4 × 3');
});

test.each<[name: string, bytes: Buffer, message: RegExp]>([
  ['an empty file', Buffer.alloc(0), /^is empty/],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0'), /^is a GIF. Save it as a PNG/],
  ['a WebP picture', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), /^is a WebP/],
  ['a picture of a telephone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), /HEIC/],
  ['a compressed SVG', gzipSync(drawSvg('')), /^is a compressed SVG/],
  ['a text', Buffer.from('a map'), /^is no PNG, JPEG or SVG/],
  ['a web page', Buffer.from('<html><body></body></html>'), /^is no PNG, JPEG or SVG/],
  ['a PNG that ends early', makePng().subarray(0, -20), /^is damaged or incomplete/],
  ['a PNG without pixels', makePng({ lines: new Uint8Array(0) }), /^is damaged/],
  ['a PNG with too many lines', makePng({ lines: new Uint8Array(4000) }), /^is damaged/],
  [
    'a PNG with a wrong checksum',
    Buffer.from(makePng().map((byte, at) => (at === 45 ? byte ^ 1 : byte))),
    /damaged/,
  ],
  ['a PNG of no width', makePng({ width: 0 }), /^has no width or no height/],
  [
    'a PNG of a billion pixels',
    makePng({ width: 40_000, height: 25_000, lines: new Uint8Array(9) }),
    /^has 40000 × 25000 pixels/,
  ],
  ['a palette PNG without its palette', makePng({ colourType: 3 }), /^is damaged/],
  ['an impossible depth', makePng({ depth: 5 }), /^is damaged/],
  ['an unknown filter of lines', makePng({ lines: new Uint8Array(39).fill(9) }), /^is damaged/],
  ['an animated PNG', makePng({ chunks: [['acTL', Buffer.alloc(8)]] }), /^is animated/],
  [
    'an interlaced PNG of few colours',
    makePng({ colourType: 0, depth: 1, interlaced: true }),
    /without interlacing/,
  ],
  ['a JPEG that ends early', PHOTO.subarray(0, -40), /^is damaged/],
  ['a JPEG without content', PHOTO.subarray(0, 3), /^is damaged/],
  [
    'a JPEG in the colours of print',
    changeFrame((frame) => frame.writeUInt8(4, 9)),
    /\(CMYK\). Save it with RGB/,
  ],
  ['a JPEG of 12 bits', changeFrame((frame) => frame.writeUInt8(12, 4)), /browsers cannot show/],
  ['a lossless JPEG', changeFrame((frame) => frame.writeUInt8(0xc3, 1)), /browsers cannot show/],
  ['a JPEG of no height', changeFrame((frame) => frame.writeUInt16BE(0, 5)), /^has no width or no height/],
  ['a script', drawSvg('\n<script>alert(1)</script>'), /^runs a script in line 2/],
  ['an event handler', drawSvg('<g onload="alert(1)"/>'), /^runs a script \(onload\)/],
  ['a web page within an SVG', drawSvg('<foreignObject/>'), /foreignObject/],
  ['a picture within an SVG', drawSvg('<image href="data:image/png;base64,AA"/>'), /another picture/],
  ['a link to another file', drawSvg('<use href="https://example.org/a.svg#b"/>'), /^loads another file/],
  ['a fill from another file', drawSvg('<g fill="url(b.svg#c)"/>'), /^loads another file/],
  [
    'a fill from another file in a style',
    drawSvg('<g style="fill: url( \'//x\' )"/>'),
    /^loads another file/,
  ],
  ['an import', drawSvg('<style>@import "x.css";</style>'), /style sheet that loads/],
  [
    'a style sheet beside it',
    Buffer.from('<?xml-stylesheet href="x.css"?><svg viewBox="0 0 1 1"/>'),
    /loads a style sheet/,
  ],
  ['entities', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>'), /^defines entities/],
  ['a filter', drawSvg('<g filter="url(#f)"/>'), /filter effect/],
  ['an animation', drawSvg('<animate/>'), /an element <animate>/],
  ['a number out of range', drawSvg('<path d="M0 0L1e400 5"/>'), /number out of range/],
  ['an element that contains itself', drawSvg('<g id="a"><use href="#a"/></g>'), /^contains itself/],
  ['elements that use each other without end', drawSvg(nestUses(30)), /^draws more than 20,000 elements/],
  ['too many levels', drawSvg('<g>'.repeat(90) + '</g>'.repeat(90)), /too many elements within each other/],
  ['an open element', Buffer.from('<svg viewBox="0 0 1 1"><g>'), /^is damaged/],
  ['a drawing without a size', drawSvg('', 'width="100%"'), /does not state its size/],
  ['a drawing of no height', drawSvg('', 'width="5" height="0"'), /^has no width or no height/],
  ['a drawing in another encoding', Buffer.from([...drawSvg(''), 0xff]), /^is damaged/],
  ['a drawing of megabytes', drawSvg(' '.repeat(3_000_000)), /^is larger than 2 MB/],
])('refuses %s', (_name, bytes, message) => {
  expect(explain(bytes)).toMatch(message);
});

/** Makes groups that use the next one ten times each. */
function nestUses(count: number): string {
  const groups = Array.from(
    { length: count },
    (_, index) => `<g id="g${index}">${`<use href="#g${index + 1}"/>`.repeat(10)}</g>`,
  );
  return `${groups.join('')}<g id="g${count}"/>`;
}

test('keeps only what is drawn', () => {
  const png = recognisePicture(makePng({ chunks: [['tEXt', Buffer.from('Author\0A. Clerk')]] }));
  expect(Buffer.from(png.image.data, 'base64').toString('latin1')).not.toContain('Clerk');
  const svg = cleanSvg(
    '<title>x</title><a:b xmlns:a="urn:a"><path/></a:b><g data-x="1" font-family="Papyrus" style="fill:red;-x-y:1"/>',
  );
  expect(svg).toMatch(/<g style="fill:red"><\/g><\/svg>$/);
  expect(svg).toContain('SourceSans3');
});

test('turns a photograph as its camera was turned, and drops where it was taken', () => {
  const { image, hasLocation } = recognisePicture(PHOTO);
  expect([image.width, image.height, hasLocation]).toEqual([200, 300, true]);
  const again = recognisePicture(Buffer.from(image.data, 'base64'));
  expect([again.image.width, again.image.height, again.hasLocation]).toEqual([200, 300, false]);
});

test('lists the words of a drawing, with the characters that stand for others', () => {
  const { image } = recognisePicture(drawSvg('<text>Mill &amp; <tspan>Quay</tspan></text>'));
  expect(image.texts).toEqual(['Mill &', 'Quay']);
});
