/** A key's fingerprint or a digest as it is read out, each group kept together. */
export function Fingerprint({ value }: { readonly value: string }) {
  return <code className="bureau-fingerprint">{value}</code>;
}
