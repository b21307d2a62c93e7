/** Tells the standards of assistance and how many households there are, above the village alone. */
import { divisionPrefix } from "../../../platform/auth/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { withheldDivisions } from "../suppression/withheld-divisions.js";
import { isAboveVillage } from "./assistance.policy.js";
import { countAssistance, type AssistanceCount } from "./assistance.repository.js";
import { ASSISTANCE_STANDARDS } from "./assistance.standards.js";
import { AssistanceCategory } from "./assistance.enums.js";
import type { AssistanceFigure, AssistanceStandard } from "./assistance.type.js";

/** Service of assistance. */
export interface AssistanceService {
  standards(): readonly AssistanceStandard[];
  /** A figure for every category; none for a village. */
  figures(division: string): Promise<AssistanceFigure[]>;
}

/** Creates the service for one request. */
export const createAssistanceService = ({ db, asOf }: ServiceDependencies): AssistanceService => {
  const provinces = createKeyLoader(
    async (codes) => {
      const found = await countAssistance(db, codes, localDateOf(asOf));
      return codes.map((code) =>
        toProvince(
          code,
          found.filter(({ province }) => province === code),
        ),
      );
    },
    ({ code }) => code,
  );
  return {
    standards: () => ASSISTANCE_STANDARDS,
    async figures(code) {
      if (!isAboveVillage(code)) return [];
      const province = await provinces.load(code.slice(0, 2));
      const key = divisionPrefix(code);
      return Object.values(AssistanceCategory).map((category) => {
        const { counts, withheld } = province!.categories.get(category)!;
        if (withheld.has(key)) return { category, suppressed: true };
        const { households = 0, persons = 0 } = counts.get(key) ?? {};
        return { category, households, persons, suppressed: false };
      });
    },
  };
};

/** The counts of a province by category and division, and which are withheld. */
interface Province {
  readonly code: string;
  readonly categories: ReadonlyMap<
    AssistanceCategory,
    { readonly counts: ReadonlyMap<string, AssistanceCount>; readonly withheld: ReadonlySet<string> }
  >;
}

const toProvince = (code: string, found: readonly AssistanceCount[]): Province => ({
  code,
  categories: new Map(
    Object.values(AssistanceCategory).map((category) => {
      const own = found.filter((entry) => entry.category === category);
      return [
        category,
        {
          counts: new Map(own.map((entry) => [entry.division, entry])),
          withheld: withheldDivisions(own.map(({ division, households }) => ({ division, count: households }))),
        },
      ];
    }),
  ),
});
