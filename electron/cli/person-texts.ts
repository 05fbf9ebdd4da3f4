import { filledText } from "../../shared/records/fields.ts";
import { type Given, textsOf } from "./command.ts";
import { wrongUsage } from "./io.ts";

/** Something said of a person, written `人员编号:文字`. */
export interface PersonText {
  /** Null where the part before the colon is left out: it concerns the whole. */
  readonly personId: string | null;
  readonly text: string;
}

/** Every text of a repeated option; what is not written so is wrong usage. */
export function readPersonTexts(given: Given, name: string): readonly PersonText[] {
  return textsOf(given, name).map((written) => {
    const [, person = "", text = ""] = /^([A-Za-z0-9._-]*):(.+)$/.exec(written) ?? [];
    if (!filledText().safeParse(text).success) {
      throw wrongUsage(`--${name} 应写成 人员编号:文字（最多500字），现为“${written}”`);
    }
    return { personId: person === "" ? null : person, text };
  });
}
