/** The page of one package. */
export function packageAddress(packageId: string): string {
  return `/submissions/package?${new URLSearchParams({ id: packageId }).toString()}`;
}
