import type { ServerResponse } from "node:http";
import type { DesktopServices } from "../services/desktop/desktop-services.ts";

/** Events to every open page, one JSON line each, over an answer that stays open: so the token's header goes along. */

const BEAT = 15_000;

export interface EventStreams {
  /** Takes over an answer until its page goes. */
  readonly add: (response: ServerResponse) => void;
  readonly count: () => number;
  readonly close: () => void;
}

/** Hands on what the services tell. `onChange` is called whenever a page comes or goes. */
export function openEventStreams(services: DesktopServices, onChange: () => void): EventStreams {
  const streams = new Set<ServerResponse>();
  const write = (line: string) => {
    for (const stream of streams) stream.write(`${line}\n`);
  };
  const endListening = services.onEvent((event, payload) => {
    write(JSON.stringify({ event, payload }));
  });
  // An empty line now and then: a page whose network stack sleeps notices a host that has gone.
  const beat = setInterval(() => write(""), BEAT);
  beat.unref();
  return {
    add: (response) => {
      response.writeHead(200, {
        "content-type": "application/x-ndjson",
        "cache-control": "no-store",
      });
      response.write("\n");
      streams.add(response);
      onChange();
      response.once("close", () => {
        streams.delete(response);
        onChange();
      });
    },
    count: () => streams.size,
    close: () => {
      clearInterval(beat);
      endListening();
      for (const stream of streams) stream.end();
    },
  };
}
