import { networkInterfaces } from "node:os";

/** The IPv4 addresses under which others may reach this machine; an office network has no others. */
export function machineAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return all
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

/** Where a receiver can be asked, given what it listens on: every address of the machine where that is "all". */
export function reachableAddresses(address: string): readonly string[] {
  const { protocol, hostname, port } = new URL(address);
  const isAll = hostname === "0.0.0.0" || hostname === "[::]";
  const hosts = isAll ? ["127.0.0.1", ...machineAddresses()] : [hostname];
  return hosts.map((host) => `${protocol}//${host}:${port || defaultPort(protocol)}`);
}

function defaultPort(protocol: string): string {
  return protocol === "https:" ? "443" : "80";
}
