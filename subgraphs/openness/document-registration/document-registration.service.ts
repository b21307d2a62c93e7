/** Finds the registration of a document that the viewer holds already. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { RegistrationFinding } from "./document-registration.enums.js";
import { findRegistrations } from "./document-registration.repository.js";
import type { DocumentRegistration } from "./document-registration.type.js";
import { registrationFindings, type JudgedDocument } from "./registration-findings.js";

/** Service of registrations. */
export interface DocumentRegistrationService {
  findOf(indexNo: string): Promise<DocumentRegistration | undefined>;
  /** What the document lacks. */
  findingsOf(document: JudgedDocument & { readonly indexNo: string }): Promise<RegistrationFinding[]>;
}

/** Creates the service for one request. */
export const createDocumentRegistrationService = ({ db, asOf }: ServiceDependencies): DocumentRegistrationService => {
  const byDocument = createKeyLoader(
    (indexNos) => findRegistrations(db, localDateOf(asOf), indexNos),
    ({ indexNo }) => indexNo,
  );
  return {
    findOf: (indexNo) => byDocument.load(indexNo),
    findingsOf: async (document) => registrationFindings(document, await byDocument.load(document.indexNo)),
  };
};
