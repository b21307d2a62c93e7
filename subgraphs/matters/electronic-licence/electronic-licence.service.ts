/** Finds and lists electronic licences for one viewer: what the viewer may not know of is not found, on every path. */
import { canRead, couldReadAny } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, emptyPage, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { OF_HOLDER, WHOSE_LICENCE } from "./electronic-licence.policy.js";
import { findLicences, ownLicences, toElectronicLicence } from "./electronic-licence.repository.js";
import type { LicenceRow } from "./electronic-licence.rows.js";
import type { ElectronicLicence } from "./electronic-licence.js";

/** Service of electronic licences. */
export interface LicenceService {
  find(certificateNumber: string): Promise<ElectronicLicence | undefined>;
  /** The licence that a case produced. */
  findOfCase(caseNo: string): Promise<ElectronicLicence | undefined>;
  /** Licences that the viewer, or the body the viewer acts for, holds. */
  listOwn(page: PageArgs): Promise<Page<ElectronicLicence>>;
}

/** Newest first. */
const ORDER = [
  { column: "issued_on", direction: "desc" },
  { column: "certificate_number", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createLicenceService = ({ db, viewer, asOf, cursors }: ServiceDependencies): LicenceService => {
  const today = localDateOf(asOf);
  const toNode = (row: LicenceRow): ElectronicLicence => toElectronicLicence(row, today);
  const readable = (rows: readonly LicenceRow[]): ElectronicLicence[] =>
    rows.filter((row) => canRead(WHOSE_LICENCE, { viewer }, row)).map(toNode);
  const byNumber = createKeyLoader(
    async (numbers) => readable(await findLicences(db, "certificate_number", numbers)),
    ({ certificateNumber }) => certificateNumber,
  );
  const byCase = createKeyLoader(
    async (numbers) => readable(await findLicences(db, "case_no", numbers)),
    ({ caseNo }) => caseNo,
  );
  return {
    find: (certificateNumber) => byNumber.load(certificateNumber),
    findOfCase: (caseNo) => byCase.load(caseNo),
    async listOwn(page) {
      if (!couldReadAny(OF_HOLDER, viewer)) return emptyPage();
      return readPage<LicenceRow, ElectronicLicence>({
        query: ownLicences(db, viewer),
        orderBy: ORDER,
        ordering: "licences.own",
        filter: {},
        page,
        cursors,
        toNode,
      });
    },
  };
};
