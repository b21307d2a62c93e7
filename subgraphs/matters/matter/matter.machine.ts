/** The machine of a matter's publishing (发布状态): drafted, reviewed, published or sent back; a change is a version of its own. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";

/** Editorial status of a matter. */
export enum EditorialStatus {
  DRAFT = "DRAFT",
  SUBMITTED = "SUBMITTED",
  IN_REVIEW = "IN_REVIEW",
  REJECTED = "REJECTED",
  PUBLISHED = "PUBLISHED",
}

/** What happens to a version of a matter. */
export type EditorialEvent = "FINISH" | "SUBMIT" | "REJECT" | "REVISE" | "PUBLISH";

/** What its guards look at. */
export interface EditorialGuardFacts {
  /** Findings about its quality that must be mended before publication (QualitySeverity ERROR). */
  readonly errors: number;
  readonly reasons?: string;
}

const BASIS = basisOfProcedure("MATTER-TABLES");
const { DRAFT, SUBMITTED, IN_REVIEW, REJECTED, PUBLISHED } = EditorialStatus;

/** Way of a version of a matter to the public. */
export const PUBLISHING = defineMachine<EditorialStatus, EditorialEvent, EditorialGuardFacts>({
  name: "EditorialStatus",
  title: "Publishing of a matter 事项发布",
  states: {
    DRAFT: { zh: "草稿", en: "Draft" },
    SUBMITTED: { zh: "待提交", en: "To be submitted" },
    IN_REVIEW: { zh: "待审核", en: "In review" },
    REJECTED: { zh: "驳回", en: "Rejected" },
    PUBLISHED: { zh: "已发布", en: "Published", terminal: true },
  },
  initial: DRAFT,
  transitions: [
    { event: "FINISH", from: [DRAFT], to: SUBMITTED, actors: ["OFFICER"], basis: BASIS },
    { event: "SUBMIT", from: [SUBMITTED], to: IN_REVIEW, actors: ["OFFICER"], basis: BASIS },
    {
      event: "REJECT",
      from: [IN_REVIEW],
      to: REJECTED,
      actors: ["PUBLISHER"],
      guards: [REASONS_TOLD],
      basis: BASIS,
    },
    { event: "REVISE", from: [REJECTED], to: DRAFT, actors: ["OFFICER"], basis: BASIS },
    {
      event: "PUBLISH",
      from: [IN_REVIEW],
      to: PUBLISHED,
      actors: ["PUBLISHER"],
      guards: [
        {
          reason: "ERRORS_LEFT",
          en: "no finding that must be mended before publication",
          holds: ({ errors }) => errors === 0,
        },
      ],
      basis: BASIS,
    },
  ],
});

describeEnum(EditorialStatus, PUBLISHING.name, "Editorial status of a matter (发布状态).", describedStates(PUBLISHING));
