import { homedir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import type { ServeScreen } from "../electron/loopback/loopback-host.ts";
import { readHostOptions } from "../electron/loopback/options.ts";
import { runHost } from "../electron/loopback/run-host.ts";
import { usualDataFolder } from "../electron/services/files/data-folder.ts";

/**
 * `npm run dev`: the screen straight from its sources with hot reload, behind the loopback host. Uses a
 * data folder of its own, so that trying things out never touches real records.
 */

const HOT_RELOAD_PORT = 47_121;
const A_DAY = 24 * 60 * 60_000;
/** Vite's client writes inline scripts and styles and talks over a web socket; never in what is built. */
const DEV_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  `connect-src 'self' ws://127.0.0.1:${HOT_RELOAD_PORT}`,
  "frame-ancestors 'none'",
].join("; ");

const vite = await createServer({
  server: { middlewareMode: true, hmr: { host: "127.0.0.1", port: HOT_RELOAD_PORT } },
  appType: "spa",
});

const serveScreen: ServeScreen = (request, response) =>
  new Promise((settle) => {
    response.setHeader("content-security-policy", DEV_POLICY);
    response.once("finish", () => settle(true));
    vite.middlewares(request, response, () => settle(false));
  });

const data = join(usualDataFolder(process.platform, process.env, homedir()), "..", "jiceng-dev");
const read = readHostOptions(process.argv.slice(2), { dataFolder: data, screen: "renderer" });
if (!read.ok) throw new Error(read.message);
const start = await runHost({
  ...read.options,
  version: "dev",
  serveScreen,
  codeValidFor: A_DAY,
});

if (start.ok) {
  console.log(`请在浏览器中打开（只能用一次，再要一个就再运行一次）：\n${start.host.address}`);
  process.once("SIGINT", () => {
    void Promise.all([start.host.close(), vite.close()]);
  });
} else {
  await vite.close();
  const address = start.code === "running" ? start.address : null;
  console.log(address ?? `端口 ${read.options.port} 被占用，请用 --port 另选一个。`);
  process.exitCode = address === null ? 1 : 0;
}
