/** The machine of a matter's publishing (发布状态): drafted, reviewed by somebody else, published or sent back; a change is a version of its own. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD, type Guard } from "../../../platform/machine/index.js";

/** Editorial status of a matter. */
export enum EditorialStatus {
  DRAFT = "DRAFT",
  SUBMITTED = "SUBMITTED",
  IN_REVIEW = "IN_REVIEW",
  REJECTED = "REJECTED",
  APPROVED = "APPROVED",
  PUBLISHED = "PUBLISHED",
  WITHDRAWN = "WITHDRAWN",
}

/** What happens to a version of a matter. */
export type EditorialEvent = "FINISH" | "SUBMIT" | "APPROVE" | "REJECT" | "REVISE" | "PUBLISH" | "WITHDRAW";

/** What its guards look at. */
export interface EditorialGuardFacts {
  /** Rules of the publishing gate that it breaks and that must be mended before publication (QualitySeverity ERROR). */
  readonly errors: readonly string[];
  /** True where whoever acts wrote of it. */
  readonly isAuthor: boolean;
  /** True where the matter still stands at the version from which it was written. */
  readonly isCurrent: boolean;
  /** Codes of intermediary services that it demands and of which nobody showed that they are listed; none where absent. */
  readonly unlisted?: readonly string[];
  readonly reasons?: string;
}

const BASIS = basisOfProcedure("MATTER-TABLES");
const { DRAFT, SUBMITTED, IN_REVIEW, REJECTED, APPROVED, PUBLISHED, WITHDRAWN } = EditorialStatus;

const NO_ERRORS: Guard<EditorialGuardFacts> = {
  reason: "ERRORS_LEFT",
  en: "no finding that must be mended before publication",
  holds: ({ errors }) => errors.length === 0,
  missing: ({ errors }) => errors,
};

/** 优化营商环境条例 第四十三条: a service that is not listed may not be a condition of an approval. */
const LISTED: Guard<EditorialGuardFacts> = {
  reason: "DEMANDED_SERVICE_NOT_LISTED",
  en: "a pass of the list for each intermediary service that it demands",
  holds: ({ unlisted = [] }) => unlisted.length === 0,
  missing: ({ unlisted = [] }) => unlisted,
};

const ANOTHER_PERSON: Guard<EditorialGuardFacts> = {
  reason: "OWN_DRAFT",
  en: "somebody who did not write of it",
  holds: ({ isAuthor }) => !isAuthor,
};

const MATTER_UNCHANGED: Guard<EditorialGuardFacts> = {
  reason: "MATTER_CHANGED",
  en: "the matter as it was when the draft was begun",
  holds: ({ isCurrent }) => isCurrent,
};

/** Way of a version of a matter to the public. */
export const PUBLISHING = defineMachine<EditorialStatus, EditorialEvent, EditorialGuardFacts>({
  name: "EditorialStatus",
  title: "Publishing of a matter 事项发布",
  states: {
    DRAFT: { zh: "草稿", en: "Draft" },
    SUBMITTED: { zh: "待提交", en: "To be submitted" },
    IN_REVIEW: { zh: "待审核", en: "In review" },
    REJECTED: { zh: "驳回", en: "Rejected" },
    APPROVED: { zh: "审核通过", en: "Reviewed, to be published" },
    PUBLISHED: { zh: "已发布", en: "Published", terminal: true },
    WITHDRAWN: { zh: "已撤回", en: "Given up before it was published", terminal: true },
  },
  initial: DRAFT,
  transitions: [
    { event: "REVISE", from: [DRAFT, SUBMITTED, REJECTED], to: DRAFT, actors: ["OFFICER"], basis: BASIS },
    { event: "FINISH", from: [DRAFT], to: SUBMITTED, actors: ["OFFICER"], guards: [NO_ERRORS, LISTED], basis: BASIS },
    { event: "SUBMIT", from: [SUBMITTED], to: IN_REVIEW, actors: ["OFFICER"], basis: BASIS },
    {
      event: "APPROVE",
      from: [IN_REVIEW],
      to: APPROVED,
      actors: ["OFFICER", "PUBLISHER"],
      guards: [ANOTHER_PERSON, MATTER_UNCHANGED, NO_ERRORS, LISTED],
      basis: BASIS,
    },
    {
      event: "REJECT",
      from: [IN_REVIEW, APPROVED],
      to: REJECTED,
      actors: ["OFFICER", "PUBLISHER"],
      guards: [ANOTHER_PERSON, REASONS_TOLD],
      basis: BASIS,
    },
    {
      event: "PUBLISH",
      from: [APPROVED],
      to: PUBLISHED,
      actors: ["PUBLISHER"],
      guards: [ANOTHER_PERSON, MATTER_UNCHANGED, NO_ERRORS, LISTED],
      basis: BASIS,
      sets: ["publishedOn"],
    },
    {
      event: "WITHDRAW",
      from: [DRAFT, SUBMITTED, IN_REVIEW, REJECTED, APPROVED],
      to: WITHDRAWN,
      actors: ["OFFICER"],
      guards: [REASONS_TOLD],
      basis: BASIS,
    },
  ],
});

describeEnum(EditorialStatus, PUBLISHING.name, "Editorial status of a matter (发布状态).", describedStates(PUBLISHING));
