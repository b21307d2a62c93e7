/** Finds and lists cases for one viewer: what the viewer may not know of is not found, on every path. */
import { canRead, couldReadAny } from "../../../platform/disclosure/admission/index.js";
import { localDateOf, type KeyedCodes } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  emptyPage,
  readPage,
  type Deadline,
  type Light,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { acceptanceDeadline, deemedAcceptedOn } from "../case-clock/acceptance.js";
import {
  promisedDeadline,
  raisedLight,
  raisedLights,
  statutoryDeadline,
  type ClockFacts,
  type LightReason,
} from "../case-clock/case-clock.js";
import { stepClock } from "../case-clock/step-clock.js";
import type { CaseProgress } from "../case-progress/case-progress.type.js";
import { queryCodes } from "./query-code.js";
import { CaseRole } from "./service-case.input.js";
import { SpecialProcedureKind } from "./service-case.enums.js";
import type { CaseStep, ServiceCase } from "./service-case.js";
import { OF_APPLICANT, WHOSE_CASE, caseFacts } from "./service-case.policy.js";
import {
  casesQuery,
  findCases,
  ofOrganizationAs,
  ownCasesQuery,
  toCase,
  type CaseRow,
} from "./service-case.repository.js";
import { CaseState } from "./service-case.state.js";

/** Which cases of an organisation. */
export interface OrganizationCases {
  readonly role?: CaseRole;
  readonly states?: readonly CaseState[];
}

/** Service of cases. */
export interface CaseService {
  find(caseNo: string): Promise<ServiceCase | undefined>;
  /** State and days, for anybody who gives the right query code; undefined alike for a wrong code and an unknown number. */
  findProgress(caseNo: string, queryCode: string): Promise<CaseProgress | undefined>;
  /** Cases that the viewer, or the body the viewer acts for, applied for. */
  listOwn(states: readonly CaseState[] | undefined, page: PageArgs): Promise<Page<ServiceCase>>;
  listOfOrganization(organizationId: string, asked: OrganizationCases, page: PageArgs): Promise<Page<ServiceCase>>;
  /** Until when the agency has to say what is missing. */
  acceptanceDeadline(serviceCase: ServiceCase): Deadline | undefined;
  /** Day since which it counts as accepted for want of a notice. */
  deemedAcceptedOn(serviceCase: ServiceCase): string | undefined;
  deadline(serviceCase: ServiceCase): Deadline | undefined;
  statutoryDeadline(serviceCase: ServiceCase): Deadline | undefined;
  /** Light of a running case; undefined for one that ended, and while it is unknown. */
  light(serviceCase: ServiceCase): Light | undefined;
  /** Why a running case has a light that is not green, gravest first. */
  lightReasons(serviceCase: ServiceCase): LightReason[];
  /** Steps with their clocks, oldest first. */
  steps(serviceCase: ServiceCase): CaseStep[];
  /** As `find`, of what a write of this request left. */
  findAnew(caseNo: string): Promise<ServiceCase | undefined>;
  /** First day of the light that a case shows now; undefined for a green one. */
  raisedOn(caseNo: string): Promise<string | undefined>;
  queryCode(serviceCase: ServiceCase): string;
}

/** Newest first. */
const ORDER = [
  { column: "c.opened_on", direction: "desc" },
  { column: "c.case_no", direction: "asc" },
] as const;

/** What the clock of a case is computed from. */
export const clockOf = (serviceCase: ServiceCase, today: string): ClockFacts => {
  const deemed = deemedAcceptedOn(serviceCase, today);
  return {
    state: serviceCase.state,
    acceptedOn: serviceCase.acceptedOn ?? deemed,
    deemed: deemed !== undefined,
    completedOn: serviceCase.completedOn,
    promised: serviceCase.promised,
    statutory: serviceCase.statutory,
    pauses: serviceCase.procedures.filter(({ pausesClock }) => pausesClock),
    extensions: serviceCase.procedures
      .filter(({ kind }) => kind === SpecialProcedureKind.EXTENSION)
      .map(({ from, extensionDays }) => ({ from, days: extensionDays ?? 0 })),
    noticeOn: serviceCase.noticeOn,
    endedOn: serviceCase.endedOn,
    steps: serviceCase.recordedSteps,
    stepLimits: serviceCase.stepLimits,
    matterVersion: serviceCase.matterVersion,
    taskType: serviceCase.taskType,
  };
};

