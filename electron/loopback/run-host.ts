import { type DesktopServices } from "../services/desktop/desktop-services.ts";
import { openDesktop } from "../services/desktop/open-desktop.ts";
import { claimInstance } from "../services/instance/instance.ts";
import { type LoopbackHost, type ServeScreen, startLoopback } from "./loopback-host.ts";
import type { HostOptions } from "./options.ts";

/** One run of the loopback host: claims the data folder, opens the services, listens. */

export interface HostSettings extends HostOptions {
  readonly version: string;
  readonly serveScreen: ServeScreen;
  /** Milliseconds that an address may wait for its browser. */
  readonly codeValidFor: number;
  readonly showFolder?: (path: string) => Promise<boolean>;
}

export interface RunningHost {
  readonly address: string;
  readonly newAddress: () => string;
  /** Settles when nobody has had a page open for as long as was allowed. */
  readonly whenIdle: Promise<void>;
  readonly close: () => Promise<void>;
}

export type Start =
  | { readonly ok: true; readonly host: RunningHost }
  /** One runs on this data folder already: its address with a new code; null where it is no loopback host. */
  | { readonly ok: false; readonly code: "running"; readonly address: string | null }
  | { readonly ok: false; readonly code: "port-busy" };

/** Starts the host, or says who is there already. */
export async function runHost(settings: HostSettings): Promise<Start> {
  let newAddress: (() => string) | null = null;
  const claim = await claimInstance(settings.dataFolder, () => newAddress?.() ?? "");
  if (!claim.ok) {
    const isAddress = claim.answer.startsWith("http://127.0.0.1:");
    return { ok: false, code: "running", address: isAddress ? claim.answer : null };
  }
  const idle = watchIdle(settings.idleMinutes);
  const services = await openServices(settings);
  let host: LoopbackHost;
  try {
    const { port, serveScreen } = settings;
    const onPages = idle.onPages;
    host = await startLoopback({ services, port, serveScreen, now: () => Date.now(), onPages });
  } catch (error) {
    await services.close();
    await claim.release();
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      return { ok: false, code: "port-busy" };
    }
    throw error;
  }
  const address = () => host.newAddress(settings.codeValidFor);
  newAddress = address;
  const close = async () => {
    idle.end();
    await host.close();
    await services.close();
    await claim.release();
  };
  return {
    ok: true,
    host: { address: address(), newAddress: address, whenIdle: idle.whenIdle, close },
  };
}

function openServices(settings: HostSettings): Promise<DesktopServices> {
  const { dataFolder, version, showFolder, floorBytes } = settings;
  return openDesktop({
    dataFolder,
    osSealer: null,
    host: "loopback",
    version,
    ...(showFolder === undefined ? {} : { showFolder }),
    ...(floorBytes === null ? {} : { floorBytes }),
  });
}

/** Counts the time without an open page; the first page has as long to come as later ones to come back. */
function watchIdle(minutes: number | null) {
  let timer: NodeJS.Timeout | undefined;
  let settleIdle = () => {};
  const whenIdle = new Promise<void>((settle) => {
    settleIdle = settle;
  });
  const onPages = (count: number) => {
    clearTimeout(timer);
    if (count === 0 && minutes !== null) timer = setTimeout(settleIdle, minutes * 60_000);
  };
  onPages(0);
  return { whenIdle, onPages, end: () => clearTimeout(timer) };
}
