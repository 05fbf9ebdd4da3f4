import { z } from "zod";

/** Events over an answer that stays open. All listeners of a page share one; it is opened again when it breaks. */

const AGAIN_AFTER = 1_000;
const lineSchema = z.object({ event: z.string(), payload: z.unknown() });

type Listener = (event: string, payload: unknown) => void;

const listeners = new Set<Listener>();
let isRunning = false;
let isConnected = true;

/** Hears all events; gives a function that ends it. */
export function listenToEvents(
  headers: Readonly<Record<string, string>>,
  listener: Listener,
): () => void {
  listeners.add(listener);
  if (!isRunning) {
    isRunning = true;
    void keepReading(headers);
  }
  return () => {
    listeners.delete(listener);
  };
}

async function keepReading(headers: Readonly<Record<string, string>>): Promise<void> {
  for (;;) {
    try {
      const response = await fetch("/events", { headers });
      if (response.ok && response.body !== null) {
        tellConnection(true);
        await readLines(response.body);
      }
    } catch {
      // The host has gone or restarts; told below, tried again.
    }
    tellConnection(false);
    await new Promise((settle) => setTimeout(settle, AGAIN_AFTER));
  }
}

async function readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
  let rest = "";
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((one) => one !== "")) {
      const { event, payload } = lineSchema.parse(JSON.parse(line));
      tell(event, payload);
    }
  }
}

function tellConnection(now: boolean): void {
  if (now === isConnected) return;
  isConnected = now;
  tell("connection", { isConnected });
}

function tell(event: string, payload: unknown): void {
  for (const listener of listeners) listener(event, payload);
}
