import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { extractFile, getRawHeader, listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { FuseState } from "@electron/fuses/dist/constants.js";
import { NtExecutable, NtExecutableResource, Resource } from "resedit";
import { EXECUTABLE } from "./pack-config.ts";
import { LEDGER_FILES } from "./shell.ts";

/** What a packed program must hold and must not; each function gives what is wrong, in words. */

/** Of these 16 MB are PostgreSQL, for a bureau's ledger. */
const MOST_APP_BYTES = 30 * 1024 * 1024;
const LOCALES = ["en-US.pak", "zh-CN.pak"];
const ICON_GROUP = 14;
const ICON_SIZES = 7;

/** In Electron 45's order; the ninth, for WebAssembly, stays as its makers set it. */
const WIRE = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const;

function differs(what: string, found: unknown, wanted: unknown): readonly string[] {
  const [is, shouldBe] = [JSON.stringify(found), JSON.stringify(wanted)];
  return is === shouldBe ? [] : [`${what}: ${is} instead of ${shouldBe}`];
}

/** The program itself: exactly what was built, no more. */
export function checkApp(folder: string): readonly string[] {
  const asar = join(folder, "resources", "app.asar");
  const inside = listPackage(asar, { isPack: false }).map((name) => name.replaceAll("\\", "/"));
  const files = inside.filter((name) => /\.[a-z0-9]+$/i.test(name)).toSorted();
  const screen = readdirSync("out/screen", { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join("out/screen", name)).isFile())
    .map((name) => `/out/screen/${name.replaceAll("\\", "/")}`);
  const wanted = [
    "/package.json",
    "/out/shell/main.cjs",
    "/out/shell/preload.cjs",
    ...LEDGER_FILES.map((file) => `/out/shell/${file}`),
    ...screen,
  ].toSorted();
  const manifest = JSON.parse(extractFile(asar, "package.json").toString()) as object;
  const unwanted = ["scripts", "devDependencies"].filter((key) => key in manifest);
  return [
    ...differs("files in the program", files, wanted),
    ...files
      .filter((name) => /\.map$|\.ts$|test|loopback/.test(name))
      .map((name) => `${name} goes along`),
    ...inside.filter((name) => name.includes("node_modules")).map((name) => `${name} goes along`),
    ...unwanted.map((key) => `package.json tells ${key}`),
    ...(statSync(asar).size > MOST_APP_BYTES
      ? [`the program has ${statSync(asar).size} bytes`]
      : []),
    ...differs("resources", resourcesIn(folder), [
      "LICENSE.txt",
      "THIRD-PARTY-LICENSES.txt",
      "app.asar",
    ]),
    ...differs("languages", readdirSync(join(folder, "locales")).toSorted(), LOCALES),
    ...checkLicences(readFileSync(join(folder, "resources", "THIRD-PARTY-LICENSES.txt"), "utf8")),
  ];
}

/** Debian's package brings a profile for AppArmor along, which its script puts where it belongs. */
function resourcesIn(folder: string): readonly string[] {
  const names = readdirSync(join(folder, "resources")).toSorted();
  return names.filter((name) => name !== "apparmor-profile");
}

function checkLicences(text: string): readonly string[] {
  const wanted = [
    "react",
    "antd",
    "dexie",
    "echarts",
    "zod",
    "age-encryption",
    "@noble/ciphers",
    "@electric-sql/pglite",
    "PostgreSQL",
    "pg",
  ];
  return wanted
    .filter((name) => !new RegExp(`^${name} \\d`, "m").test(text))
    .map((name) => `the licence of ${name} is missing`);
}

async function checkFuses(executable: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(WIRE).flatMap(([index, isOn]) =>
    wire[Number(index) as FuseV1Options] === (isOn ? FuseState.ENABLE : FuseState.DISABLE)
      ? []
      : [`${executable}: fuse ${FuseV1Options[Number(index)] ?? index} is not as it should be`],
  );
}

/** What is special to Linux's directory. */
export async function checkLinux(folder: string): Promise<readonly string[]> {
  const executable = join(folder, EXECUTABLE);
  const isExecutable = (statSync(executable).mode & 0o111) !== 0;
  return [
    ...(isExecutable ? [] : ["the program may not be run"]),
    ...(await checkFuses(executable)),
  ];
}

/** What is special to Windows' directory: the names, the icon and the seal over the program. */
export async function checkWindows(folder: string): Promise<readonly string[]> {
  const path = join(folder, `${EXECUTABLE}.exe`);
  const executable = NtExecutable.from(readFileSync(path), { ignoreCert: true });
  const { entries } = NtExecutableResource.from(executable);
  const groups = entries.filter(({ type }) => type === ICON_GROUP);
  const icons = groups.map(({ bin }) => new DataView(bin).getUint16(4, true));
  const version = Resource.VersionInfo.fromEntries(entries)[0];
  const language = version?.getAllLanguagesForStringValues()[0];
  const names =
    version !== undefined && language !== undefined ? version.getStringValues(language) : {};
  const seal = entries.find(({ type, id }) => type === "INTEGRITY" && id === "ELECTRONASAR");
  const { headerString } = getRawHeader(join(folder, "resources", "app.asar"));
  const digest = createHash("sha256").update(headerString).digest("hex");
  return [
    ...(await checkFuses(path)),
    ...differs("icon", icons, [ICON_SIZES]),
    ...differs("product", names["ProductName"], "基层职称"),
    ...(seal !== undefined && Buffer.from(seal.bin).toString().includes(digest)
      ? []
      : ["the program is not sealed to its executable"]),
  ];
}
