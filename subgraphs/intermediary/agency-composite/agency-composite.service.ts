/** Composes the years of agencies from facts that are public, so that a total gives away nothing that is not. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { compositeOf, type CreditFacts } from "./agency-composite.js";
import { listAgencyYears, listBarredSpans } from "./agency-composite.repository.js";
import type { AgencyComposite } from "./agency-composite.type.js";

/** What credit says of the agency in public. */
export type ListedFacts = Omit<CreditFacts, "barred">;

/** Service of composites. */
export interface AgencyCompositeService {
  /** The year; with gaps where nothing is known of it. */
  find(agencyId: string, year: number, listed: ListedFacts): Promise<AgencyComposite>;
  /** Years with a regulator's score or an evaluated project, newest first, at most ten. */
  list(agencyId: string, listed: ListedFacts): Promise<AgencyComposite[]>;
}

const MOST_YEARS = 10;

/** Creates the service for one request. */
export const createAgencyCompositeService = ({ db, asOf }: ServiceDependencies): AgencyCompositeService => {
  const today = localDateOf(asOf);
  const years = createGroupLoader(
    (ids) => listAgencyYears(db, ids, today),
    ({ agencyId }) => agencyId,
  );
  const spans = createGroupLoader(
    (ids) => listBarredSpans(db, ids, today),
    ({ agencyId }) => agencyId,
  );
  const load = async (agencyId: string) => {
    const [known, barred] = await Promise.all([years.load(agencyId), spans.load(agencyId)]);
    return { known, barred };
  };
  return {
    async find(agencyId, year, listed) {
      const { known, barred } = await load(agencyId);
      const facts = known.find((entry) => entry.year === year) ?? { year, projects: 0, stars: 0 };
      return compositeOf(facts, { ...listed, barred });
    },
    async list(agencyId, listed) {
      const { known, barred } = await load(agencyId);
      return known.slice(0, MOST_YEARS).map((facts) => compositeOf(facts, { ...listed, barred }));
    },
  };
};
