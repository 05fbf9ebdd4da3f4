import { Link } from "react-router";
import { useMessages } from "../../i18n/messages.ts";
import { useStoreState } from "../../store/context.ts";
import type { StoreState } from "../../store/types.ts";
import { SubmissionStatus } from "../../submissions/submission-status.tsx";
import { appMessages } from "../messages.ts";
import { useRole } from "../role.ts";
import { Icon, type IconName } from "./icons.tsx";
import type { UndoSteps } from "./use-undo.ts";

interface HeaderProps {
  /** Whose records these are; null before it is set up. */
  readonly owner: string | null;
  /** Null where the page has its own ways back. */
  readonly steps: UndoSteps | null;
  /** Null where there are no people to search. */
  readonly onSearch: (() => void) | null;
  readonly onLock: () => void;
}

const selectSettings = ({ records }: StoreState) => records?.settings ?? null;

/** Whose records these are, which round, who works; undo, search and lock. */
export function Header({ owner, steps, onSearch, onLock }: HeaderProps) {
  const say = useMessages(appMessages);
  const role = useRole();
  const settings = useStoreState(selectSettings);
  const operator = settings?.operators.find(({ id }) => id === settings.operatorId);
  return (
    <header className="header no-print">
      <div className="header-unit" title={owner ?? undefined}>
        {owner ?? say("head.noUnit")}
      </div>
      {settings === null || role === "bureau" ? null : (
        <Link className="header-fact" to="/settings">
          {say("head.cycle", { year: settings.cycle.year })}
        </Link>
      )}
      {settings === null ? null : (
        <Link className="header-fact" to="/settings">
          {say("head.operator", { name: operator?.name ?? say("head.noOperator") })}
        </Link>
      )}
      {role === "unit" ? <SubmissionStatus /> : null}
      <div className="header-tools">
        {steps === null ? null : <UndoButtons steps={steps} />}
        {onSearch === null ? null : (
          <HeaderButton
            icon="search"
            text={say("search")}
            title={`${say("search.hint")}（Ctrl+K）`}
            onPress={onSearch}
          />
        )}
        <HeaderButton
          icon="lock"
          text={say("head.lock")}
          title={say("head.lockHint")}
          onPress={onLock}
        />
      </div>
    </header>
  );
}

function UndoButtons({ steps }: { readonly steps: UndoSteps }) {
  const say = useMessages(appMessages);
  const { undoLabel, redoLabel } = steps;
  return (
    <>
      <HeaderButton
        icon="undo"
        text={say("head.undo")}
        title={
          undoLabel === null
            ? say("head.nothingToUndo")
            : say("head.undoWhat", { label: undoLabel })
        }
        isDisabled={undoLabel === null}
        onPress={steps.undo}
      />
      <HeaderButton
        icon="redo"
        text={say("head.redo")}
        title={
          redoLabel === null
            ? say("head.nothingToRedo")
            : say("head.redoWhat", { label: redoLabel })
        }
        isDisabled={redoLabel === null}
        onPress={steps.redo}
      />
    </>
  );
}

interface HeaderButtonProps {
  readonly icon: IconName;
  readonly text: string;
  readonly title: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

function HeaderButton({ icon, text, title, isDisabled = false, onPress }: HeaderButtonProps) {
  return (
    <button
      type="button"
      className="header-button"
      title={title}
      aria-disabled={isDisabled}
      onClick={isDisabled ? undefined : onPress}
    >
      <Icon name={icon} />
      {text}
    </button>
  );
}
