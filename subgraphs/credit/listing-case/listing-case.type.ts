/** ListingCase: how a body comes on a list, by notice, defence and decision (列入名单办理); the public is told of the entry alone. */
import {
  Closed,
  Directive,
  Field,
  ID,
  ObjectType,
  OwnedRecord,
  Tag,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, createConnectionType } from "../../../platform/graphql/index.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import { ListingState } from "./listing-case.machine.js";

/** Who reads a case of listing: the body, the authority and supervisors. */
export const LISTING_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "ENFORCEMENT_FILE",
  basis: "OGI-2019-16",
};

/** A case. */
@Directive('@key(fields: "no")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@Tag("signed-in")
@ObjectType({ description: "How a body comes on a list: notice, defence, decision (列入名单办理)." })
export class ListingCase {
  @Field(() => ID, { description: "Number (办理编号)." })
  no: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => ListingState, { nullable: true, description: "Where it stands (办理状态)." })
  state?: ListingState;

  @Closed(LISTING_CLOSURE)
  @Field(() => String, { nullable: true, description: "Name of the list (名单名称)." })
  list?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => ListKind, { nullable: true, description: "Kind of list (名单类型)." })
  kind?: ListKind;

  @Closed(LISTING_CLOSURE)
  @Field(() => String, { nullable: true, description: "Law on which the list rests (名单依据)." })
  basisLaw?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => String, { nullable: true, description: "Why (列入事由)." })
  reason?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the prior notice (事先告知日期)." })
  priorNoticeOn?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => Deadline, {
    nullable: true,
    description: "Until when the body may state and defend before a decision without it (陈述申辩期限).",
  })
  defenceDeadline?: Deadline;

  @Closed(LISTING_CLOSURE)
  @Field(() => String, { nullable: true, description: "What the body said (陈述申辩意见)." })
  statement?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day on which it said so (陈述申辩日期)." })
  statedOn?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (决定日期)." })
  decidedOn?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => String, { nullable: true, description: "Reasons of the decision (决定理由)." })
  decision?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => String, {
    nullable: true,
    description: "What was told of review and lawsuit, with a decision to list (救济途径).",
  })
  remedy?: string;

  @Closed(LISTING_CLOSURE)
  @Field(() => String, { nullable: true, description: "Number of the decision to list (认定文书号)." })
  decisionDocNo?: string;

  version: number;
  measureCodes: readonly string[];
  entryId?: string;
  subject: string;
  subjectId: string;
  authorityId: string;
  authorityUscc: string;
  divisionCode: string;
}

/** A page of cases. */
export const ListingCaseConnection = createConnectionType("ListingCase", () => ListingCase, "列入名单办理");
