/** The key store asks as many (electron/services/keys/passphrase.ts); a test holds them together. */
export const LEAST_PASSPHRASE = 12;

export type Strength = "empty" | "short" | "weak" | "fair" | "strong";

const STRAIGHT = "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm";

/**
 * How well a passphrase stands against guessing, by its length and by how many of its characters are not
 * simply repeated or counted on from the one before. A Chinese character counts for two Latin letters.
 */
export function judgePassphrase(typed: string): Strength {
  const characters = Array.from(typed.normalize("NFKC"));
  if (characters.length === 0) return "empty";
  if (characters.length < LEAST_PASSPHRASE) return "short";
  let worth = 0;
  for (const [index, character] of characters.entries()) {
    const before = characters[index - 1] ?? "";
    if (isExpected(before, character)) continue;
    worth += /\p{Script=Han}/u.test(character) ? 2 : 1;
  }
  const distinct = new Set(characters).size;
  if (worth < 8 || distinct < 6) return "weak";
  return worth < 16 || distinct < 9 ? "fair" : "strong";
}

function isExpected(before: string, character: string): boolean {
  if (before === character) return true;
  const pair = `${before}${character}`.toLowerCase();
  const back = `${character}${before}`.toLowerCase();
  return before !== "" && (STRAIGHT.includes(pair) || STRAIGHT.includes(back));
}
