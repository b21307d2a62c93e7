/** Makes credit reports from what the other services give the viewer; what is no longer in publicity is left out for everybody (C4). */
import { createHash } from "node:crypto";
import { addDays, localDateOf, type KeyedCodes } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { Organization } from "../organization/organization.type.js";
import { codedText, readNumber, recordHash } from "./report-number.js";
import { reportSections, type ReportSources } from "./report-sections.js";
import { ReportSectionKind } from "./report.enums.js";
import type { CreditReport, ReportSection } from "./report.type.js";

/** Service of reports. */
export interface ReportService {
  /** Throws UPSTREAM_UNAVAILABLE where reference did not say the body's name. */
  find(body: Organization): Promise<CreditReport>;
  /**
   * True where this service made the code for number and hash within the last 30 days, and the public record of the body in
   * the number is today what the report says. What has no such code is looked up nowhere.
   */
  isGenuine(report: { readonly number: string; readonly hash: string; readonly code: string }): Promise<boolean>;
}

const CODE_LENGTH = 12;

/** Days for which a report can be checked: one from before a repair must not be vouched for later (C4). */
const DAYS_CHECKABLE = 30;

const { LICENCES, PENALTIES, TRUSTWORTHY, ADVERSE, COMMITMENTS, OTHER } = ReportSectionKind;

/** Creates the service for one request. */
export const createReportService = (
  { viewer, asOf, codeKeys }: ServiceDependencies,
  sources: ReportSources,
): ReportService => {
  const today = localDateOf(asOf);
  const codes = (): KeyedCodes => codeKeys("credit-report", CODE_LENGTH);

  const sectionsOf = (body: Organization): Promise<ReportSection[]> => reportSections(sources, viewer, body, today);

  return {
    async find(body) {
      // A report that does not say whose it is must not be in the world.
      if (body.name == null)
        throw new ServiceError(
          "UPSTREAM_UNAVAILABLE",
          "The service that names the body of the report does not answer.",
        );
      const sections = await sectionsOf(body);
      const count = (...kinds: ReportSectionKind[]): number =>
        sections.reduce((sum, { kind, total }) => sum + (kinds.includes(kind) ? total : 0), 0);
      const hash = createHash("sha256")
        .update(JSON.stringify([body.id, today, sections]))
        .digest("hex");
      const number = `XYBG-${today.replaceAll("-", "")}-${recordHash(body.id, sections)}-${body.id}`;
      return {
        number,
        queryTime: asOf.toISOString(),
        counts: {
          licences: count(LICENCES),
          penalties: count(PENALTIES),
          listEntries: count(TRUSTWORTHY, ADVERSE, OTHER),
          commitments: count(COMMITMENTS),
        },
        sections,
        hash,
        verificationCode: codes().make(codedText(number, hash)),
      };
    },
    async isGenuine({ number, hash, code }) {
      const { day, record, body } = readNumber(number) ?? {};
      if (!codes().isRight(codedText(number, hash), code)) return false;
      if (day === undefined || day > today || today > addDays(day, DAYS_CHECKABLE)) return false;
      return recordHash(body!, await sectionsOf({ id: body! })) === record;
    },
  };
};
