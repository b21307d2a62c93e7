/** The machine of a licence's publicity (双公示, L12): published, withdrawn where the licence was revoked; on which state a day falls is computed in licence.status.ts. Pure. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  isStated,
  REASONS_TOLD,
  type Transition,
} from "../../../platform/machine/index.js";

/** Where publicity of a licence stands. */
export enum LicencePublicity {
  NOT_PUBLISHED = "NOT_PUBLISHED",
  PUBLISHED = "PUBLISHED",
  WITHDRAWN = "WITHDRAWN",
}

/** What happens to it. */
export type LicenceEvent = "PUBLISH" | "REVOKE_DECISION" | "WITHDRAW";

/** What its guards look at. */
export interface LicenceGuardFacts {
  /** True for records that a law seals, or that may be a minor's. */
  readonly sealed: boolean;
  /** True where it is on record that the licence was revoked. */
  readonly decisionRevoked: boolean;
  readonly reasons?: string;
  /** Number of the document by which it was revoked. */
  readonly revocationNo?: string;
}

const { NOT_PUBLISHED, PUBLISHED, WITHDRAWN } = LicencePublicity;

/** That a licence was revoked is recorded by its document, by officers; publishers withdraw by that record. */
const revokedIn = (state: LicencePublicity): Transition<LicencePublicity, LicenceEvent, LicenceGuardFacts> => ({
  event: "REVOKE_DECISION",
  from: [state],
  to: state,
  actors: ["OFFICER"],
  guards: [
    REASONS_TOLD,
    {
      reason: "REVOKED_BEFORE",
      en: "no revocation is on record yet",
      holds: (facts) => !facts.decisionRevoked,
    },
    { reason: "DOCUMENT_NEEDED", en: "number of the revocation", holds: ({ revocationNo }) => isStated(revocationNo) },
  ],
  basis: basisOfProcedure("LICENCE-REVOCATION"),
  sets: ["revokedOn", "revocationNo"],
});

/** Life of a licence's publicity. */
export const LICENCE_PUBLICITY = defineMachine<LicencePublicity, LicenceEvent, LicenceGuardFacts>({
  name: "LicencePublicity",
  title: "Publicity of a licence 行政许可公示",
  states: {
    NOT_PUBLISHED: { zh: "未公示", en: "Not published" },
    PUBLISHED: { zh: "公示中", en: "Published, whether it is still valid or not" },
    WITHDRAWN: { zh: "已撤回", en: "Withdrawn because the licence was revoked", terminal: true },
  },
  initial: NOT_PUBLISHED,
  transitions: [
    {
      event: "PUBLISH",
      from: [NOT_PUBLISHED],
      to: PUBLISHED,
      actors: ["PUBLISHER"],
      guards: [
        { reason: "SEALED_RECORD", en: "no record that a law seals", holds: ({ sealed }) => !sealed },
        { reason: "DECISION_REVOKED", en: "the decision stands", holds: ({ decisionRevoked }) => !decisionRevoked },
      ],
      basis: basisOfLimit("L12"),
      limit: "L12",
      sets: ["publishedOn"],
    },
    ...[NOT_PUBLISHED, PUBLISHED].map(revokedIn),
    {
      event: "WITHDRAW",
      from: [NOT_PUBLISHED, PUBLISHED],
      to: WITHDRAWN,
      actors: ["PUBLISHER"],
      guards: [
        {
          reason: "DECISION_NOT_REVOKED",
          en: "the decision was revoked",
          holds: ({ decisionRevoked }) => decisionRevoked,
        },
      ],
      basis: basisOfLimit("L12"),
      sets: ["withdrawnOn", "withdrawReason"],
    },
  ],
  computed: "Computed for a day from what happened; time ends nothing, a licence that is valid no more stays public.",
});

describeEnum(
  LicencePublicity,
  LICENCE_PUBLICITY.name,
  "Where publicity of a licence stands on the day of the request (行政许可公示状态).",
  describedStates(LICENCE_PUBLICITY),
);
