import type { Answer } from "../../../../shared/bridge/method.ts";
import type { InputOf, Method, OutputOf } from "../../../../shared/bridge/methods.ts";
import type {
  DesktopHost,
  DesktopServices,
} from "../../../../electron/services/desktop/desktop-services.ts";
import { openDesktop } from "../../../../electron/services/desktop/open-desktop.ts";

/** The services on a data folder, as the loopback host opens them. */
export function openTestDesktop(
  dataFolder: string,
  given: Partial<DesktopHost> = {},
): Promise<DesktopServices> {
  return openDesktop({ dataFolder, osSealer: null, host: "loopback", version: "1.2.3", ...given });
}

/** A call with its types, as the screen makes it. */
export async function call<M extends Method>(
  desktop: DesktopServices,
  method: M,
  input: InputOf<M>,
  bytes: Uint8Array | null = null,
): Promise<Answer<OutputOf<M>>> {
  return (await desktop.call(method, input, bytes)) as Answer<OutputOf<M>>;
}

/** What a call gives that has to succeed. */
export async function callOk<M extends Method>(
  desktop: DesktopServices,
  method: M,
  input: InputOf<M>,
  bytes: Uint8Array | null = null,
): Promise<Extract<Answer<OutputOf<M>>, { readonly ok: true }>> {
  const answer = await call(desktop, method, input, bytes);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`);
  return answer;
}

/** The code with which a call is refused; null where it is not. */
export async function codeOf<M extends Method>(
  desktop: DesktopServices,
  method: M,
  input: InputOf<M>,
  bytes: Uint8Array | null = null,
): Promise<string | null> {
  const answer = await call(desktop, method, input, bytes);
  return answer.ok ? null : answer.error.code;
}
