/** Tells the standards of assistance and how many households there are, above the village alone. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { isAboveVillage, isTooFew } from "./assistance.policy.js";
import { countAssistance } from "./assistance.repository.js";
import { ASSISTANCE_STANDARDS } from "./assistance.standards.js";
import { AssistanceCategory, type AssistanceFigure, type AssistanceStandard } from "./assistance.type.js";

/** Service of assistance. */
export interface AssistanceService {
  standards(): readonly AssistanceStandard[];
  /** A figure for every category; none for a village. */
  figures(division: string): Promise<AssistanceFigure[]>;
}

/** Creates the service for one request. */
export const createAssistanceService = ({ db, asOf }: ServiceDependencies): AssistanceService => {
  const counts = createGroupLoader(
    (divisions) => countAssistance(db, divisions, localDateOf(asOf)),
    ({ division }) => division,
  );
  return {
    standards: () => ASSISTANCE_STANDARDS,
    async figures(division) {
      if (!isAboveVillage(division)) return [];
      const found = await counts.load(division);
      return Object.values(AssistanceCategory).map((category) => {
        const { households = 0, persons = 0 } = found.find((entry) => entry.category === category) ?? {};
        return isTooFew(households)
          ? { category, suppressed: true }
          : { category, households, persons, suppressed: false };
      });
    },
  };
};
