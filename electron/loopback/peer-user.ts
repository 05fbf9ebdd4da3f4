import { readFileSync } from "node:fs";

/**
 * Whose program is at the other end. 127.0.0.1 is open to every user of a machine; Linux tells which
 * user's socket it is, other systems leave it to the token alone.
 */

const TABLE = "/proc/net/tcp";
const LOCAL = 1;
const REMOTE = 2;
const USER = 7;

/** True where the peer's socket is known to be another user's, or not to be found at all. */
export function isOtherUser(peerPort: number, ownPort: number): boolean {
  const own = process.getuid?.();
  if (process.platform !== "linux" || own === undefined) return false;
  return userOfPeer(readFileSync(TABLE, "latin1"), peerPort, ownPort) !== own;
}

/** The user of the socket that leads from one port of 127.0.0.1 to another; null: no such socket. */
export function userOfPeer(table: string, peerPort: number, ownPort: number): number | null {
  const local = addressOf(peerPort);
  const remote = addressOf(ownPort);
  for (const line of table.split("\n")) {
    const columns = line.trim().split(/\s+/);
    if (columns[LOCAL] === local && columns[REMOTE] === remote) return Number(columns[USER]);
  }
  return null;
}

/** 127.0.0.1 as the kernel prints it, in the machine's own byte order: little-endian on x64 and arm64. */
function addressOf(port: number): string {
  return `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
}
