import type { DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import { ATTACHMENT_KIND_LABELS } from "../../shared/records/attachment-kind.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { sayBytes } from "../widgets/dropped-file.ts";
import { type DeskFile, FileButtons } from "./file-buttons.tsx";
import { packageMessages } from "./package-messages.ts";

/** The forms and papers that came along. */
export function FilesView({ of }: { readonly of: DeskPackage }) {
  const say = useMessages(packageMessages);
  const forms = of.files.filter(({ kind }) => kind === "form");
  const papers = of.files.filter(({ kind }) => kind === "attachment");
  return (
    <div className="bureau-stack">
      <Card title={say("files.forms")}>
        <FileTable of={of} files={forms} label={say("files.forms")} />
      </Card>
      <Card title={say("files.attachments")}>
        {papers.length === 0 ? (
          <p className="bureau-muted">{say("files.none")}</p>
        ) : (
          <FileTable of={of} files={papers} label={say("files.attachments")} />
        )}
      </Card>
    </div>
  );
}

interface FileTableProps {
  readonly of: DeskPackage;
  readonly files: readonly DeskFile[];
  readonly label: string;
}

function FileTable({ of, files, label }: FileTableProps) {
  const say = useMessages(packageMessages);
  const names = new Map(of.people.map(({ id, name }) => [id, name]));
  return (
    <div className="bureau-scroll">
      <table className="bureau-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{say("files.title")}</th>
            <th scope="col">{say("files.person")}</th>
            <th scope="col">{say("files.kind")}</th>
            <th scope="col">{say("files.size")}</th>
            <th scope="col" className="no-print">
              {say("files.actions")}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={`${file.path} ${file.personId ?? ""} ${file.attachmentKind ?? ""}`}>
              <th scope="row">{file.title}</th>
              <td>
                {file.personId === null ? say("files.unitWide") : (names.get(file.personId) ?? "—")}
              </td>
              <td>{sayKind(file.attachmentKind)}</td>
              <td className="bureau-figure">{sayBytes(file.size)}</td>
              <td className="no-print">
                <FileButtons packageId={of.packageId} file={file} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const KINDS: Readonly<Record<string, string>> = ATTACHMENT_KIND_LABELS;

function sayKind(kind: string | null): string {
  return kind === null ? "—" : (KINDS[kind] ?? kind);
}
