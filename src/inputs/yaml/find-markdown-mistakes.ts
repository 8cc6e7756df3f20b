import { makeError, type Place, type Problem } from '../../model/problem.js';

/** Returns the place of a column, counted from 1, in one line. */
export type PlaceInLine = (column: number) => Place;

/**
 * The bullet that a word processor or a web page puts before an item.
 * Second-level bullets are an `o` and a tab.
 */
const BULLET = /^([ \t]*)(?:([•▪◦‣·●○■])[ \t\u00a0]+|(o)[ \t]*\t)\S/u;

/** `{facts.benches}`, `{ref "x"}`, `{#if data.late}`, `{else}`: an expression with a brace missing. */
const SINGLE_BRACES =
  /(?<!\{)\{(?!\{)([#/]?[a-z][\w-]*(?:\.[\w-]+|\s+["'(]|\s+\w[\w-]*\.\w)[^{}]*|else|\/(?:if|unless|each|with))\}/u;

/** Finds text in an author's Markdown that looks like a list or a figure but would be printed literally. */
export function findMarkdownMistakes(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const placeAt: PlaceInLine = (column) => ({ file, line: index + 1, column });
    return [...findBullet(line, placeAt), ...findSingleBraces(line, placeAt)];
  });
}

/** Finds a pasted bullet at the start of a line. */
export function findBullet(line: string, placeAt: PlaceInLine): Problem[] {
  const [, indent, sign, letter] = BULLET.exec(line) ?? [];
  if (indent === undefined) return [];
  return [
    makeError(
      'list-is-markdown',
      placeAt(indent.length + 1),
      `the line starts with the bullet ${sign ?? letter ?? ''}, which does not make a list`,
      { hint: 'Start the line with "- " instead, and leave an empty line before the list.' },
    ),
  ];
}

/** Finds an expression in single braces. */
export function findSingleBraces(line: string, placeAt: PlaceInLine): Problem[] {
  const match = SINGLE_BRACES.exec(line);
  if (!match) return [];
  return [
    makeError(
      'braces-are-double',
      placeAt(match.index + 1),
      `${match[0]} has single braces and would be printed literally`,
      { hint: `Write {{${match[1] ?? ''}}}.` },
    ),
  ];
}
