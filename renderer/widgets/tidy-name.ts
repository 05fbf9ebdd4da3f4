/** A name as it is kept: composed Unicode, no spaces around it, ideographic ones neither (promise 21). */
export function tidyName(name: string): string {
  return name.normalize("NFC").replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, "");
}
