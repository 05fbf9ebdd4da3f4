/** Why a ZIP container is refused (package.md, 'Reading'); the sentence is looked up by code. */
export type ZipFaultCode =
  | "zip-name"
  | "zip-duplicate"
  | "zip-collision"
  | "zip-type"
  | "zip-too-big"
  | "zip-mismatch"
  | "zip-roots";

/** A fault of the container, on its way to the typed result of the function that was called. */
export class ZipFault extends Error {
  readonly code: ZipFaultCode;

  /** What is wrong and where, in English for the log: never shown, and without data of people. */
  constructor(code: ZipFaultCode, detail: string, options?: ErrorOptions) {
    super(`${code}: ${detail}`, options);
    this.code = code;
  }
}
