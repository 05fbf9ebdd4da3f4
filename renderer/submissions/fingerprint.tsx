/** A key's fingerprint as it is read out: eight groups of four digits, each kept together. */
export function Fingerprint({ value }: { readonly value: string }) {
  return <code className="submissions-fingerprint">{value}</code>;
}
