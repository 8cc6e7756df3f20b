/** The part of saxen that the program uses. The package has no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  /** Lines count from 0. */
  type GetContext = () => { line: number };
  export class Parser {
    on(
      event: 'openTag',
      handle: (
        name: string,
        getAttributes: () => Record<string, string>,
        decode: Decode,
        isClosed: boolean,
        getContext: GetContext,
      ) => void,
    ): this;
    on(event: 'closeTag', handle: (name: string) => void): this;
    on(event: 'text', handle: (text: string, decode: Decode) => void): this;
    on(event: 'error' | 'warn', handle: (error: Error) => void): this;
    on(event: 'cdata' | 'question', handle: (text: string) => void): this;
    parse(xml: string): this;
  }
}
