import { lazy } from "react";
import { Route, Routes } from "react-router";
import { UnknownPage } from "./unknown-page.tsx";

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
      <Route path="/health" element={<HealthPage />} />
      <Route path="/settings" element={<SettingsPage />} />
      <Route path="*" element={<UnknownPage />} />
    </Routes>
  );
}
