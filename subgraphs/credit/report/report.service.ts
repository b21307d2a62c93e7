/** Makes credit reports from what the other services give the viewer; what is no longer in publicity is left out for everybody (C4). */
import { createHash } from "node:crypto";
import { mayRead } from "../../../platform/disclosure/decision/index.js";
import { addDays, localDateOf, type KeyedCodes } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import type { Page, PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { CommitmentService } from "../commitment/commitment.service.js";
import type { CreditCommitment } from "../commitment/commitment.type.js";
import type { EvaluationService } from "../evaluation/evaluation.service.js";
import { EVALUATION_CLOSURE } from "../evaluation/evaluation.policy.js";
import type { CreditEvaluation } from "../evaluation/evaluation.type.js";
import type { LicenceService } from "../licence/licence.service.js";
import type { AdministrativeLicence } from "../licence/licence.type.js";
import type { ListEntryService } from "../list-entry/list-entry.service.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import type { ListEntry } from "../list-entry/list-entry.type.js";
import type { Organization } from "../organization/organization.type.js";
import type { PenaltyService } from "../penalty/penalty.service.js";
import type { AdministrativePenalty } from "../penalty/penalty.type.js";
import { ReportSectionKind } from "./report.enums.js";
import type { CreditReport, ReportLine, ReportSection } from "./report.type.js";

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

/** Services that a report is made from. */
export interface ReportSources {
  readonly licences: LicenceService;
  readonly penalties: PenaltyService;
  readonly listEntries: ListEntryService;
  readonly commitments: CommitmentService;
  readonly evaluations: EvaluationService;
}

const WHOLE: PageArgs = { first: 100 };

const SCOPE =
  "Licences, penalties in publicity, credit lists, commitments; the composite evaluation for those who may read it. " +
  "Repaired, ended and withdrawn records are left out; judicial and contract records are not held here " +
  "(本报告不含已修复、公示期满和已撤回的记录，不含司法和合同信息).";

const NOTHING = "Nothing is recorded (无相关信用记录).";
/** The same for every body, evaluated or not. */
const NOT_PUBLIC = "Told to those who may read it alone (评价结果不公开).";
const NOT_HELD = "Not held here (本平台不归集司法信息).";

const CODE_LENGTH = 12;

/** Days for which a report can be checked: one from before a repair must not be vouched for later (C4). */
const DAYS_CHECKABLE = 30;

/** What the number of a report says; undefined for what is no number of ours. */
const readNumber = (number: string): { day: string; record: string; body: string } | undefined => {
  const [, year, month, day, record, body] = /^XYBG-(\d{4})(\d{2})(\d{2})-([0-9A-F]{12})-(.+)$/.exec(number) ?? [];
  return record === undefined || body === undefined ? undefined : { day: `${year}-${month}-${day}`, record, body };
};

/** Sections that hold the public record of a body, the same for every reader. */
const RECORD: ReadonlySet<ReportSectionKind> = new Set([
  ReportSectionKind.LICENCES,
  ReportSectionKind.PENALTIES,
  ReportSectionKind.TRUSTWORTHY,
  ReportSectionKind.ADVERSE,
  ReportSectionKind.COMMITMENTS,
  ReportSectionKind.OTHER,
]);

/** Short hash of a body's public record. Pure. */
const recordHash = (body: string, sections: readonly ReportSection[]): string =>
  createHash("sha256")
    .update(JSON.stringify([body, sections.filter(({ kind }) => RECORD.has(kind))]))
    .digest("hex")
    .slice(0, 12)
    .toUpperCase();

/** What the code of a report is made of. Pure. */
const codedText = (number: string, hash: string): string => `${number}\n${hash}`;

type LineOf<Node> = (node: Node) => ReportLine;

const section = (
  kind: ReportSectionKind,
  lines: ReportLine[],
  note = NOTHING,
  total = lines.length,
): ReportSection => ({
  kind,
  total,
  lines,
  ...(total === 0 ? { note } : {}),
});

const pageSection = <Node>(kind: ReportSectionKind, page: Page<Node>, lineOf: LineOf<Node>): ReportSection =>
  section(
    kind,
    page.edges.map(({ node }) => lineOf(node)),
    NOTHING,
    page.totalCount,
  );

const licenceLine: LineOf<AdministrativeLicence> = ({ id, docNo, decisionDate: date, certName, content, state }) => ({
  id,
  docNo,
  date,
  text: `${certName ?? content} ${state}`,
});

const penaltyLine: LineOf<AdministrativePenalty> = ({ id, docNo, decisionDate: date, violationType, content }) => ({
  id,
  docNo,
  date,
  text: `${violationType} ${content}`,
});

const entryLine: LineOf<ListEntry> = ({ id, decisionDocNo: docNo, listedOn: date, list: text }) => ({
  id,
  docNo,
  date,
  text,
});

const commitmentLine: LineOf<CreditCommitment> = ({ id, signedOn: date, type, fulfilment }) => ({
  id,
  date,
  text: `${type} ${fulfilment}`,
});

const { BASIC, LICENCES, PENALTIES, TRUSTWORTHY, ADVERSE, COMMITMENTS, EVALUATION, JUDICIAL, OTHER } =
  ReportSectionKind;

/** Creates the service for one request. */
export const createReportService = (
  { viewer, asOf, codeKeys }: ServiceDependencies,
  sources: ReportSources,
): ReportService => {
  const today = localDateOf(asOf);
  const codes = (): KeyedCodes => codeKeys("credit-report", CODE_LENGTH);

  const evaluationSection = (organizationId: string, evaluation: CreditEvaluation): ReportSection => {
    const { level, score, asOf: date, subject, authorityUscc: agency, divisionCode: division } = evaluation;
    if (level === undefined || date === undefined) return section(EVALUATION, [], NOT_PUBLIC);
    if (!mayRead(EVALUATION_CLOSURE.tier, viewer, { subject, agency, division }))
      return section(EVALUATION, [], NOT_PUBLIC);
    return section(EVALUATION, [{ id: organizationId, date, text: `${level} ${score ?? ""}`.trim() }]);
  };

  const sectionsOf = async ({ id, name, uscc }: Organization): Promise<ReportSection[]> => {
    const open = { archived: false };
    const ofKinds = (kinds: readonly ListKind[]): Promise<Page<ListEntry>> =>
      sources.listEntries.listOfSubject(id, { ...open, kinds }, WHOLE);
    const [licences, penalties, trusted, adverse, watched, commitments, evaluation] = await Promise.all([
      sources.licences.listOfCounterparty(id, open, WHOLE),
      sources.penalties.listOfCounterparty(id, open, WHOLE),
      ofKinds([ListKind.RED]),
      ofKinds([ListKind.ABNORMAL, ListKind.SERIOUS]),
      ofKinds([ListKind.WATCH]),
      sources.commitments.listOfCounterparty(id, { published: true }, WHOLE),
      sources.evaluations.find(id),
    ]);
    return [
      section(BASIC, [{ id, date: today, text: `${name} ${uscc ?? ""}`.trim() }]),
      pageSection(LICENCES, licences, licenceLine),
      pageSection(PENALTIES, penalties, penaltyLine),
      pageSection(TRUSTWORTHY, trusted, entryLine),
      pageSection(ADVERSE, adverse, entryLine),
      pageSection(COMMITMENTS, commitments, commitmentLine),
      evaluationSection(id, evaluation),
      section(JUDICIAL, [], NOT_HELD),
      pageSection(OTHER, watched, entryLine),
    ];
  };

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
        scope: SCOPE,
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
