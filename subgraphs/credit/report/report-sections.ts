/** Sections of a credit report, from what the other services give the viewer. */
import type { Viewer } from "../../../platform/auth/index.js";
import { mayRead } from "../../../platform/disclosure/decision/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { PageArgs } from "../../../platform/graphql/connection.type.js";
import type { Page } from "../../../platform/graphql/lists/index.js";
import type { CommitmentService } from "../commitment/commitment.service.js";
import type { CreditCommitment } from "../commitment/commitment.type.js";
import { EVALUATION_CLOSURE } from "../evaluation/evaluation.policy.js";
import type { EvaluationService } from "../evaluation/evaluation.service.js";
import type { CreditEvaluation } from "../evaluation/evaluation.type.js";
import type { LicenceService } from "../licence/licence.service.js";
import type { AdministrativeLicence } from "../licence/licence.type.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import type { ListEntryService } from "../list-entry/list-entry.service.js";
import type { ListEntry } from "../list-entry/list-entry.type.js";
import type { Organization } from "../organization/organization.type.js";
import type { PenaltyService } from "../penalty/penalty.service.js";
import type { AdministrativePenalty } from "../penalty/penalty.type.js";
import { ReportSectionKind } from "./report.enums.js";
import type { NoteKind } from "./report-texts.js";
import type { ReportLine, ReportSection } from "./report.type.js";

/** Services that a report is made from. */
export interface ReportSources {
  readonly licences: LicenceService;
  readonly penalties: PenaltyService;
  readonly listEntries: ListEntryService;
  readonly commitments: CommitmentService;
  readonly evaluations: EvaluationService;
}

const WHOLE: PageArgs = { first: 100 };

const { BASIC, LICENCES, PENALTIES, TRUSTWORTHY, ADVERSE, COMMITMENTS, EVALUATION, JUDICIAL, OTHER } =
  ReportSectionKind;

type LineOf<Node> = (node: Node) => ReportLine;

const section = (
  kind: ReportSectionKind,
  lines: ReportLine[],
  why: NoteKind = "NOTHING",
  total = lines.length,
): ReportSection => ({
  kind,
  total,
  lines,
  ...(total === 0 ? { why } : {}),
});

const pageSection = async <Node>(
  kind: ReportSectionKind,
  page: Page<Node>,
  lineOf: LineOf<Node>,
): Promise<ReportSection> =>
  section(
    kind,
    page.edges.map(({ node }) => lineOf(node)),
    "NOTHING",
    await page.totalCount,
  );

const licenceLine: LineOf<AdministrativeLicence> = ({ id, docNo, decisionDate: date, certName, content, state }) => ({
  id,
  docNo,
  date,
  said: [certName ?? content, state],
});

const penaltyLine: LineOf<AdministrativePenalty> = ({ id, docNo, decisionDate: date, violationType, content }) => ({
  id,
  docNo,
  date,
  said: [violationType, content],
});

const entryLine: LineOf<ListEntry> = ({ id, decisionDocNo: docNo, listedOn: date, list }) => ({
  id,
  docNo,
  date,
  said: [list],
});

const commitmentLine: LineOf<CreditCommitment> = ({ id, signedOn: date, type, fulfilment }) => ({
  id,
  date,
  said: [type, fulfilment],
});

const evaluationSection = (viewer: Viewer, organizationId: string, evaluation: CreditEvaluation): ReportSection => {
  const { level, score, asOf: date, subject, authorityUscc: agency, divisionCode: division } = evaluation;
  if (level === undefined || date === undefined) return section(EVALUATION, [], "NOT_PUBLIC");
  if (!mayRead(EVALUATION_CLOSURE.tier, viewer, { subject, agency, division }))
    return section(EVALUATION, [], "NOT_PUBLIC");
  return section(EVALUATION, [
    { id: organizationId, date, said: [level, ...(score === undefined ? [] : [String(score)])] },
  ]);
};

/** The nine sections of a body's report on the day, as the viewer may read them. */
export const reportSections = async (
  sources: ReportSources,
  viewer: Viewer,
  { id, name, uscc }: Organization,
  today: LocalDate,
): Promise<ReportSection[]> => {
  const open = { archived: false };
  const ofKinds = (kinds: readonly ListKind[]): Promise<Page<ListEntry>> =>
    sources.listEntries.listOfSubject(id, { ...open, kinds }, WHOLE);
  const [licences, penalties, trusted, adverse, watched, commitments, evaluation] = await Promise.all([
    sources.licences.listOfCounterparty(id, open, WHOLE),
    sources.penalties.listOfCounterparty(id, open, WHOLE),
    ofKinds([ListKind.TRUSTWORTHY]),
    ofKinds([ListKind.ABNORMAL, ListKind.SERIOUS]),
    ofKinds([ListKind.WATCH]),
    sources.commitments.listOfCounterparty(id, { published: true }, WHOLE),
    sources.evaluations.find(id),
  ]);
  return [
    section(BASIC, [{ id, date: today, said: [name!, ...(uscc == null ? [] : [uscc])] }]),
    await pageSection(LICENCES, licences, licenceLine),
    await pageSection(PENALTIES, penalties, penaltyLine),
    await pageSection(TRUSTWORTHY, trusted, entryLine),
    await pageSection(ADVERSE, adverse, entryLine),
    await pageSection(COMMITMENTS, commitments, commitmentLine),
    evaluationSection(viewer, id, evaluation),
    section(JUDICIAL, [], "NOT_HELD"),
    await pageSection(OTHER, watched, entryLine),
  ];
};
