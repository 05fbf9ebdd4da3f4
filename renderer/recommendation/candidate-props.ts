import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

/** What every part of a candidate's page works with. */
export interface CandidateProps {
  readonly scene: RoundScene;
  readonly candidacy: Candidacy;
}
