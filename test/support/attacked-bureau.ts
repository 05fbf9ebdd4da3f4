import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import type { Office } from "../../electron/services/packages/office.ts";
import { receivePackage } from "../../electron/services/packages/receive-package.ts";
import { CraftedPackage } from "./crafted-package.ts";
import { makeKeys } from "./installation.ts";
import { makePair, orderWith, packFor, type Pair, scanOf } from "./offices.ts";

/** What a bureau said to a package. */
export interface Said {
  readonly code: string;
  readonly notes: readonly string[];
}

/** A bureau that has received nothing yet, a sound package to spoil, and somebody whom it does not know. */
export class AttackedBureau {
  readonly folder: string;
  readonly pair: Pair;
  readonly unit: UnlockedKeys;
  readonly stranger: UnlockedKeys;
  readonly #sound: CraftedPackage;

  private constructor(folder: string, pair: Pair, stranger: UnlockedKeys, sound: CraftedPackage) {
    this.folder = folder;
    this.pair = pair;
    this.unit = pair.sender.keys;
    this.stranger = stranger;
    this.#sound = sound;
  }

  static async prepare(folder: string): Promise<AttackedBureau> {
    const pair = await makePair(folder);
    const attachments = [await scanOf(folder, "a.jpg", randomBytes(5_000))];
    const built = await packFor(pair, orderWith({ attachments }));
    const sound = await CraftedPackage.from(built.packagePath, pair.sender.keys.ageIdentity);
    return new AttackedBureau(folder, pair, await makeKeys("unit"), sound);
  }

  /** A copy of the sound package for one test to spoil. */
  craft(): CraftedPackage {
    return new CraftedPackage(new Map(this.#sound.files));
  }

  /** The bureau with an empty ledger. */
  freshOffice(given: Partial<Office> = {}): Office {
    const dataFolder = mkdtempSync(join(this.folder, "bureau-"));
    return { ...this.pair.office, dataFolder, ...given };
  }

  /** Encrypts a package for the bureau. */
  seal(crafted: CraftedPackage): Promise<string> {
    const path = join(mkdtempSync(join(this.folder, "case-")), "x.jcp");
    return crafted.write(path, [this.pair.office.keys.publicKeys.reading]);
  }

  /** What the bureau says to a package. */
  async refusalOf(crafted: CraftedPackage, given: Partial<Office> = {}): Promise<Said> {
    return this.refusalOfFile(await this.seal(crafted), given);
  }

  async refusalOfFile(path: string, given: Partial<Office> = {}): Promise<Said> {
    const received = await receivePackage(path, this.freshOffice(given));
    return { code: received.code, notes: "notes" in received ? received.notes : [] };
  }
}
