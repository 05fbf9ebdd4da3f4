import { describe, expect, test } from "vitest";
import { isLongEnough } from "../../../electron/services/keys/passphrase.ts";
import {
  judgePassphrase,
  LEAST_PASSPHRASE,
} from "../../../renderer/app/first-run/passphrase-strength.ts";

describe("how a passphrase is judged", () => {
  test("asks as many characters as the key store does", () => {
    const characters = "桂花十月开得真香又一年啊好";
    const least = characters.slice(0, LEAST_PASSPHRASE);
    expect(isLongEnough(least)).toBe(true);
    expect(isLongEnough(least.slice(1))).toBe(false);
    expect(judgePassphrase(least.slice(1))).toBe("short");
    expect(judgePassphrase(least)).not.toBe("short");
  });

  test.each(["aaaaaaaaaaaa", "123456789012", "abcdefghijkl", "qwertyuiopas", "121212121212"])(
    "%s is weak",
    (typed) => {
      expect(judgePassphrase(typed)).toBe("weak");
    },
  );

  test("a sentence is strong", () => {
    expect(judgePassphrase("镇卫生院的桂花十月开得真香")).toBe("strong");
    expect(judgePassphrase("correct horse battery staple")).toBe("strong");
  });

  test("twelve mixed letters are fair", () => {
    expect(judgePassphrase("Weihai20xk7!")).toBe("fair");
  });

  test("nothing typed is not called short yet", () => {
    expect(judgePassphrase("")).toBe("empty");
  });
});
