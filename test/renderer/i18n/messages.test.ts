import { beforeAll, describe, expect, test } from "vitest";
import { type FoundCatalogue, readCatalogues, readSources, type Source } from "./catalogues.ts";

let sources: readonly Source[];
let catalogues: readonly FoundCatalogue[];

beforeAll(async () => {
  sources = readSources();
  catalogues = await readCatalogues(sources);
});

const placeholdersOf = (message: string) =>
  [...message.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name = ""]) => name)
    .toSorted((a, b) => a.localeCompare(b));

describe("the messages of the screen", () => {
  test("are found: every file that declares some exports them", () => {
    const declaring = sources.filter(
      ({ path, text }) => text.includes("defineMessages(") && path !== "i18n/messages.ts",
    );
    const exporting = new Set(catalogues.map(({ path }) => path));
    expect(declaring.map(({ path }) => path).filter((path) => !exporting.has(path))).toEqual([]);
    expect(catalogues.length).toBeGreaterThan(5);
  });

  test("have a namespace for each catalogue alone", () => {
    const names = catalogues.map(({ catalogue }) => catalogue.namespace);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("exist in both languages and are not empty", () => {
    const faults = catalogues.flatMap(({ path, catalogue: { messages } }) => {
      const keys = new Set([...Object.keys(messages["zh-CN"]), ...Object.keys(messages.en)]);
      return [...keys]
        .filter((key) => !messages["zh-CN"][key]?.trim() || !messages.en[key]?.trim())
        .map((key) => `${path}: ${key}`);
    });
    expect(faults).toEqual([]);
  });

  test("name the same things in both languages", () => {
    const faults = catalogues.flatMap(({ path, catalogue: { messages } }) =>
      Object.entries(messages["zh-CN"])
        .filter(
          ([key, chinese]) =>
            placeholdersOf(chinese).join() !== placeholdersOf(messages.en[key] ?? "").join(),
        )
        .map(([key]) => `${path}: ${key}`),
    );
    expect(faults).toEqual([]);
  });

  test("are all used", () => {
    const faults = catalogues.flatMap(({ path, catalogue }) => {
      const folder = path.split("/")[0] ?? "";
      // The history words edits of every feature.
      const users = sources.filter(
        (source) =>
          catalogue.namespace === "history" ||
          source.path.startsWith(`${folder}/`) ||
          source.text.includes(`/${path.split("/").at(-1) ?? ""}`),
      );
      const text = users.map((source) => withoutDeclarations(source)).join("\n");
      return Object.keys(catalogue.messages["zh-CN"])
        .filter((key) => !text.includes(`"${key}"`) && !text.includes(`'${key}'`))
        .map((key) => `${path}: ${key}`);
    });
    expect(faults).toEqual([]);
  });

  test("word every edit: no label whose key the history does not know", () => {
    const known = catalogues.find(({ catalogue }) => catalogue.namespace === "history");
    const keys = new Set(Object.keys(known?.catalogue.messages["zh-CN"] ?? {}));
    const unknown = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/"(history\.\w+)"/g)]
        .map(([, key = ""]) => key)
        .filter((key) => !keys.has(key) && !path.endsWith("/messages.ts"))
        .filter((key) => !isOfAnotherCatalogue(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });
});

function isOfAnotherCatalogue(key: string): boolean {
  return catalogues.some(
    ({ catalogue }) => catalogue.namespace !== "history" && key in catalogue.messages["zh-CN"],
  );
}

/** A source without the lines that declare messages, `key: "…"`. */
function withoutDeclarations({ text }: Source): string {
  return text.includes("defineMessages(")
    ? text.replaceAll(/defineMessages\([\s\S]*?\n\);/g, "")
    : text;
}
