import { join } from "node:path";
import type { App, BrowserWindow, Dialog } from "electron";
import { replaceFile } from "../services/files/durable.ts";
import type { SavedFile } from "../services/desktop/desktop-services.ts";

interface Asker {
  readonly app: App;
  readonly dialog: Dialog;
  readonly window: BrowserWindow | null;
}

/** Asks where to save and writes there, the old file or the new one whatever happens. */
export async function saveFile(asker: Asker, name: string, bytes: Uint8Array): Promise<SavedFile> {
  const path = await chooseTarget(asker, name);
  if (path === null) return { how: "cancelled", path: null };
  await replaceFile(path, (file) => file.writeFile(bytes));
  return { how: "saved", path };
}

/** Asks where to save and prints the page there as a PDF, on the paper that its own styles ask for. */
export async function savePdf(asker: Asker, name: string): Promise<SavedFile> {
  const path = await chooseTarget(asker, name);
  if (path === null || asker.window === null) return { how: "cancelled", path: null };
  const pdf = await asker.window.webContents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
  });
  await replaceFile(path, (file) => file.writeFile(pdf));
  return { how: "saved", path };
}

/** Asks where to save; null where the user cancels. */
export async function chooseTarget(
  { app, dialog, window }: Asker,
  name: string,
): Promise<string | null> {
  const options = { title: "保存", defaultPath: join(app.getPath("documents"), plainName(name)) };
  const { canceled, filePath } =
    window === null
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options);
  return canceled || filePath === "" ? null : filePath;
}

/** A name without what leads to other folders or what Windows does not take. */
function plainName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return name.replaceAll(/[\\/:*?"<>|\u0000-\u001F]/g, "_").replace(/^\.+/, "_");
}
