import { describe, expect, it } from "vitest";
import { openPrivateAddresses } from "../../../renderer/app/private-address.ts";

describe("an address that the browser keeps", () => {
  it("holds no words searched for, and leads back to them within the same run", () => {
    const { hide, reveal } = openPrivateAddresses();
    const hidden = hide("?q=王芳&series=health");
    expect(decodeURIComponent(hidden)).not.toContain("王");
    expect(hidden).toContain("series=health");
    expect(new URLSearchParams(reveal(hidden)).get("q")).toBe("王芳");
    expect(new URLSearchParams(reveal(hidden)).get("series")).toBe("health");
  });

  it("has one sign for the same words and another one for others", () => {
    const { hide, reveal } = openPrivateAddresses();
    const [first, second] = [hide("?q=王芳"), hide("?q=李明")];
    expect(hide("?q=王芳")).toBe(first);
    expect(second).not.toBe(first);
    expect(new URLSearchParams(reveal(second)).get("q")).toBe("李明");
  });

  it("of another run leads to the page without the words", () => {
    const hidden = openPrivateAddresses().hide("?q=王芳");
    const { reveal } = openPrivateAddresses();
    expect(reveal(hidden)).toBe("");
    expect(reveal(`${hidden}&sex=female`)).toBe("?sex=female");
  });

  it("holds no ID number where people have theirs for an id, in the path or in a list of people", () => {
    const { hide, hidePath, reveal, revealPath } = openPrivateAddresses();
    const path = "/people/37010119900101123X/titles";
    const search = "?ids=37010119900101123X,370101199001011240,p-7";
    const hidden = [hidePath(path), hide(search), hide(`${search}&q=王芳`)];
    expect(hidden.join()).not.toMatch(/\d{5}/);
    const [hiddenPath = "", hiddenList = "", hiddenBoth = ""] = hidden;
    expect(revealPath(hiddenPath)).toBe(path);
    expect(reveal(hiddenList)).toBe(search);
    const both = new URLSearchParams(reveal(hiddenBoth));
    expect(both.get("ids")).toBe(search.slice(5));
    expect(both.get("q")).toBe("王芳");
    expect(openPrivateAddresses().revealPath(hiddenPath)).toBe(hiddenPath);
  });

  it("without words stays letter for letter as it is", () => {
    const { hide, reveal } = openPrivateAddresses();
    for (const search of ["", "?ids=a,b&why=%E4%B8%8D%E5%A4%9F", "?view=sheet"]) {
      expect(hide(search)).toBe(search);
      expect(reveal(search)).toBe(search);
    }
  });
});
