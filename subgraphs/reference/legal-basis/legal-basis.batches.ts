/** Legal bases (法律依据) for loaders of other services. */
import { inTransaction } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { BatchCall } from "../../../platform/subgraph/loading.js";
import { registerLegalBases as register, type LegalBasisRegistration } from "./legal-basis.registration.js";

/** Legal bases for citations, found or created, in the same order. */
export const registerLegalBases: BatchCall = (input, { db, asOf }) =>
  inTransaction(db, (trx) => register(trx, input as LegalBasisRegistration[], localDateOf(asOf)));
