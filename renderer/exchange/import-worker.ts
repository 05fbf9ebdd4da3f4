import { ImportJob } from "./import-job.ts";
import type { JobMessage, JobReply } from "./job-port.ts";

/** The worker that reads an import, so that the screen stays free. */

let job: ImportJob | null = null;

function answer({ id, request }: JobMessage): JobReply {
  if (request.kind === "open") job = new ImportJob(request.source);
  if (job === null) throw new Error("a workbook is opened first");
  return request.kind === "commit"
    ? { id, kind: "commit", commit: job.commit(request.chosen) }
    : { id, kind: "view", view: job.look(request.decisions) };
}

globalThis.addEventListener("message", (event: MessageEvent<JobMessage>) => {
  globalThis.postMessage(answer(event.data), { transfer: [] });
});
