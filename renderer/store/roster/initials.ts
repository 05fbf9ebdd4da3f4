/** Gives the initials of a name's pinyin, several readings separated by a space. */
export type InitialsOf = (name: string) => string;

/** More readings than this of one name help nobody to find it. */
const MOST_READINGS = 8;

/** The dictionary is large: it is loaded when it is needed, not when the program starts. */
export async function loadInitials(): Promise<InitialsOf> {
  const { pinyin } = await import("pinyin-pro");
  const byCharacter = new Map<string, readonly string[]>();

  const lettersOf = (character: string): readonly string[] => {
    const known = byCharacter.get(character);
    if (known !== undefined) return known;
    const options = { pattern: "first", toneType: "none", type: "array", multiple: true } as const;
    const letters = readLetters(pinyin(character, options));
    byCharacter.set(character, letters);
    return letters;
  };
  return (name) => {
    const characters = Array.from(name.replaceAll(/\s/g, ""));
    // The usual reading of a surname first (单 is shàn, not dān), then all others.
    const options = { pattern: "first", toneType: "none", type: "array", mode: "surname" } as const;
    const usual = pinyin(characters.join(""), options);
    const letters = characters.map((character, index) => [
      ...new Set([...readLetters([usual[index] ?? ""]), ...lettersOf(character)]),
    ]);
    return combine(letters).join(" ");
  };
}

function readLetters(readings: readonly string[]): readonly string[] {
  return [
    ...new Set(
      readings
        .map((reading) => reading.normalize("NFD").charAt(0).toLowerCase())
        .filter((letter) => /[a-z0-9]/.test(letter)),
    ),
  ];
}

function combine(letters: readonly (readonly string[])[]): readonly string[] {
  let readings = [""];
  for (const choices of letters) {
    if (choices.length === 0) continue;
    readings = readings
      .flatMap((before) => choices.map((letter) => before + letter))
      .slice(0, MOST_READINGS);
  }
  return readings;
}
