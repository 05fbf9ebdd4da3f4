/**
 * Bounds against zip bombs and runaway sheets, far above any honest file: a county's 10,000 people
 * with 40 columns are 3 MB packed, 25 MB unpacked and 400,000 cells.
 */
export const LIMITS = {
  fileBytes: 256 * 1024 * 1024,
  parts: 4_096,
  /** Of one part, unpacked. */
  partBytes: 768 * 1024 * 1024,
  /** Of all parts read, unpacked. */
  totalBytes: 1_024 * 1024 * 1024,
  /** Cells with something in them, in all sheets. */
  cells: 12_000_000,
  /** Characters of one XML tag or of one run of text. */
  tokenCharacters: 1_000_000,
  /** Nesting of XML elements. */
  depth: 64,
} as const;
