import { describeKeyFault, refuseKeys } from "../services/keys/fault.ts";
import { isLongEnough } from "../services/keys/passphrase.ts";
import { type Given, textIfAny } from "./command.ts";
import { type Io, refused } from "./io.ts";
import { readSecret } from "./secret-input.ts";

/** A passphrase to be, from the file that an option names or typed twice; one that is too short is refused at once. */
export async function readNewPassphrase(
  io: Io,
  given: Given,
  fileOption: "passphrase-file" | "new-passphrase-file",
): Promise<string> {
  const file = textIfAny(given, fileOption);
  const passphrase = await readSecret(io, { prompt: "新口令（至少12个字）", file, isNew: true });
  if (!isLongEnough(passphrase)) throw refused(describeKeyFault(refuseKeys("passphrase-short")));
  return passphrase;
}
