import type { Markup } from '../../model/markup.js';
import type { Place, Problem } from '../../model/problem.js';

/** The keys and list indices that lead from the top of a file to a value. */
export type Path = readonly (string | number)[];

/** A YAML file of an author: its value, and the place of everything in it. */
export interface YamlFile {
  path: string;
  text: string;
  /** Plain objects, arrays and scalars. Null if the file is not valid YAML. */
  value: unknown;
  problems: Problem[];
  /** Returns the place of the value at a path, or of its nearest parent if the path does not exist. */
  placeOf: (path: Path) => Place;
  /** Returns the place of the key at the end of a path. */
  keyPlaceOf: (path: Path) => Place;
  /** Returns a scalar as the author typed it: 08, 12a and 1.0 keep their characters. */
  sourceOf: (path: Path) => string;
  /** Returns a string value as Markdown, with the place of its first character. */
  markupAt: (path: Path) => Markup;
  /** Returns true for a literal block (`|`), whose lines are the lines of the file. */
  isLiteralAt: (path: Path) => boolean;
}
