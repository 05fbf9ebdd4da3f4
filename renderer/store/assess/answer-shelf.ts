import { AnswerMaker } from "../../../shared/policy/answer.ts";
import type { HeadRow, ScreenDatabase } from "../database/database.ts";
import { isSame } from "../edits/documents.ts";
import { giveWay } from "../engine/slices.ts";
import type { Settings } from "../types.ts";
import { type AnswerPiece, packAnswers, unpackAnswers } from "./answer-piece.ts";
import type { Decided, StoredPerson } from "./assessor.ts";

/** Where the history stood. */
export type HistoryPoint = Pick<HeadRow, "number" | "hash">;

/** What was stored, and as of which entry of the history. */
export interface StoredAnswers extends Decided {
  readonly head: HistoryPoint;
}

/** What the pieces together are; it is written after them. */
interface Manifest extends Omit<StoredAnswers, "people"> {
  readonly format: typeof FORMAT;
  /** The stamp of each piece; one that bears another is of another time, and its people are left out. */
  readonly stamps: readonly string[];
}

interface StampedPiece extends AnswerPiece {
  readonly stamp: string;
}

const FORMAT = "jiceng.answers/1";
const MANIFEST = "manifest";
/** A piece is written anew when one of its people is: about so many share one. */
const PEOPLE = 400;

/**
 * The answers as the next start finds them: sealed, derived, and tied to their inputs and to the head of
 * the history. What does not open, or is of other inputs, is as if it were not there.
 */
export class AnswerShelf {
  readonly #database: ScreenDatabase;
  /** What lies in the database, as far as this start has read or written it. */
  #manifest: Manifest | null = null;
  #people: ReadonlyMap<string, StoredPerson> = new Map();

  constructor(database: ScreenDatabase) {
    this.#database = database;
  }

  /** What was stored under these rules for this cycle; null where there is nothing of the kind. */
  async read(rules: string, cycle: Settings["cycle"]): Promise<StoredAnswers | null> {
    const manifest = await this.#open<Manifest>(MANIFEST);
    if (manifest?.format !== FORMAT) return null;
    if (manifest.rules !== rules || !isSame(manifest.cycle, cycle)) return null;
    const people = new Map<string, StoredPerson>();
    const maker = new AnswerMaker();
    const stamps: string[] = [];
    for (const [index, stamp] of manifest.stamps.entries()) {
      const piece = await this.#open<StampedPiece>(keyOf(index));
      const isWhole = piece?.stamp === stamp && takePiece(piece, maker, people);
      stamps.push(isWhole ? stamp : "");
      await giveWay();
    }
    this.#manifest = { ...manifest, stamps };
    this.#people = people;
    const { head, inputs } = manifest;
    return { head, rules, inputs, cycle, people };
  }

  /** Stores everybody's answers as of a head; a piece whose people are all as they were stays. */
  async keep({ number, hash }: HistoryPoint, { people, ...decided }: Decided): Promise<void> {
    const before = this.#manifest;
    const isWhole = before !== null && !before.stamps.includes("");
    if (isWhole && before.head.hash === hash && before.inputs === decided.inputs) return;
    const count = countPieces(people.size);
    const old = before?.stamps.length === count ? cut(this.#people, count) : null;
    const stamp = `${hash} ${decided.inputs}`;
    const stamps: string[] = [];
    for (const [index, piece] of cut(people, count).entries()) {
      const known = before?.stamps[index] ?? "";
      if (known !== "" && old !== null && isSamePiece(old[index], piece)) {
        stamps.push(known);
        continue;
      }
      const doc: StampedPiece = { stamp, ...packAnswers(piece) };
      await this.#database.assessments.put({ key: keyOf(index), doc });
      stamps.push(stamp);
      await giveWay();
    }
    const manifest: Manifest = { format: FORMAT, ...decided, head: { number, hash }, stamps };
    await this.#database.assessments.put({ key: MANIFEST, doc: manifest });
    const surplus = (before?.stamps ?? []).slice(count).map((_, at) => keyOf(count + at));
    await this.#database.assessments.bulkDelete(surplus);
    this.#manifest = manifest;
    this.#people = people;
  }

  async #open<Doc>(key: string): Promise<Doc | null> {
    try {
      const row = await this.#database.assessments.get(key);
      return row === undefined ? null : (row.doc as Doc);
    } catch {
      return null;
    }
  }
}

type Entry = readonly [string, StoredPerson];

function keyOf(index: number): string {
  return String(index).padStart(6, "0");
}

/** A power of two, so that it seldom changes while people come and go. */
function countPieces(people: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, people / PEOPLE)));
}

/** The same person is always in the same piece of so many. */
function cut(people: ReadonlyMap<string, StoredPerson>, count: number): readonly Entry[][] {
  const pieces = Array.from({ length: count }, (): Entry[] => []);
  for (const entry of people) pieces[spread(entry[0]) % count]?.push(entry);
  return pieces;
}

/** FNV-1a of 32 bits. */
function spread(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Answers that were not worked out anew are the same objects. */
function isSamePiece(before: readonly Entry[] = [], after: readonly Entry[]): boolean {
  const known = new Map(before);
  return (
    before.length === after.length &&
    after.every(([id, { answers }]) => known.get(id)?.answers === answers)
  );
}

/** Adds a piece's people; false, and nothing added, where it makes no sense. */
function takePiece(
  piece: AnswerPiece,
  maker: AnswerMaker,
  people: Map<string, StoredPerson>,
): boolean {
  try {
    const entries = [...unpackAnswers(piece, maker)];
    for (const [id, stored] of entries) people.set(id, stored);
    return true;
  } catch {
    return false;
  }
}
