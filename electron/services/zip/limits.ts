/** Bounds on what is read from others, all checked before anything is unpacked. */
export interface ContainerLimits {
  /** Of the file as it came. */
  readonly fileBytes: number;
  readonly entries: number;
  /** Of one entry, unpacked. */
  readonly entryBytes: number;
  /** Of all entries, unpacked. */
  readonly totalBytes: number;
  /** How many times larger than packed an entry may be, once it is larger than a mebibyte. */
  readonly ratio: number;
  /** Of an entry that is read as a whole. */
  readonly wholeBytes: number;
}

const MIB = 1_048_576;

/** Far above an honest package: 10,000 people's assessments are 100 MiB and pack 20 to 60 times smaller. */
export const CONTAINER_LIMITS: ContainerLimits = {
  fileBytes: 4_096 * MIB,
  entries: 50_000,
  entryBytes: 1_024 * MIB,
  totalBytes: 6_144 * MIB,
  ratio: 200,
  wholeBytes: 256 * MIB,
};
