/** The parts of launch-editor that start nothing. It has types for its main function only. */
declare module 'launch-editor/guess.js' {
  /** Splits the command of a named editor. Operators of a shell come back as objects. */
  export default function guessEditor(command: string): (string | object)[];
}

declare module 'launch-editor/get-args.js' {
  /** Lists the arguments with which an editor opens a file at a line. */
  export default function getArguments(
    editor: string,
    file: string,
    line: number,
    column: number,
  ): (string | number)[];
}
