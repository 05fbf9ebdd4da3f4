/** Where a package stands; `key` opens one candidate. */
export function packageLink(packageId: string, key: string | null = null): string {
  const place = `/inbox/${encodeURIComponent(packageId)}`;
  return key === null ? place : `${place}?key=${encodeURIComponent(key)}`;
}
