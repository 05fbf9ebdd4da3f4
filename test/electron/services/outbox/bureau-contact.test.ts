import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it } from "vitest";
import { fetchReceipts } from "../../../../electron/services/outbox/bureau-contact.ts";

/** A receiver that is silent, or speaks slowly: what a cut line looks like, and what a poor one. */

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const LONGEST_SILENCE = 300;
const ANSWER = JSON.stringify({ state: "unknown", receipts: [], refusal: null });
let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(answer: (response: ServerResponse) => void): Promise<string> {
  const listening = createServer((_request, response) => answer(response));
  server = listening;
  await new Promise<void>((settle) => listening.listen(0, "127.0.0.1", settle));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

function ask(address: string, signal = new AbortController().signal) {
  const question = {
    address,
    makeToken: () => Promise.resolve("token"),
    onTime: () => undefined,
    signal,
    longestSilence: LONGEST_SILENCE,
  };
  return fetchReceipts(question, "01a21775-0000-7000-8000-000000000000", -1);
}

describe("a receiver", () => {
  it("that never answers is given up, even where the garbage collector has come by", async () => {
    const asked = ask(await listen(() => undefined));
    for (let round = 0; round < 5; round += 1) {
      await wait(20);
      collectGarbage();
    }
    expect(await asked).toEqual({ ok: false, code: "unreachable" });
  });

  it("that begins to answer and falls silent is given up", async () => {
    const address = await listen((response) => {
      response.writeHead(200).write(ANSWER.slice(0, 10));
    });
    expect(await ask(address)).toEqual({ ok: false, code: "unreachable" });
  });

  it("that speaks slowly is heard out, however long it takes", async () => {
    const address = await listen((response) => {
      const speak = async () => {
        for (const sign of ANSWER) {
          response.write(sign);
          await wait(15);
        }
        response.end();
      };
      void speak();
    });
    expect(await ask(address)).toMatchObject({ ok: true, value: { state: "unknown" } });
  });

  it("behind a proxy that closes the connection at once is told to be cut off, each time", async () => {
    const proxy = createTcpServer((client) => {
      // To a port that nobody listens on.
      const target = connect(1, "127.0.0.1").on("error", () => client.destroy());
      client.on("error", () => target.destroy());
    });
    await new Promise<void>((settle) => proxy.listen(0, "127.0.0.1", settle));
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    for (let time = 0; time < 50; time += 1) {
      expect(await ask(address)).toEqual({ ok: false, code: "link-cut" });
    }
    proxy.close();
  });

  it("is left at once where the keys are locked", async () => {
    const locking = new AbortController();
    const asked = ask(await listen(() => undefined), locking.signal);
    locking.abort();
    expect(await asked).toEqual({ ok: false, code: "stopped" });
  });
});
