import type { Configuration } from "electron-builder";

/** How the program is packaged for the systems of offices. */

export const APP_ID = "cn.jiceng.desktop";
export const EXECUTABLE = "jiceng";
/** Written by `pack.ts` before packing. */
export const LICENCES = "out/package/THIRD-PARTY-LICENSES.txt";

/** What the packaged program's switches are welded to; the list's item 19. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

export interface PackGiven {
  readonly output: string;
  /** An unpacked Electron, or what stands for one; null: electron-builder fetches it. */
  readonly electronDist: string | null;
  /** Put into the names of what is built, so that a stand-in is never taken for the product. */
  readonly mark: string;
}

const SYSTEMS = {
  win: {
    target: [
      { target: "nsis", arch: ["x64"] },
      { target: "portable", arch: ["x64"] },
    ],
    executableName: EXECUTABLE,
    icon: "build/icons/icon.ico",
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ["zh_CN", "en_US"],
    // Records stay when the program goes (promise 8).
    deleteAppDataOnUninstall: false,
  },
  linux: {
    target: [
      { target: "deb", arch: ["x64", "arm64"] },
      { target: "AppImage", arch: ["x64", "arm64"] },
    ],
    executableName: EXECUTABLE,
    icon: "build/icons",
    category: "Office",
    synopsis: "乡镇单位职称记录、资格与报送",
    description: "乡镇卫生院、学校、农技站的人员记录、申报资格与报送，离线使用",
    maintainer: "Jiceng <jiceng@example.org>",
    syncDesktopName: true,
  },
  deb: { depends: ["libgtk-3-0", "libnss3", "libxss1", "libsecret-1-0", "xdg-utils"] },
  toolsets: { appimage: "1.0.3" },
  mac: {
    target: [{ target: "dmg", arch: ["x64", "arm64"] }],
    category: "public.app-category.business",
    icon: "build/icons/icon.icns",
  },
} satisfies Configuration;

/** The configuration of electron-builder. */
export function packConfig({ output, electronDist, mark }: PackGiven): Configuration {
  return {
    appId: APP_ID,
    productName: "基层职称",
    copyright: "Apache-2.0",
    // A deb must name a page; there is none, and `.invalid` says so.
    extraMetadata: {
      homepage: "https://jiceng.invalid",
      author: "Jiceng",
      // Ties the running window to its starter.
      desktopName: `${EXECUTABLE}.desktop`,
    },
    artifactName: `jiceng-\${version}-\${os}-\${arch}${mark}.\${ext}`,
    directories: { output, buildResources: "build/icons" },
    ...(electronDist === null ? {} : { electronDist }),
    // Everything is bundled: no package folder goes along.
    files: [
      "out/shell/*.{cjs,wasm,data}",
      "out/screen/**/*",
      "package.json",
      "!node_modules/**/*",
      "!**/*.map",
    ],
    extraResources: [
      { from: LICENCES, to: "THIRD-PARTY-LICENSES.txt" },
      { from: "LICENSE", to: "LICENSE.txt" },
    ],
    asar: true,
    npmRebuild: false,
    nodeGypRebuild: false,
    buildDependenciesFromSource: false,
    electronLanguages: ["zh-CN", "en-US"],
    electronFuses: FUSES,
    publish: null,
    fileAssociations: [
      {
        ext: "jcp",
        name: "基层职称报送包",
        description: "基层职称报送包",
        mimeType: "application/x-jiceng-package",
        role: "Viewer",
        icon: "icon",
      },
    ],
    ...SYSTEMS,
  };
}
