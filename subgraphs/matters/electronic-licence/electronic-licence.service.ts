/** Finds and lists electronic licences for one viewer: what the viewer may not know of is not found, on every path. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, emptyPage, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { caseFacts } from "../service-case/service-case.policy.js";
import { ownSubjects } from "../service-case/service-case.repository.js";
import { canRead } from "./electronic-licence.policy.js";
import {
  findLicences,
  licencesOfSubjects,
  toElectronicLicence,
  type LicenceRow,
} from "./electronic-licence.repository.js";
import type { ElectronicLicence } from "./electronic-licence.type.js";

/** Service of electronic licences. */
export interface LicenceService {
  find(certificateNumber: string): Promise<ElectronicLicence | undefined>;
  /** The licence that a case produced. */
  findOfCase(projectNo: string): Promise<ElectronicLicence | undefined>;
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
  const readable = (licence: ElectronicLicence | undefined): ElectronicLicence | undefined =>
    licence !== undefined && canRead(viewer, caseFacts(licence)) ? licence : undefined;
  const byNumber = createKeyLoader(
    async (numbers) => (await findLicences(db, "certificate_number", numbers)).map(toNode),
    ({ certificateNumber }) => certificateNumber,
  );
  const byCase = createKeyLoader(
    async (numbers) => (await findLicences(db, "project_no", numbers)).map(toNode),
    ({ projectNo }) => projectNo,
  );
  return {
    find: async (certificateNumber) => readable(await byNumber.load(certificateNumber)),
    findOfCase: async (projectNo) => readable(await byCase.load(projectNo)),
    async listOwn(page) {
      const subjects = ownSubjects(viewer);
      if (subjects.length === 0) return emptyPage();
      return readPage<LicenceRow, ElectronicLicence>({
        query: licencesOfSubjects(db, subjects),
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
