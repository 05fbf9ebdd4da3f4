import type { SafeStorage } from "electron";
import { isRealStore, type OsSealer } from "../services/keys/os-sealer.ts";

/** The operating system's key store through Electron; null where it offers none that protects anything. */

const BACKENDS: Readonly<Record<string, string>> = { win32: "dpapi", darwin: "keychain" };
/** On Linux: sealed with a key that stands in Chromium's source. */
const UNPROTECTED = "v10";

/** To be asked once the app is ready. */
export async function osSealerOf(
  storage: SafeStorage,
  platform: NodeJS.Platform,
): Promise<OsSealer | null> {
  if (!(await storage.isAsyncEncryptionAvailable())) return null;
  // On Linux "available" is true of the fallback as well: the backend's name tells.
  const backend = BACKENDS[platform] ?? storage.getSelectedStorageBackend();
  const sealer: OsSealer = {
    backend,
    seal: async (bytes) => {
      const sealed = await storage.encryptStringAsync(Buffer.from(bytes).toString("base64"));
      if (
        platform === "linux" &&
        sealed.subarray(0, UNPROTECTED.length).toString() === UNPROTECTED
      ) {
        throw new Error("the system's key store seals with a key that everybody knows");
      }
      return sealed;
    },
    open: async (sealed) => {
      try {
        const { result } = await storage.decryptStringAsync(Buffer.from(sealed));
        return Buffer.from(result, "base64");
      } catch {
        // Another session, a reset password, a copied profile: the passphrase opens instead.
        return null;
      }
    },
  };
  return isRealStore(sealer) ? sealer : null;
}
