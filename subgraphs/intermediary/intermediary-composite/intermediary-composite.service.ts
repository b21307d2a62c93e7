/** Composes the years of intermediaries from facts that are public, so that a total gives away nothing that is not. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { compositeOf, type CreditFacts } from "./intermediary-composite.js";
import { listIntermediaryYears, listBarredSpans } from "./intermediary-composite.repository.js";
import type { IntermediaryComposite } from "./intermediary-composite.type.js";

/** What credit says of the intermediary in public. */
export type ListedFacts = Omit<CreditFacts, "barred">;

/** Service of composites. */
export interface IntermediaryCompositeService {
  /** The year; with gaps where nothing is known of it. */
  find(intermediaryId: string, year: number, listed: ListedFacts): Promise<IntermediaryComposite>;
  /** Years with a regulator's score or an evaluated project, newest first, at most ten. */
  list(intermediaryId: string, listed: ListedFacts): Promise<IntermediaryComposite[]>;
}

const MOST_YEARS = 10;

/** Creates the service for one request. */
export const createIntermediaryCompositeService = ({ db, asOf }: ServiceDependencies): IntermediaryCompositeService => {
  const today = localDateOf(asOf);
  const years = createGroupLoader(
    (ids) => listIntermediaryYears(db, ids, today),
    ({ intermediaryId }) => intermediaryId,
  );
  const spans = createGroupLoader(
    (ids) => listBarredSpans(db, ids, today),
    ({ intermediaryId }) => intermediaryId,
  );
  const load = async (intermediaryId: string) => {
    const [known, barred] = await Promise.all([years.load(intermediaryId), spans.load(intermediaryId)]);
    return { known, barred };
  };
  return {
    async find(intermediaryId, year, listed) {
      const { known, barred } = await load(intermediaryId);
      const facts = known.find((entry) => entry.year === year) ?? { year, projects: 0, stars: 0 };
      return compositeOf(facts, { ...listed, barred });
    },
    async list(intermediaryId, listed) {
      const { known, barred } = await load(intermediaryId);
      return known.slice(0, MOST_YEARS).map((facts) => compositeOf(facts, { ...listed, barred }));
    },
  };
};
