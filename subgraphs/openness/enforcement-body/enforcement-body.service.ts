/** Finds what bodies publish of their enforcement, and certificates of their staff: everybody may know of both. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, createParentPages, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  certificatesQuery,
  findCertificates,
  findEnforcementBodies,
  toCertificate,
} from "./enforcement-body.repository.js";
import type { StaffCertificateRow } from "./enforcement-body.rows.js";
import type { EnforcementBody, StaffCertificate } from "./enforcement-body.type.js";

/** Service of enforcement bodies. */
export interface EnforcementBodyService {
  /** That of the organisation; undefined for one that enforces nothing. */
  findOf(organId: string): Promise<EnforcementBody | undefined>;
  findCertificate(number: string): Promise<StaffCertificate | undefined>;
  certificatesOf(organId: string, page: PageArgs): Promise<Page<StaffCertificate>>;
}

const BY_NUMBER = [{ column: "number", direction: "asc" }] as const;

/** Creates the service for one request. */
export const createEnforcementBodyService = ({ db, asOf, cursors }: ServiceDependencies): EnforcementBodyService => {
  const day = localDateOf(asOf);
  const byOrgan = createKeyLoader(
    (ids) => findEnforcementBodies(db, ids),
    ({ organId }) => organId,
  );
  const byNumber = createKeyLoader(
    (numbers) => findCertificates(db, day, numbers),
    ({ number }) => number,
  );
  const pages = createParentPages<object, StaffCertificateRow, StaffCertificate>(db, () => ({
    ...{ orderBy: BY_NUMBER, ordering: "staffCertificates", filter: {}, cursors, counted: true },
    toNode: toCertificate(day),
    query: (organId) => certificatesQuery(db).where("organ_id", organId),
  }));
  return {
    findOf: (organId) => byOrgan.load(organId),
    findCertificate: (number) => byNumber.load(number),
    certificatesOf: (organId, page) => pages.load(organId, {}, page),
  };
};
