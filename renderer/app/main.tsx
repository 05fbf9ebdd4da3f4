import "antd/dist/antd.css";
import "../widgets/tokens.css";
import "./app.css";
import "./print.css";
import { createRoot } from "react-dom/client";
import { connectBridge } from "../hosts/connect.ts";
import { startLanguage } from "../i18n/language.ts";
import { rebuildFromJournal } from "../store/backup/rebuild.ts";
import { openStore } from "../store/open-store.ts";
import { App } from "./app.tsx";
import { returnFocus } from "./focus-return.ts";
import { readPacks } from "./read-packs.ts";
import { Session } from "./session.ts";

/** Where the screen begins: language, session, then React. */
async function start(): Promise<void> {
  const place = document.querySelector("#root");
  if (place === null) throw new Error("the page has no place for the screen");
  const popups = document.querySelector<HTMLElement>("#popups");
  if (popups !== null) returnFocus(popups);
  await startLanguage();
  const session = new Session({
    connect: connectBridge,
    open: async (bridge, dataKey) =>
      openStore({ bridge, dataKey, now, newId, packs: await readPacks(bridge) }),
    rebuild: async (bridge, dataKey, options) =>
      rebuildFromJournal({ bridge, dataKey, now, newId }, options),
  });
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  createRoot(place).render(<App session={session} nonce={nonce} />);
  await session.start();
}

const now = () => Date.now();
const newId = () => crypto.randomUUID();

void start();
