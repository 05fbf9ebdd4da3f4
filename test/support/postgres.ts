import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";

/** A PostgreSQL server of Debian's, in a folder of its own that goes with it; it listens on a socket there. */

const VERSIONS = "/usr/lib/postgresql";
const USER = "jiceng";
const READY = "database system is ready to accept connections";

export interface PostgresServer {
  /** Makes an empty database; gives its address. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts a server; without Debian's `postgresql` that is a failure, not a reason to leave tests out. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPrograms();
  const owner = findOwner();
  const folder = mkdtempSync(join(tmpdir(), "jiceng-postgres-"));
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...owner, stdio: "pipe", cwd: folder },
  );
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-k", folder, "-h", "", "-c", "fsync=off"],
    { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"], env: { LC_ALL: "C" } },
  );
  const ended = once(server, "exit");
  const said: string[] = [];
  const lines = createInterface({ input: server.stderr });
  await new Promise<void>((settle, refuse) => {
    lines.on("line", (line) => {
      said.push(line);
      if (line.includes(READY)) settle();
    });
    void ended.then(() => refuse(new Error(`PostgreSQL ended: ${said.join("\n")}`)));
  });
  const addressOf = (database: string) => `postgres://${USER}@/${database}?host=${folder}`;
  let count = 0;
  return {
    createDatabase: async () => {
      count += 1;
      const client = new Client({ connectionString: addressOf("postgres") });
      await client.connect();
      await client.query(`CREATE DATABASE ledger_${count}`);
      await client.end();
      return addressOf(`ledger_${count}`);
    },
    stop: async () => {
      // At once, without waiting for connections: nothing of it is needed any more.
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string {
  let versions: readonly string[];
  try {
    versions = readdirSync(VERSIONS);
  } catch {
    throw new Error("PostgreSQL is not installed: apt-get install postgresql");
  }
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  if (newest === undefined)
    throw new Error("PostgreSQL is not installed: apt-get install postgresql");
  return join(VERSIONS, newest, "bin");
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian made for it. */
function findOwner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const numberOf = (option: string) =>
    Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  return { uid: numberOf("-u"), gid: numberOf("-g") };
}
