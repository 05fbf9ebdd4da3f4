import type { CatalogueUnit } from "../../shared/bureau/catalogue.ts";
import { creditCodeCheckDigit, hasCreditCodeForm } from "../../shared/records/credit-code.ts";
import { POST_GROUPS, type PostGroup } from "../../shared/records/unit.ts";
import { tidyName } from "../widgets/tidy-name.ts";

/** A unit of the catalogue as it is typed. */
export interface UnitForm {
  readonly name: string;
  readonly creditCode: string;
  readonly address: string;
  readonly township: string;
  readonly note: string;
  readonly allowance: "yes" | "no" | "unknown";
  readonly posts: Readonly<Record<PostGroup, string>>;
}

export function unitFormOf(unit: CatalogueUnit): UnitForm {
  const { name, creditCode, address, township, note, townshipAllowance, posts } = unit;
  const textOf = (group: PostGroup) => String(posts?.[group] ?? "");
  return {
    name,
    creditCode: creditCode ?? "",
    address,
    township,
    note,
    allowance: townshipAllowance === null ? "unknown" : townshipAllowance ? "yes" : "no",
    posts: {
      junior: textOf("junior"),
      intermediate: textOf("intermediate"),
      associateSenior: textOf("associateSenior"),
      senior: textOf("senior"),
    },
  };
}

export interface ReadUnitForm {
  /** Null while something is missing or wrong. */
  readonly unit: CatalogueUnit | null;
  readonly arePostsRead: boolean;
}

/** What was typed as a unit that keeps its id. */
export function readUnitForm(form: UnitForm, { id }: Pick<CatalogueUnit, "id">): ReadUnitForm {
  const posts = readPosts(form.posts);
  const code = form.creditCode.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();
  const isCode =
    code === "" || (hasCreditCodeForm(code) && creditCodeCheckDigit(code) === code[17]);
  const name = tidyName(form.name);
  if (name === "" || !isCode || posts === undefined) {
    return { unit: null, arePostsRead: posts !== undefined };
  }
  const unit = {
    id,
    name,
    creditCode: code === "" ? null : code,
    address: form.address.trim(),
    township: form.township.trim(),
    townshipAllowance: form.allowance === "unknown" ? null : form.allowance === "yes",
    posts,
    note: form.note.trim(),
  };
  return { unit, arePostsRead: true };
}

/** Null: none is known; undefined: one of them is no number. */
function readPosts(typed: UnitForm["posts"]): CatalogueUnit["posts"] | undefined {
  const read = POST_GROUPS.map((group) => {
    const text = typed[group].normalize("NFKC").trim();
    if (text === "") return null;
    return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  });
  if (read.includes(undefined)) return undefined;
  if (read.every((count) => count === null)) return null;
  const [junior = null, intermediate = null, associateSenior = null, senior = null] = read;
  return { junior, intermediate, associateSenior, senior };
}
