import type { JobMessage, JobPort, JobReply, JobRequest } from "./job-port.ts";

interface Waiting {
  readonly resolve: (reply: JobReply) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a worker for one import. What goes wrong in it is a bug, and rejects what waits. */
export function startWorkerPort(): JobPort {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<JobReply>) => {
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  const ask = async (request: JobRequest) =>
    new Promise<JobReply>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, request } satisfies JobMessage, []);
    });
  const look = async (request: JobRequest) => {
    const reply = await ask(request);
    if (reply.kind !== "view") throw new Error("a view was expected");
    return reply.view;
  };
  return {
    open: async (source, decisions) => look({ kind: "open", source, decisions }),
    look: async (decisions) => look({ kind: "look", decisions }),
    commit: async (chosen) => {
      const reply = await ask({ kind: "commit", chosen });
      if (reply.kind !== "commit") throw new Error("a commit was expected");
      return reply.commit;
    },
    end: () => worker.terminate(),
  };
}
