import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A link that can be cut: a TCP proxy on loopback that counts what goes up, and cuts or spoils it where told. */
export class PoorLink {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #targetPort: number;
  #cutAt: number[] = [];
  #spoilAt: number | null = null;
  #holdAt = Number.POSITIVE_INFINITY;
  #held: () => void = () => {};
  /** Bytes that went up so far, heads and all. */
  sent = 0;
  /** How often the link was cut. */
  cuts = 0;

  private constructor(targetPort: number) {
    this.#targetPort = targetPort;
    this.#server = createServer((client) => this.#join(client));
  }

  static async open(targetPort: number): Promise<PoorLink> {
    const proxy = new PoorLink(targetPort);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where it leads from now on. */
  leadTo(port: number): void {
    this.#targetPort = port;
  }

  /** Cuts whenever so many bytes have gone up in all. */
  cutAfter(...counts: readonly number[]): void {
    this.#cutAt = [...counts];
  }

  /** Flips one bit of the byte that goes up so many bytes from now. */
  spoilAfter(count: number): void {
    this.#spoilAt = this.sent + count;
  }

  /** Lets nothing more pass once so many bytes have gone up in all; gives when that is so. */
  async holdAfter(count: number): Promise<void> {
    await new Promise<void>((settle) => {
      this.#holdAt = count;
      this.#held = settle;
    });
    this.#holdAt = Number.POSITIVE_INFINITY;
  }

  cutNow(): void {
    this.cuts += 1;
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async close(): Promise<void> {
    this.cutNow();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket): void {
    const target = connect(this.#targetPort, "127.0.0.1");
    for (const socket of [client, target]) {
      this.#sockets.add(socket);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        client.destroy();
        target.destroy();
      });
      // A cut link is what this is for.
      socket.on("error", () => socket.destroy());
    }
    client.on("data", (bytes) => this.#pass(bytes, client, target));
    target.pipe(client);
  }

  #pass(bytes: Buffer, client: Socket, target: Socket): void {
    const from = this.sent;
    this.sent += bytes.length;
    if (this.#spoilAt !== null && this.#spoilAt < this.sent) {
      const at = Math.max(0, this.#spoilAt - from);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      this.#spoilAt = null;
    }
    if (this.sent >= this.#holdAt) {
      client.pause();
      this.#held();
    } else if (!target.write(bytes)) {
      client.pause();
      target.once("drain", () => client.resume());
    }
    const [next] = this.#cutAt;
    if (next === undefined || this.sent < next) return;
    this.#cutAt.shift();
    this.cutNow();
  }
}
