import type { Node, Paragraph, RootContent } from 'mdast';
import type { Fragment } from '../model/fragment.js';
import { findPlace, sliceOrigins } from '../model/origin.js';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { readAttributes, type PictureAttributes } from './read-attributes.js';

/** A picture on a line of its own. The Markdown parser knows only images within text. */
export interface PictureNode extends Node, PictureAttributes {
  type: 'picture';
  caption: Fragment;
  /** The path, as the author typed it. */
  url: string;
}

declare module 'mdast' {
  interface RootContentMap {
    picture: PictureNode;
  }
  interface BlockContentMap {
    picture: PictureNode;
  }
}

/** Puts a picture in place of each paragraph that consists of one. An image within a paragraph stays where it is. */
export function placePictures(nodes: readonly RootContent[], fragment: Fragment): Checked<RootContent[]> {
  const problems: Problem[] = [];
  const value = nodes.map((node): RootContent => {
    const picture = node.type === 'paragraph' ? readPicture(node, fragment) : null;
    if (!picture) return node;
    problems.push(...picture.problems);
    return picture.value;
  });
  return { value, problems };
}

/** Reads a paragraph such as `![Caption](images/map.png){#fig-map fig-alt="…"}`. Returns null if it is something else. */
function readPicture(node: Paragraph, fragment: Fragment): Checked<PictureNode> | null {
  const [image] = node.children;
  if (image?.type !== 'image' || !image.position || !node.position) return null;
  const start = image.position.start.offset ?? 0;
  const middle = image.position.end.offset ?? 0;
  const end = node.position.end.offset ?? middle;
  const rest = fragment.markdown.slice(middle, end);
  if (!/^\s*(?:\{[\s\S]*\})?\s*$/.test(rest)) return null;
  const { value: attributes, problems } = readAttributes(sliceFragment(fragment, middle, end));
  const captionEnd = findCaptionEnd(fragment.markdown, start + 2, middle);
  const caption = sliceFragment(fragment, start + 2, captionEnd);
  return {
    value: { type: 'picture', caption, url: image.url, ...attributes, position: node.position },
    problems: [...problems, ...reportMissing(caption, attributes, findPlace(fragment.origins, start))],
  };
}

/** Finds the bracket that ends a caption. Brackets within it are in pairs, or behind a backslash. */
function findCaptionEnd(markdown: string, from: number, to: number): number {
  let depth = 1;
  for (let at = from; at < to; at++) {
    const character = markdown[at];
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return to;
}

const EXAMPLE = '![Caption](images/map.png){#fig-map fig-alt="What it shows"}';

function reportMissing(
  { markdown }: Fragment,
  { alternative, isIncomplete }: PictureAttributes,
  place: Place,
): Problem[] {
  const report = (message: string, hint: string): Problem =>
    makeError('picture-is-complete', place, message, { expected: EXAMPLE, hint });
  const hasAlternative = alternative !== null && alternative.markdown.trim() !== '';
  return [
    ...(markdown.trim() === ''
      ? [
          report(
            'the picture has no caption',
            'Say between [ and ] what the picture shows. Leave out a picture that only decorates.',
          ),
        ]
      : []),
    ...(hasAlternative || isIncomplete
      ? []
      : [
          report(
            'the picture has no text alternative',
            'Say in fig-alt="…" what a reader sees: the shape of a map, the people in a photograph.',
          ),
        ]),
  ];
}

/** Returns the part of a fragment between two offsets, with its values and its places. */
function sliceFragment({ markdown, values, origins }: Fragment, from: number, to: number): Fragment {
  return { markdown: markdown.slice(from, to), values, origins: sliceOrigins(origins, from, to) };
}
