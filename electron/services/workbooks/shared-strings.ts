import { scanXml, type XmlHandler } from "./xml-scanner.ts";
import { decodeCellText } from "./xml-text.ts";
import type { ZipSource } from "./zip-source.ts";

/**
 * Collects the text of one string item, runs of rich text put together. The pinyin that Excel shows
 * above Chinese text (拼音指南, `rPh`) is not part of it.
 */
export class StringCollector {
  #text = "";
  #isInText = false;
  #isInPinyin = false;

  reset(): void {
    this.#text = "";
  }

  open(name: string): void {
    if (name === "rPh") this.#isInPinyin = true;
    else if (name === "t") this.#isInText = !this.#isInPinyin;
  }

  close(name: string): void {
    if (name === "rPh") this.#isInPinyin = false;
    else if (name === "t") this.#isInText = false;
  }

  add(text: string): void {
    if (this.#isInText) this.#text += text;
  }

  get value(): string {
    return decodeCellText(this.#text);
  }
}

/** The texts that cells refer to by number. */
export async function readSharedStrings(
  zip: ZipSource,
  part: string | null,
): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === null || !zip.has(part)) return strings;
  const collector = new StringCollector();
  const handler: XmlHandler = {
    open: (name) => {
      if (name === "si") collector.reset();
      else collector.open(name);
    },
    close: (name) => {
      if (name === "si") strings.push(collector.value);
      else collector.close(name);
    },
    text: (text) => collector.add(text),
  };
  await scanXml(zip.read(part), handler);
  return strings;
}
