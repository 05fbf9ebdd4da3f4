/**
 * Hours and scores are decimal fractions: they are added and compared as whole millionths, so that
 * 0.1 + 0.2 is 0.3.
 */
export function millionths(value: number): number {
  return Math.round(value * 1_000_000);
}
