/** Finds the evaluation of an organisation; its fields are closed by their declaration, for every organisation alike. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { CatalogueClass } from "../catalogue-class/catalogue-class.enums.js";
import { findEvaluations } from "./evaluation.repository.js";
import type { CreditEvaluation } from "./evaluation.type.js";

/** Service of evaluations. */
export interface EvaluationService {
  /** An empty one where there is none: whether a body was evaluated is not public either. */
  find(organizationId: string): Promise<CreditEvaluation>;
}

/** Creates the service for one request. */
export const createEvaluationService = ({ db, asOf }: ServiceDependencies): EvaluationService => {
  const byOrganization = createKeyLoader(
    (ids) => findEvaluations(db, ids, localDateOf(asOf)),
    ({ organizationId }) => organizationId,
  );
  return {
    find: async (organizationId) => ({
      ...(await byOrganization.load(organizationId)),
      catalogueClass: CatalogueClass.EVALUATION,
    }),
  };
};
