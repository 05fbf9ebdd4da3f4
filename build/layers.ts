import { builtinModules } from "node:module";
import { posix } from "node:path";
import { parseSync } from "oxc-parser";

/**
 * The layers of architecture.md: who may import whom. Every import is counted; one that no rule allows
 * is a fault of the build.
 */

/** A part of the house: a folder prefix, and what it may import besides itself. */
interface Layer {
  readonly folder: string;
  /** Folder prefixes in this repository. */
  readonly layers: readonly string[];
  /** Packages and `node:`; "*" for any. */
  readonly packages: readonly string[];
}

const ANY = "*";

/** The features of the screen: they do not import each other. */
const FEATURES = [
  "workbench",
  "bureau",
  "people",
  "training",
  "service",
  "eligibility",
  "posts",
  "bureau-reports",
  "recommendation",
  "submissions",
  "policy",
  "exchange",
  "health",
  "settings",
  "catalogue",
] as const;

const SCREEN_PACKAGES = [
  "@tanstack/react-table",
  "@tanstack/react-virtual",
  "antd",
  "dayjs",
  "echarts",
  "pdfjs-dist",
  "react",
  "react-router",
];

/** The longest matching folder decides. Pure core first, effects at the edge, tools around them. */
const LAYERS: readonly Layer[] = [
  { folder: "shared/calendar/", layers: [], packages: [] },
  {
    folder: "shared/records/",
    layers: ["shared/calendar/"],
    packages: ["jsonc-parser", "zod"],
  },
  {
    folder: "shared/policy/",
    layers: ["shared/calendar/", "shared/records/"],
    packages: ["zod"],
  },
  {
    folder: "shared/workbook/",
    layers: [
      "shared/calendar/",
      "shared/records/",
      "shared/policy/",
      "shared/submission/",
      "shared/recommendation/",
    ],
    packages: [],
  },
  {
    folder: "shared/submission/",
    layers: ["shared/calendar/", "shared/records/", "shared/policy/"],
    packages: ["zod"],
  },
  {
    folder: "shared/recommendation/",
    layers: ["shared/calendar/", "shared/records/", "shared/policy/", "shared/submission/"],
    packages: ["zod"],
  },
  {
    folder: "shared/demo/",
    layers: ["shared/calendar/", "shared/records/", "shared/policy/"],
    packages: [],
  },
  { folder: "shared/", layers: ["shared/"], packages: ["zod"] },
  {
    folder: "electron/shell/",
    layers: ["electron/services/", "shared/"],
    packages: [ANY],
  },
  {
    folder: "electron/services/",
    layers: ["shared/"],
    packages: [
      "node:",
      "@aws-sdk/client-s3",
      "@electric-sql/pglite",
      "@noble/ciphers",
      "@tus/file-store",
      "@tus/s3-store",
      "@tus/server",
      "age-encryption",
      "exceljs",
      "jose",
      "pg",
      "sm-crypto-v2",
      "tus-js-client",
      "yauzl",
      "zod",
    ],
  },
  {
    folder: "electron/cli/",
    layers: ["electron/services/", "shared/"],
    packages: ["node:", "string-width", "yargs", "zod"],
  },
  {
    folder: "electron/loopback/",
    layers: ["electron/services/", "shared/"],
    packages: ["node:", "zod"],
  },
  // What stands alone or below: the bridge's place, messages, the store, parts that features share.
  { folder: "renderer/", layers: ["shared/"], packages: ["react"] },
  { folder: "renderer/i18n/", layers: [], packages: ["i18next", "react", "react-i18next"] },
  // The screen's side of the two hosts; only the start uses it.
  { folder: "renderer/hosts/", layers: ["shared/"], packages: ["zod"] },
  {
    folder: "renderer/store/",
    layers: ["shared/", "renderer/bridge.ts"],
    packages: ["@noble/ciphers", "@noble/hashes", "dexie", "pinyin-pro", "react", "zod"],
  },
  {
    folder: "renderer/widgets/",
    layers: ["shared/", "renderer/bridge.ts", "renderer/i18n/", "renderer/store/"],
    packages: SCREEN_PACKAGES,
  },
  ...FEATURES.map((name) => ({
    folder: `renderer/${name}/`,
    layers: [
      "shared/",
      "renderer/bridge.ts",
      "renderer/i18n/",
      "renderer/store/",
      "renderer/widgets/",
    ],
    packages: SCREEN_PACKAGES,
  })),
  {
    folder: "renderer/app/",
    layers: ["shared/", "renderer/"],
    packages: [...SCREEN_PACKAGES, "i18next", "react-dom", "react-i18next"],
  },
  { folder: "build/", layers: ["shared/", "electron/"], packages: [ANY] },
  { folder: "test/", layers: ["shared/", "electron/", "renderer/", "build/"], packages: [ANY] },
];

/** Only the Electron host may load `electron`: from plain Node the import starts a download. */
const ONLY_IN_SHELL = "electron";

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly file: string;
  readonly imported: string;
}

export interface LayerReport {
  /** How often each layer imports each other one, or a package. */
  readonly counts: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
}

/** Counts the imports of some files and finds those that no layer allows. */
export function checkLayers(files: readonly SourceFile[]): LayerReport {
  const counts = new Map<string, number>();
  const violations: Violation[] = [];
  for (const file of files) {
    const layer = layerOf(file.path);
    for (const specifier of importsOf(file)) {
      const imported = resolveImport(file.path, specifier);
      const key = `${layer?.folder ?? file.path} → ${nameOf(imported)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (layer === undefined || !isAllowed(layer, imported)) {
        violations.push({ file: file.path, imported });
      }
    }
  }
  return { counts, violations };
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.filter(({ folder }) => path.startsWith(folder)).toSorted(
    (a, b) => b.folder.length - a.folder.length,
  )[0];
}

/** Static imports, re-exports and dynamic imports with a literal name; types count like values. */
function importsOf({ path, text }: SourceFile): readonly string[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? "does not parse"}`);
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => {
    const literal = /^["'`]([^"'`$]+)["'`]$/.exec(text.slice(start, end));
    if (literal?.[1] === undefined) throw new Error(`${path}: an import without a literal name`);
    return literal[1];
  });
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
  );
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...new Set(reExports),
    ...dynamic,
  ];
}

/** A path in the repository, `node:…`, or the name of a package. */
function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) {
    return specifier.startsWith("node:") ? specifier : `node:${specifier}`;
  }
  const [scope = "", name] = specifier.split("/");
  return scope.startsWith("@") && name !== undefined ? `${scope}/${name}` : scope;
}

function isPath(imported: string): boolean {
  return LAYERS.some(({ folder }) => imported.startsWith(folder));
}

function nameOf(imported: string): string {
  if (imported.startsWith("node:")) return "node:";
  return isPath(imported) ? (layerOf(imported)?.folder ?? imported) : imported;
}

function isAllowed(layer: Layer, imported: string): boolean {
  if (imported === ONLY_IN_SHELL) return layer.folder === "electron/shell/";
  if (isPath(imported)) {
    return [layer.folder, ...layer.layers].some((folder) => imported.startsWith(folder));
  }
  return layer.packages.some(
    (name) => name === ANY || imported === name || (name === "node:" && imported.startsWith(name)),
  );
}
