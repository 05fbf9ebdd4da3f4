import { lazy } from "react";
import { Route, Routes } from "react-router";
import { UnknownPage } from "./unknown-page.tsx";

/** Each page comes with its own chunk when it is first opened. */
const WorkbenchPage = lazy(async () => ({
  default: (await import("../workbench/workbench-page.tsx")).WorkbenchPage,
}));
const PeoplePage = lazy(async () => ({
  default: (await import("../people/people-page.tsx")).PeoplePage,
}));
const PersonPage = lazy(async () => ({
  default: (await import("../people/person-page.tsx")).PersonPage,
}));
const TrainingPage = lazy(async () => ({
  default: (await import("../training/training-page.tsx")).TrainingPage,
}));
const ServicePage = lazy(async () => ({
  default: (await import("../service/service-page.tsx")).ServicePage,
}));
const ServicePersonPage = lazy(async () => ({
  default: (await import("../service/service-person-page.tsx")).ServicePersonPage,
}));
const EligibilityPage = lazy(async () => ({
  default: (await import("../eligibility/eligibility-page.tsx")).EligibilityPage,
}));
const EligibilityPersonPage = lazy(async () => ({
  default: (await import("../eligibility/eligibility-person-page.tsx")).EligibilityPersonPage,
}));
const PostsPage = lazy(async () => ({
  default: (await import("../posts/posts-page.tsx")).PostsPage,
}));
const RoundPage = lazy(async () => ({
  default: (await import("../recommendation/round-page.tsx")).RoundPage,
}));
const SubmissionsPage = lazy(async () => ({
  default: (await import("../submissions/submissions-page.tsx")).SubmissionsPage,
}));
const PolicyPage = lazy(async () => ({
  default: (await import("../policy/policy-page.tsx")).PolicyPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import("../exchange/import-page.tsx")).ImportPage,
}));
const ExportPage = lazy(async () => ({
  default: (await import("../exchange/export-page.tsx")).ExportPage,
}));
const HealthPage = lazy(async () => ({
  default: (await import("../health/health-page.tsx")).HealthPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import("../settings/settings-page.tsx")).SettingsPage,
}));

/** Which page of a unit stands at which address. */
export function UnitRoutes() {
  return (
    <Routes>
      <Route path="/" element={<WorkbenchPage />} />
      <Route path="/people" element={<PeoplePage />} />
      <Route path="/people/:id/:tab?" element={<PersonPage />} />
      <Route path="/training" element={<TrainingPage />} />
      <Route path="/service" element={<ServicePage />} />
      <Route path="/service/:id" element={<ServicePersonPage />} />
      <Route path="/eligibility" element={<EligibilityPage />} />
      <Route path="/eligibility/:personId" element={<EligibilityPersonPage />} />
      <Route path="/posts" element={<PostsPage />} />
      <Route path="/round/:year?/:step?" element={<RoundPage />} />
      <Route path="/submissions/:view?" element={<SubmissionsPage />} />
      <Route path="/policy" element={<PolicyPage />} />
      <Route path="/import" element={<ImportPage />} />
      <Route path="/export" element={<ExportPage />} />
      <Route path="/health" element={<HealthPage />} />
      <Route path="/settings" element={<SettingsPage />} />
      <Route path="*" element={<UnknownPage />} />
    </Routes>
  );
}
