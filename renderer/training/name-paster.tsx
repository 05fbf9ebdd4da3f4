import { Button, Input } from "antd";
import { useId, useState } from "react";
import type { Person } from "../../shared/records/person.ts";
import { useMessages } from "../i18n/messages.ts";
import { trainingMessages } from "./messages.ts";
import { matchNames, type PastedName, type PastedNames } from "./participants.ts";

interface NamePasterProps {
  readonly people: readonly Person[];
  readonly onFound: (ids: readonly string[]) => void;
}

/** Takes pasted names, says whom each means, and lets namesakes be told apart by hand. */
export function NamePaster({ people, onFound }: NamePasterProps) {
  const say = useMessages(trainingMessages);
  const id = useId();
  const [text, setText] = useState("");
  const [found, setFound] = useState<PastedNames | null>(null);
  const take = () => {
    const names = matchNames(text, people);
    setFound(names);
    onFound(names.matched.flatMap((name) => name.found.map((person) => person.id)));
  };
  return (
    <div className="name-paster">
      <label htmlFor={id}>{say("course.paste")}</label>
      <Input.TextArea
        id={id}
        rows={3}
        value={text}
        placeholder={say("course.pasteHint")}
        onChange={(event) => setText(event.target.value)}
      />
      <div>
        <Button disabled={text.trim() === ""} onClick={take}>
          {say("course.pasteTake")}
        </Button>
      </div>
      {found === null ? null : <PasteResult found={found} onFound={onFound} />}
    </div>
  );
}

interface PasteResultProps {
  readonly found: PastedNames;
  readonly onFound: (ids: readonly string[]) => void;
}

function PasteResult({ found, onFound }: PasteResultProps) {
  const say = useMessages(trainingMessages);
  const list = (names: readonly PastedName[]) => names.map(({ written }) => written).join("、");
  return (
    <div role="status">
      <p>✓ {say("course.pasteFound", { count: found.matched.length })}</p>
      {found.repeated.length === 0 ? null : (
        <p className="training-note">
          {say("course.pasteRepeated", { names: found.repeated.join("、") })}
        </p>
      )}
      {found.unknown.length === 0 ? null : (
        <p className="training-warning">
          ! {say("course.pasteUnknown", { names: list(found.unknown) })}
        </p>
      )}
      {found.ambiguous.map(({ written, found: bearers }) => (
        <p key={written} className="training-warning">
          ! {say("course.pasteAmbiguous", { name: written, count: bearers.length })}
          {bearers.map((person) => (
            <Button key={person.id} size="small" onClick={() => onFound([person.id])}>
              {say("course.sameName", { name: person.name, birth: person.birthDate })}
            </Button>
          ))}
        </p>
      ))}
    </div>
  );
}
