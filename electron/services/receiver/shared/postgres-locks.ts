import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ERRORS, type Lock, type Locker, MemoryLocker, type RequestRelease } from "@tus/server";
import { Client } from "pg";

/**
 * Locks among receivers: advisory locks of PostgreSQL on one connection, so that they go with a receiver
 * that is killed. Whoever waits asks the holder by NOTIFY to let go, as tus has it: a client that comes
 * again after its link was cut must not wait for the dead connection.
 */
export interface PostgresLocks {
  readonly locker: (use: string) => Locker;
  /** Runs the work while no other receiver runs one of this name; null where one does. */
  readonly ifFree: <Result>(
    name: string,
    work: () => Promise<Result | null>,
  ) => Promise<Result | null>;
  readonly close: () => Promise<void>;
}

const CHANNEL = "jiceng_lock";
/** Milliseconds between tries, and until a lock is given up. */
const PAUSE = 100;
const PATIENCE = 30_000;

/** Connects for locks alone. */
export async function openLocks(address: string): Promise<PostgresLocks> {
  const connection = new LockConnection(address);
  await connection.connect();
  return {
    locker: (use) => new SharedLocker(connection, use),
    ifFree: async (name, work) => {
      if (!(await connection.take(name))) return null;
      try {
        return await work();
      } finally {
        await connection.release(name);
      }
    },
    close: () => connection.close(),
  };
}

class LockConnection {
  readonly #address: string;
  readonly #holders = new Map<string, RequestRelease>();
  #client: Client | null = null;

  constructor(address: string) {
    this.#address = address;
  }

  async connect(): Promise<Client> {
    if (this.#client !== null) return this.#client;
    const client = new Client({ connectionString: this.#address, keepAlive: true });
    client.on("error", () => this.#lose(client));
    client.on("end", () => this.#lose(client));
    client.on("notification", ({ payload }) => {
      void this.#holders.get(payload ?? "")?.();
    });
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    this.#client = client;
    return client;
  }

  /** The locks went with the connection: whoever holds one stops. */
  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    for (const letGo of this.#holders.values()) void letGo();
  }

  async take(name: string): Promise<boolean> {
    const client = await this.connect();
    const { rows } = await client.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock($1) AS taken",
      [numberOf(name)],
    );
    return rows[0]?.taken === true;
  }

  async askHolder(name: string): Promise<void> {
    const client = await this.connect();
    await client.query("SELECT pg_notify($1, $2)", [CHANNEL, name]);
  }

  hold(name: string, letGo: RequestRelease): void {
    this.#holders.set(name, letGo);
  }

  async release(name: string): Promise<void> {
    this.#holders.delete(name);
    // With the connection the lock is gone by itself.
    await this.#client?.query("SELECT pg_advisory_unlock($1)", [numberOf(name)]);
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.#holders.clear();
    await client?.end();
  }
}

/** A lock's name as the 64-bit number that PostgreSQL knows it by. */
function numberOf(name: string): string {
  return createHash("sha256").update(`jiceng ${name}`).digest().readBigInt64BE().toString();
}

/** First among the requests of this receiver, then among receivers: on one connection a lock counts once. */
class SharedLocker implements Locker {
  readonly #connection: LockConnection;
  readonly #use: string;
  readonly #within = new MemoryLocker();

  constructor(connection: LockConnection, use: string) {
    this.#connection = connection;
    this.#use = use;
  }

  newLock(id: string): Lock {
    const within = this.#within.newLock(id);
    const name = `${this.#use} ${id}`;
    const connection = this.#connection;
    return {
      lock: async (signal, cancel) => {
        await within.lock(signal, cancel);
        try {
          await waitFor(connection, name, signal);
        } catch (error) {
          await within.unlock();
          throw error;
        }
        connection.hold(name, cancel);
      },
      unlock: async () => {
        try {
          await connection.release(name);
        } finally {
          await within.unlock();
        }
      },
    };
  }
}

async function waitFor(
  connection: LockConnection,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    signal.throwIfAborted();
    if (await connection.take(name)) return;
    await connection.askHolder(name);
    await sleep(PAUSE);
  }
  // As the library's own locks say it.
  throw Object.assign(new Error("another receiver holds it"), ERRORS.ERR_LOCK_TIMEOUT);
}
