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

const LedgerCard = lazy(async () => ({
  default: (await import("../bureau-reports/ledger-card.tsx")).LedgerCard,
}));
const PackageResultsPage = lazy(async () => ({
  default: (await import("../bureau-reports/package-results-page.tsx")).PackageResultsPage,
}));
const PlanPage = lazy(async () => ({
  default: (await import("../bureau-reports/plan-page.tsx")).PlanPage,
}));
const ResultsPage = lazy(async () => ({
  default: (await import("../bureau-reports/results-page.tsx")).ResultsPage,
}));
const SamplePage = lazy(async () => ({
  default: (await import("../bureau-reports/sample-page.tsx")).SamplePage,
}));
const SamplesPage = lazy(async () => ({
  default: (await import("../bureau-reports/samples-page.tsx")).SamplesPage,
}));
const StatisticsPage = lazy(async () => ({
  default: (await import("../bureau-reports/statistics-page.tsx")).StatisticsPage,
}));
const PacksPage = lazy(async () => ({
  default: (await import("../policy/packs-page.tsx")).PacksPage,
}));
const CataloguePage = lazy(async () => ({
  default: (await import("../catalogue/catalogue-page.tsx")).CataloguePage,
}));
const SummaryPage = lazy(async () => ({
  default: (await import("../bureau-reports/summary-page.tsx")).SummaryPage,
}));
const SummaryPrintPage = lazy(async () => ({
  default: (await import("../bureau-reports/summary-print-page.tsx")).SummaryPrintPage,
}));

/** Which page of a bureau stands at which address. */
export function BureauRoutes() {
  return (
    <Routes>
      <Route path="/" element={<WorkbenchPage />} />
      <Route path="/inbox" element={<InboxPage />} />
      <Route path="/inbox/:packageId" element={<PackagePage />} />
      <Route path="/units" element={<UnitsPage />} />
      <Route path="/results" element={<ResultsPage />} />
      <Route path="/results/:packageId" element={<PackageResultsPage />} />
      <Route path="/summary" element={<SummaryPage />} />
      <Route path="/summary/print" element={<SummaryPrintPage />} />
      <Route path="/statistics" element={<StatisticsPage />} />
      <Route path="/plan" element={<PlanPage />} />
      <Route path="/samples" element={<SamplesPage />} />
      <Route path="/samples/:id" element={<SamplePage />} />
      <Route path="/packs" element={<PacksPage />} />
      <Route path="/catalogue" element={<CataloguePage />} />
      <Route path="/health" element={<HealthPage ledger={<LedgerCard />} />} />
      <Route path="/settings" element={<SettingsPage isBureau />} />
      <Route path="*" element={<UnknownPage />} />
    </Routes>
  );
}