/** Creates the service for one request. */
export const createCaseService = (dependencies: ServiceDependencies): CaseService => {
  const { db, viewer, asOf, cursors, codeKeys } = dependencies;
  const today = localDateOf(asOf);
  // Who asks with the query code may not know of the case, and is told how far it is.
  const byNumber = createKeyLoader(
    async (numbers) =>
      (await findCases(db, numbers)).map((row) => ({
        serviceCase: toCase(row),
        readable: canRead(WHOSE_CASE, { viewer }, row),
      })),
    ({ serviceCase }) => serviceCase.caseNo,
  );
  const ofOrganization = createParentPages<OrganizationCases, CaseRow, ServiceCase>(db, (asked) => ({
    orderBy: ORDER,
    ordering: "cases.organization",
    filter: asked,
    cursors,
    toNode: toCase,
    query: (parent) =>
      ofOrganizationAs(casesQuery(db, viewer, asked.states), parent, {
        handler: asked.role !== CaseRole.APPLICANT,
        applicant: asked.role !== CaseRole.HANDLER,
      }),
  }));
  const codes = (): KeyedCodes => queryCodes(codeKeys);
  return {
    async find(caseNo) {
      const found = await byNumber.load(caseNo);
      return found?.readable ? found.serviceCase : undefined;
    },
    findAnew(caseNo) {
      byNumber.clear(caseNo);
      return this.find(caseNo);
    },
    async findProgress(caseNo, queryCode) {
      const found = (await byNumber.load(caseNo))?.serviceCase;
      // The code is compared in any case, so that an unknown number takes as long as a wrong code.
      const right = codes().isRight(caseNo, queryCode);
      if (!found || !right || found.state === CaseState.DRAFT) return undefined;
      const { state, appliedOn, acceptedOn, completedOn, endedOn } = found;
      return {
        caseNo,
        state,
        appliedOn,
        acceptedOn,
        completedOn,
        endedOn,
        deadline: promisedDeadline(clockOf(found, today), today),
      };
    },
    async listOwn(states, page) {
      if (!couldReadAny(OF_APPLICANT, viewer)) return emptyPage();
      return readPage<CaseRow, ServiceCase>({
        query: ownCasesQuery(db, viewer, states),
        orderBy: ORDER,
        ordering: "cases.own",
        filter: { states },
        page,
        cursors,
        toNode: toCase,
      });
    },
    listOfOrganization: (organizationId, asked, page) => ofOrganization.load(organizationId, asked, page),
    acceptanceDeadline: (serviceCase) => acceptanceDeadline(serviceCase, today),
    deemedAcceptedOn: (serviceCase) => deemedAcceptedOn(serviceCase, today),
    deadline: (serviceCase) => promisedDeadline(clockOf(serviceCase, today), today),
    statutoryDeadline: (serviceCase) => statutoryDeadline(clockOf(serviceCase, today), today),
    light(serviceCase) {
      if (serviceCase.endedOn !== undefined) return undefined;
      const clock = clockOf(serviceCase, today);
      return raisedLight(clock, today)?.light ?? promisedDeadline(clock, today)?.light;
    },
    lightReasons: (serviceCase) =>
      serviceCase.endedOn !== undefined
        ? []
        : raisedLights(clockOf(serviceCase, today), today).map(({ reason }) => reason),
    steps(serviceCase) {
      const facts = clockOf(serviceCase, today);
      const owner = caseFacts(serviceCase);
      return serviceCase.recordedSteps.map((step) => ({ ...step, ...stepClock(step, facts, today), ...owner }));
    },
    async raisedOn(caseNo) {
      const found = (await byNumber.load(caseNo))?.serviceCase;
      return found && raisedLight(clockOf(found, today), today)?.raisedOn;
    },
    queryCode: ({ caseNo }) => codes().make(caseNo),
  };
};
