import { App as AntApp, ConfigProvider } from "antd";
import english from "antd/locale/en_US";
import chinese from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useCallback, useSyncExternalStore } from "react";
import { BridgeContext } from "../bridge.ts";
import { useLanguage } from "../i18n/language.ts";
import { useMessages } from "../i18n/messages.ts";
import { StoreContext, useRecords, useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";
import { ConfirmHost } from "../widgets/confirm.tsx";
import { NoticeHost } from "../widgets/notice.tsx";
import { Failure, Loading } from "../widgets/states.tsx";
import { TodayContext } from "../widgets/today.ts";
import { BureauRoom } from "./bureau-room.tsx";
import { useClockDay } from "./clock.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { FirstRun } from "./first-run/first-run.tsx";
import { Recovery } from "./first-run/recovery.tsx";
import { SetUp } from "./first-run/set-up.tsx";
import { Layout } from "./frame/layout.tsx";
import { Gate } from "./gate.tsx";
import { lockMessages } from "./lock/messages.ts";
import { Refused } from "./lock/refused.tsx";
import { Unlock } from "./lock/unlock.tsx";
import { useIdleLock } from "./lock/use-idle-lock.ts";
import { PrivateHashRouter } from "./private-hash-router.tsx";
import { RoleContext, useRole } from "./role.ts";
import type { Session } from "./session.ts";
import { THEME } from "./theme.ts";

const BUTTON = { autoInsertSpace: false } as const;

/**
 * Where dialogs, drawers and lists open. In the body itself antd would lock its scrolling by an inline style
 * that the policy of the page refuses; the body never scrolls under them anyway.
 */
const popupPlace = () => document.querySelector<HTMLElement>("#popups") ?? document.body;

interface AppProps {
  readonly session: Session;
  /** The page's nonce, which lets antd's few styles through the policy. */
  readonly nonce: string | undefined;
}

/** The whole screen: what holds everywhere, around whatever the session has come to. */
export function App({ session, nonce }: AppProps) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const today = useClockDay();
  const [language] = useLanguage();
  return (
    <ConfigProvider
      theme={THEME}
      locale={language === "en" ? english : chinese}
      button={BUTTON}
      getPopupContainer={popupPlace}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <AntApp component={false}>
        <ErrorBoundary>
          <TodayContext.Provider value={today}>
            <BridgeContext.Provider value={"bridge" in state ? state.bridge : null}>
              <StoreContext.Provider value={state.step === "open" ? state.store : null}>
                <NoticeHost>
                  <ConfirmHost>
                    <PrivateHashRouter>
                      <Screen session={session} />
                    </PrivateHashRouter>
                  </ConfirmHost>
                </NoticeHost>
              </StoreContext.Provider>
            </BridgeContext.Provider>
          </TodayContext.Provider>
        </ErrorBoundary>
      </AntApp>
    </ConfigProvider>
  );
}

function Screen({ session }: { readonly session: Session }): ReactNode {
  const say = useMessages(lockMessages);
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const { step } = state;
  if (step === "connecting") return <Loading label={say("connecting")} />;
  if (step === "unreachable") {
    return (
      <Gate title={say("unreachable.title")}>
        <Failure title={state.message} message={say("unreachable.text")} />
      </Gate>
    );
  }
  if (step === "first-run") return <FirstRun session={session} />;
  if (step === "rehearsing")
    return <Recovery session={session} recoveryCode={state.recoveryCode} />;
  if (step === "locked") return <Unlock session={session} keys={state.keys} />;
  if (step === "opening") return <Loading label={say("opening")} />;
  if (step === "refused") return <Refused session={session} refusal={state.refusal} />;
  return (
    <RoleContext.Provider value={state.role}>
      <Unlocked session={session} />
    </RoleContext.Provider>
  );
}

const selectPhase = ({ phase }: StoreState) => phase;

function Unlocked({ session }: { readonly session: Session }) {
  const lock = useCallback(() => void session.lock(), [session]);
  useIdleLock(lock);
  const role = useRole();
  const phase = useStoreState(selectPhase);
  const records = useRecords();
  if (role === "bureau") return <BureauRoom onLock={lock} />;
  // Without a unit the first run is not done; while only the rows are there, they tell enough.
  if (phase === "ready" && records !== null && records.unit === null) {
    return <SetUp records={records} />;
  }
  return <Layout onLock={lock} />;
}
