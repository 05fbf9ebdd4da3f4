import { Modal } from "antd";
import type { RefObject } from "react";
import { useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useMessages } from "../../i18n/messages.ts";
import { useStoreState } from "../../store/context.ts";
import type { StoreState } from "../../store/types.ts";
import { useComposingGuard } from "../../widgets/composing.ts";
import { appMessages } from "../messages.ts";
import { searchPeople } from "./search-people.ts";
import "./people-search.css";

const LIMIT = 10;
const selectRows = ({ rows }: StoreState) => rows;

interface PeopleSearchProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Finds a person from anywhere: Ctrl+K, a few letters, Enter. */
export function PeopleSearch({ isOpen, onClose }: PeopleSearchProps) {
  const say = useMessages(appMessages);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      afterOpenChange={(isNowOpen) => {
        if (isNowOpen) field.current?.focus();
      }}
      footer={null}
      title={say("search")}
      width={560}
      destroyOnHidden
    >
      <SearchBox field={field} onClose={onClose} />
    </Modal>
  );
}

interface SearchBoxProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

function SearchBox({ field, onClose }: SearchBoxProps) {
  const say = useMessages(appMessages);
  const navigate = useNavigate();
  const rows = useStoreState(selectRows);
  const [query, setQuery] = useState("");
  const [place, setPlace] = useState(0);
  const { isComposing: _isComposing, ...guard } = useComposingGuard();
  const id = useId();
  const found = searchPeople(rows, query, LIMIT);
  const active = found.rows[Math.min(place, found.rows.length - 1)];
  const open = (personId: string) => {
    onClose();
    void navigate(`/people/${encodeURIComponent(personId)}`);
  };
  const press = (key: string): boolean => {
    if (key === "ArrowDown") setPlace(Math.min(place + 1, found.rows.length - 1));
    else if (key === "ArrowUp") setPlace(Math.max(0, place - 1));
    else if (key === "Enter" && active !== undefined) open(active.id);
    else return false;
    return true;
  };
  return (
    <div className="frame-search" {...guard}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded={found.rows.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
        aria-label={say("search.hint")}
        placeholder={say("search.hint")}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setPlace(0);
        }}
        onKeyDown={(event) => {
          if (press(event.key)) event.preventDefault();
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={say("search")}
        className="frame-search-list"
      >
        {found.rows.map((row) => (
          <button
            type="button"
            key={row.id}
            id={`${id}-${row.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={row === active}
            onClick={() => open(row.id)}
          >
            <strong>{row.name}</strong>
            <span>{row.titleName ?? ""}</span>
            <span>{row.idTail ?? ""}</span>
          </button>
        ))}
      </div>
      <p role="status" className="frame-search-note">
        {query.trim() === ""
          ? say("search.keys")
          : found.rows.length === 0
            ? say("search.none", { query: query.trim() })
            : found.more > 0
              ? say("search.more", { count: found.more })
              : say("search.results", { count: found.rows.length })}
      </p>
    </div>
  );
}
