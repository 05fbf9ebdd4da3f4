import { Suspense, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { useMessages } from "../../i18n/messages.ts";
import { useStoreState, useUnit } from "../../store/context.ts";
import type { StoreState } from "../../store/types.ts";
import { Loading } from "../../widgets/states.tsx";
import { ErrorBoundary } from "../error-boundary.tsx";
import { appMessages } from "../messages.ts";
import { BureauRoutes } from "../bureau-routes.tsx";
import { useRole } from "../role.ts";
import { UnitRoutes } from "../unit-routes.tsx";
import { Header } from "./header.tsx";
import { Navigation } from "./navigation.tsx";
import { PeopleSearch } from "./people-search.tsx";
import { isField, type Shortcut, shortcutOf } from "./shortcut.ts";
import { TrialStrip } from "./trial-strip.tsx";
import { useUndo } from "./use-undo.ts";
import "./layout.css";

const doNothing = () => {};

const selectStopped = ({ stopped }: StoreState) => stopped;

interface LayoutProps {
  readonly onLock: () => void;
  /** The bureau's name; a unit's stands in its records. */
  readonly owner?: string;
}

/** The frame around every page behind the lock. */
export function Layout({ onLock, owner }: LayoutProps) {
  const say = useMessages(appMessages);
  const unit = useUnit();
  const isBureau = useRole() === "bureau";
  const stopped = useStoreState(selectStopped);
  const { pathname } = useLocation();
  const main = useScrollUp(pathname);
  const [isSearching, setIsSearching] = useState(false);
  const steps = useUndo();
  useShortcuts({
    search: () => setIsSearching(!isBureau),
    lock: onLock,
    // What a bureau does is kept by its desk, which has its own ways back.
    undo: isBureau ? doNothing : steps.undo,
    redo: isBureau ? doNothing : steps.redo,
  });
  return (
    <div className="layout">
      <a
        className="skip-link no-print"
        href="#main"
        onClick={(event) => {
          // The fragment is the router's.
          event.preventDefault();
          document.querySelector<HTMLElement>("#main")?.focus();
        }}
      >
        {say("skip")}
      </a>
      <Header
        owner={owner ?? unit?.name ?? null}
        steps={isBureau ? null : steps}
        onSearch={isBureau ? null : () => setIsSearching(true)}
        onLock={onLock}
      />
      <Navigation />
      <main ref={main} id="main" className="layout-main" tabIndex={-1}>
        {unit?.id === "demo-unit" ? <TrialStrip /> : null}
        {stopped === null ? null : (
          <div className="layout-stopped no-print" role="alert">
            <strong>
              <span aria-hidden="true">⚠ </span>
              {say("stopped.title")}
            </strong>
            <span>{stopped.message}</span>
          </div>
        )}
        <ErrorBoundary place={pathname}>
          <Suspense fallback={<Loading />}>{isBureau ? <BureauRoutes /> : <UnitRoutes />}</Suspense>
        </ErrorBoundary>
      </main>
      <PeopleSearch isOpen={isSearching} onClose={() => setIsSearching(false)} />
    </div>
  );
}

/** Another page begins at its top; another tab of the same person stays where one was. */
function useScrollUp(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const page = pathname.split("/").slice(0, 3).join("/");
  useEffect(() => {
    if (main.current !== null) main.current.scrollTop = 0;
    window.scrollTo(0, 0);
  }, [page]);
  return main;
}

function useShortcuts(actions: Readonly<Record<Shortcut, () => void>>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, isField(document.activeElement));
      if (shortcut === null) return;
      event.preventDefault();
      actions[shortcut]();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [actions]);
}
