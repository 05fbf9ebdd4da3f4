import { Button } from "antd";
import type { BackupInfo } from "../../shared/bridge/backups-methods.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import type { BackupReason } from "../store/types.ts";
import { sayBytes } from "../widgets/safety.ts";
import { healthMessages } from "./messages.ts";

const REASONS = {
  daily: "reason.daily",
  upgrade: "reason.upgrade",
  restore: "reason.restore",
  asked: "reason.asked",
} as const satisfies Record<BackupReason, string>;

interface BackupsTableProps {
  readonly backups: readonly BackupInfo[];
  readonly onVerify: (backup: BackupInfo) => void;
  readonly onRestore: (backup: BackupInfo) => void;
}

/**
 * Each backup: when, why, how much, and what can be done with it. They stand as the host lists them, the last
 * one made first: by their times, one made while the clock was ahead would stay on top for years.
 */
export function BackupsTable({ backups, onVerify, onRestore }: BackupsTableProps) {
  const say = useMessages(healthMessages);
  if (backups.length === 0) return <p className="health-note">{say("backups.none")}</p>;
  return (
    <div className="health-scroll">
      <table className="health-table" aria-label={say("backups.title")}>
        <thead>
          <tr>
            <th scope="col">{say("backups.at")}</th>
            <th scope="col">{say("backups.reason")}</th>
            <th scope="col" className="health-number">
              {say("backups.people")}
            </th>
            <th scope="col" className="health-number">
              {say("backups.head")}
            </th>
            <th scope="col" className="health-number">
              {say("backups.size")}
            </th>
            <th scope="col">{say("action")}</th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const at = formatBeijing(backup.at);
            return (
              <tr key={backup.id}>
                <th scope="row" className="health-time">
                  {at}
                </th>
                <td>{say(REASONS[backup.reason])}</td>
                <td className="health-number">
                  {say("backups.peopleCount", { count: backup.people })}
                </td>
                <td className="health-number">
                  {say("backups.headCount", { count: backup.head })}
                </td>
                <td className="health-number">{sayBytes(backup.bytes)}</td>
                <td className="health-actions">
                  <Button
                    size="small"
                    aria-label={`${say("backups.verify")} ${at}`}
                    onClick={() => onVerify(backup)}
                  >
                    {say("backups.verify")}
                  </Button>
                  <Button
                    size="small"
                    aria-label={`${say("backups.restore")} ${at}`}
                    onClick={() => onRestore(backup)}
                  >
                    {say("backups.restore")}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
