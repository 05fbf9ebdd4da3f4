import type { Person } from "../../../shared/records/person.ts";
import type { Catalogue, Say } from "../../../renderer/i18n/messages.ts";
import { blankPerson } from "../../../renderer/people/form-values.ts";
import type { RosterRow } from "../../../renderer/store/types.ts";

/** The Chinese messages of a catalogue, without the machinery of the screen. */
export function sayChinese<Key extends string>({ messages }: Catalogue<Key>): Say<Key> {
  return (key, params = {}) =>
    messages["zh-CN"][key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
}

/** A checked person with one posting, one title and its appointment. */
export function somebody(changes: Partial<Person> = {}): Person {
  return {
    ...blankPerson("p-1"),
    name: "王秀兰",
    sex: "female",
    birthDate: "1984-05-02",
    postings: [
      {
        from: "2006-08",
        to: null,
        employer: "石岛镇卫生院",
        setting: "township",
        kind: "regular",
        professional: true,
        series: "health",
      },
    ],
    titles: [
      {
        id: "t1",
        series: "health",
        level: "intermediate",
        line: "provincial",
        name: "主治医师",
        obtainedOn: "2014-11-20",
      },
    ],
    appointments: [{ titleId: "t1", from: "2015-01", to: null, post: "regular" }],
    ...changes,
  };
}

/** A row of the roster. */
export function row(id: string, changes: Partial<RosterRow> = {}): RosterRow {
  return {
    id,
    name: "王秀兰",
    initials: "wxl",
    nameRank: 0,
    sex: "female",
    birthDate: "1984-05-02",
    idTail: "1227",
    titleName: "主治医师",
    titleLevel: "intermediate",
    series: "health",
    employer: "石岛镇卫生院",
    isManaging: false,
    ...changes,
  };
}
