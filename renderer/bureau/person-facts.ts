import { EDUCATION_LEVEL_LABELS, EDUCATION_LEVELS } from "../../shared/records/education.ts";
import type { Person } from "../../shared/records/person.ts";
import { LINE_LABELS, TITLE_LEVELS } from "../../shared/records/title.ts";

/** The highest education on file: 本科，临床医学，2012-07毕业; null for none. */
export function sayEducation({ education }: Pick<Person, "education">): string | null {
  const [highest] = education.toSorted(
    (a, b) => EDUCATION_LEVELS.indexOf(b.level) - EDUCATION_LEVELS.indexOf(a.level),
  );
  if (highest === undefined) return null;
  const { level, major, graduatedOn } = highest;
  return [EDUCATION_LEVEL_LABELS[level], major ?? "", `${graduatedOn}毕业`]
    .filter((part) => part !== "")
    .join("，");
}

/** The highest title on file, of equals the latest: 主治医师（全省职称，2019-11-20取得）; null for none. */
export function sayHeldTitle({ titles }: Pick<Person, "titles">): string | null {
  const [highest] = titles.toSorted(
    (a, b) =>
      TITLE_LEVELS.indexOf(b.level) - TITLE_LEVELS.indexOf(a.level) ||
      b.obtainedOn.localeCompare(a.obtainedOn),
  );
  if (highest === undefined) return null;
  return `${highest.name}（${LINE_LABELS[highest.line]}，${highest.obtainedOn}取得）`;
}
