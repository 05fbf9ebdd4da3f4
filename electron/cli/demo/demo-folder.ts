import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeFolder } from "../../services/files/durable.ts";

/** Where the demo puts what it makes. */
export interface DemoFolder {
  readonly root: string;
  readonly workbook: string;
  readonly unitFile: string;
  readonly scan: string;
  readonly unitData: string;
  readonly bureauData: string;
  /** Stands for the USB stick that travels. */
  readonly stick: string;
  readonly receipt: string;
  readonly answer: string;
  /** For checking with other programs. */
  readonly check: string;
}

/** A new folder for this user alone, under the system's temporary one unless another is named. */
export async function makeDemoFolder(parent: string = tmpdir()): Promise<DemoFolder> {
  const root = await mkdtemp(join(resolve(parent), "jiceng-demo-"));
  const stick = join(root, "stick");
  const check = join(root, "check");
  await makeFolder(stick);
  await makeFolder(check);
  return {
    root,
    workbook: join(root, "人员信息采集表.xlsx"),
    unitFile: join(root, "单位.json"),
    scan: join(root, "职称证书（虚构）.png"),
    unitData: join(root, "unit"),
    bureauData: join(root, "bureau"),
    stick,
    receipt: join(stick, "收到回执.jcr"),
    answer: join(stick, "受理回执.jcr"),
    check,
  };
}
