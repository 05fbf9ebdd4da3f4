/** Why a file encrypted with age cannot be read; the sentence is looked up by code. */
export type AgeFaultCode = "not-age" | "wrong-recipient" | "corrupt";

/** A fault of the file, on its way to the typed result of the function that was called. */
export class AgeFault extends Error {
  readonly code: AgeFaultCode;

  constructor(code: AgeFaultCode, options?: ErrorOptions) {
    super(`age: ${code}`, options);
    this.code = code;
  }
}
