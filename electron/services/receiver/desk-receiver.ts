import { join } from "node:path";
import { z } from "zod";
import type {
  ReceiverArrival,
  ReceiverEvent,
  ReceiverState,
} from "../../../shared/bridge/receiver-methods.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { inOrder } from "../files/in-order.ts";
import { readSealedJson, writeSealedJson } from "../keys/sealer.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { machineAddresses, reachableAddresses } from "./addresses.ts";
import { arrivalOf } from "./arrival.ts";
import type { Receiver } from "./open-receiver.ts";
import type { ReadUpload } from "./receiver-base.ts";
import { describeReceiverFault, type ReceiverFault } from "./receiver-fault.ts";
import { describeStartFault, type StartFault, startFaultOf } from "./start-fault.ts";

const MOST_ARRIVALS = 100;
const LABEL = "receiver";

/** Where to listen, and whether to begin by itself when the keys are unlocked. */
const choiceSchema = z.strictObject({ host: z.string(), port: z.number(), isOn: z.boolean() });
type Choice = z.infer<typeof choiceSchema>;

interface DeskReceiverSetting {
  readonly dataFolder: string;
  readonly now: () => number;
  readonly emit: (event: ReceiverEvent) => void;
  readonly onBug: (error: unknown) => Promise<void>;
}

export type Started = { readonly ok: true } | { readonly ok: false; readonly code: StartFault };

/** The receiver of a desk: started and stopped by the clerk, stopped while the keys are locked. */
export class DeskReceiver {
  readonly #setting: DeskReceiverSetting;
  readonly #inTurn = inOrder();
  #keys: UnlockedKeys | null = null;
  #receiver: Receiver | null = null;
  #choice: Choice | null = null;
  #arrivals: readonly ReceiverArrival[] = [];
  #fault: ReceiverFault | StartFault | null = null;

  constructor(setting: DeskReceiverSetting) {
    this.#setting = setting;
  }

  /** Goes by the keys as they are unlocked or locked. */
  useKeys(keys: UnlockedKeys | null): void {
    void this.#inTurn(async () => {
      await this.#halt();
      this.#keys = keys?.role === "bureau" ? keys : null;
      if (this.#keys === null) return;
      this.#choice = await this.#readChoice(this.#keys);
      if (this.#choice?.isOn === true) await this.#begin(this.#keys, this.#choice);
    }).catch((error: unknown) => this.#setting.onBug(error));
  }

  /** Starts it, and with every unlocking from now on. */
  start(keys: UnlockedKeys, host: string, port: number): Promise<Started> {
    return this.#inTurn(async () => {
      await this.#halt();
      const started = await this.#begin(keys, { host, port, isOn: true });
      // The port that it got: the units' address stays the same.
      const got = this.#receiver?.port ?? port;
      if (started.ok) await this.#choose(keys, { host, port: got, isOn: true });
      return started;
    });
  }

  /** Stops it for good. */
  stop(keys: UnlockedKeys): Promise<void> {
    return this.#inTurn(async () => {
      await this.#halt();
      this.#fault = null;
      if (this.#choice !== null) await this.#choose(keys, { ...this.#choice, isOn: false });
    });
  }

  /** What there is to tell of it, once what is under way with it is done. */
  readState(): Promise<ReceiverState> {
    return this.#inTurn(async () => {
      const receiver = this.#receiver;
      const load = (await receiver?.load()) ?? { connections: 0, transfers: 0 };
      return {
        isRunning: receiver !== null,
        host: this.#choice?.host ?? null,
        port: this.#choice?.port ?? null,
        addresses: receiver === null ? [] : [...reachableAddresses(receiver.address)],
        machineAddresses: [...machineAddresses()],
        ...load,
        packages: [...this.#arrivals],
        fault: this.#fault === null ? null : faultOf(this.#fault),
      };
    });
  }

  /** Stops it; it begins again at the next start of the program. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#halt());
  }

  async #begin(keys: UnlockedKeys, choice: Choice): Promise<Started> {
    const begun = await this.#open(keys, choice);
    if (!begun.ok) {
      this.#fault = begun.code;
      this.#setting.emit({ reason: "fault" });
      return begun;
    }
    this.#choice = choice;
    this.#receiver = begun.receiver;
    this.#fault = null;
    this.#setting.emit({ reason: "started" });
    return { ok: true };
  }

  async #open(keys: UnlockedKeys, { host, port }: Choice) {
    // A unit's program never needs them.
    const { openFolderReceiver, readOffice } = await import("./folder-receiver.ts");
    const { openReceiver } = await import("./open-receiver.ts");
    const { dataFolder, now } = this.#setting;
    const bureau = { dataFolder, keys, now };
    const read = await readOffice(bureau);
    if (!read.ok) return read;
    const opened = await openFolderReceiver(bureau);
    if (!opened.ok) return opened;
    try {
      const receiver = await openReceiver({
        base: opened.base,
        host,
        port,
        now,
        onRead: (one) => this.#tell(one),
        onFault: (fault, error) => this.#note(fault, error),
      });
      return { ok: true, receiver } as const;
    } catch (error) {
      await opened.base.close();
      const code = startFaultOf(error);
      if (code === null) throw error;
      return { ok: false, code } as const;
    }
  }

  async #halt(): Promise<void> {
    if (this.#receiver === null) return;
    await this.#receiver.close();
    this.#receiver = null;
    this.#setting.emit({ reason: "stopped" });
  }

  #tell(read: ReadUpload): Promise<void> {
    const arrived = arrivalOf(read, formatInstant(this.#setting.now()));
    this.#arrivals = [arrived, ...this.#arrivals].slice(0, MOST_ARRIVALS);
    this.#setting.emit({ reason: "package" });
    return Promise.resolve();
  }

  #note(fault: ReceiverFault | null, error: unknown): void {
    if (error instanceof Error) void this.#setting.onBug(error);
    if (fault === this.#fault) return;
    this.#fault = fault;
    this.#setting.emit({ reason: "fault" });
  }

  async #readChoice(keys: UnlockedKeys): Promise<Choice | null> {
    const read = await readSealedJson(keys.sealer, this.#choicePath, LABEL);
    // A choice that cannot be read is made anew.
    return read.ok ? (choiceSchema.safeParse(read.data).data ?? null) : null;
  }

  async #choose(keys: UnlockedKeys, choice: Choice): Promise<void> {
    await writeSealedJson(keys.sealer, this.#choicePath, LABEL, choice);
    this.#choice = choice;
  }

  get #choicePath(): string {
    return join(this.#setting.dataFolder, "receiver.sealed");
  }
}

function faultOf(code: ReceiverFault | StartFault) {
  const isOfReceiver = code === "office" || code === "records-damaged" || code === "store";
  return { code, message: isOfReceiver ? describeReceiverFault(code) : describeStartFault(code) };
}
