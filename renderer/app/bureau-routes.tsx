import { lazy } from "react";
import { Route, Routes } from "react-router";
import { UnknownPage } from "./unknown-page.tsx";

const WorkbenchPage = lazy(async () => ({
  default: (await import("../bureau/workbench-page.tsx")).WorkbenchPage,
}));
const InboxPage = lazy(async () => ({
  default: (await import("../bureau/inbox-page.tsx")).InboxPage,
}));
const PackagePage = lazy(async () => ({
  default: (await import("../bureau/package-page.tsx")).PackagePage,
}));
const UnitsPage = lazy(async () => ({
  default: (await import("../bureau/units-page.tsx")).UnitsPage,
}));
const HealthPage = lazy(async () => ({
  default: (await import("../health/health-page.tsx")).HealthPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("../settings/settings-page.tsx")).SettingsPage,
}));

/** Which page of a bureau stands at which address. */
export function BureauRoutes() {
  return (
    <Routes>
      <Route path="/" element={<WorkbenchPage />} />
      <Route path="/inbox" element={<InboxPage />} />
      <Route path="/inbox/:packageId" element={<PackagePage />} />
      <Route path="/units" element={<UnitsPage />} />
      <Route path="/health" element={<HealthPage />} />
      <Route path="/settings" element={<SettingsPage isBureau />} />
      <Route path="*" element={<UnknownPage />} />
    </Routes>
  );
}
