import { Button } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import { resultsMessages } from "./results-messages.ts";
import type { IssuedReceipt } from "./use-issue-results.ts";

/** What was issued, and how it comes to the unit. */
export function IssuedCard({ issued }: { readonly issued: IssuedReceipt }) {
  const say = useMessages(resultsMessages);
  const save = useSaveFile();
  const { serial, fileName: name, bytes, isNew } = issued;
  return (
    <Card title={isNew ? say("issued", { serial }) : say("issued.again", { serial })}>
      <p role="status">{say("issued.how")}</p>
      <Button onClick={() => void save(name, bytes)}>{say("issued.save", { name })}</Button>
    </Card>
  );
}
