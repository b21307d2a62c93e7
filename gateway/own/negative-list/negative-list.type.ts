/** NegativeListEntry: a field that is not open, with why, on which basis, until when and for whom (不予公开清单). */
import { Field, ObjectType, registerEnumType } from "../../../platform/graphql/classes/index.js";
import {
  type Mask,
  MASK_TEXTS,
  MASKS,
  type Reason,
  REASON_TEXTS,
  REASONS,
  type Text,
  type Tier,
  TIER_TEXTS,
  TIERS,
} from "../../../platform/disclosure/vocabulary/index.js";
import { createConnectionType, DateScalar } from "../../../platform/graphql/index.js";
import { Organization } from "../me/me.type.js";

const enumOf = <Value extends string>(values: readonly Value[]): Readonly<Record<Value, Value>> =>
  Object.fromEntries(values.map((value) => [value, value])) as Readonly<Record<Value, Value>>;

const described = <Value extends string>(
  texts: Readonly<Record<Value, Text>>,
): Partial<Record<Value, { description: string }>> =>
  Object.fromEntries(
    (Object.entries(texts) as [Value, Text][]).map(([value, { en, zh }]) => [
      value,
      { description: `${en.charAt(0).toUpperCase()}${en.slice(1)} (${zh}).` },
    ]),
  ) as Partial<Record<Value, { description: string }>>;

/** Audiences as the graph names them. */
export const Audience = enumOf(TIERS);
registerEnumType(Audience, {
  name: "Audience",
  description: "Audience of a field that is not open (公开范围).",
  valuesConfig: described(TIER_TEXTS),
});

/** Reasons as the graph names them. */
export const ClosureReason = enumOf(REASONS);
registerEnumType(ClosureReason, {
  name: "ClosureReason",
  description:
    "Reason for not disclosing, Regulations on Open Government Information articles 14 to 16 (不予公开理由).",
  valuesConfig: described(REASON_TEXTS),
});

/** Masks as the graph names them. */
export const MaskRule = enumOf(MASKS);
registerEnumType(MaskRule, {
  name: "MaskRule",
  description: "Rule by which a value is shown in part (脱敏规则).",
  valuesConfig: described(MASK_TEXTS),
});

/** One entry of the negative list. */
@ObjectType({ description: "A field that is not open to everyone, and why (不予公开清单条目)." })
export class NegativeListEntry {
  @Field(() => String, { description: "Subgraph that keeps the field (所属服务)." })
  subgraph: string;

  @Field(() => String, { description: "Type of the graph (类型)." })
  type: string;

  @Field(() => String, { description: "Field of the type (字段)." })
  field: string;

  @Field(() => [Audience], { description: "Who reads it; empty where only `requires` decides (公开范围)." })
  tiers: readonly Tier[];

  @Field(() => ClosureReason, { description: "Why it is not open (不予公开理由)." })
  reason: Reason;

  @Field(() => String, { description: "Law and article (法律依据)." })
  basis: string;

  @Field(() => DateScalar, { nullable: true, description: "Day by which the closure is reviewed (复审期限)." })
  until?: string;

  @Field(() => MaskRule, { nullable: true, description: "How the public sees a part of it (脱敏规则)." })
  mask?: Mask;

  @Field(() => [String], { description: "What a reader must bring besides, such as `scope credit.read` (附加条件)." })
  requires: readonly string[];

  @Field(() => String, { description: "Who answers for it (责任单位)." })
  owner: string;

  @Field(() => Organization, { nullable: true, description: "Who answers for it, in the graph (责任单位)." })
  ownerOrganization?: Organization;

  @Field(() => Boolean, {
    description: "True if the day of review has passed; the field stays closed (是否逾期未复审).",
  })
  overdue: boolean;
}

/** A page of the negative list. */
export const NegativeListConnection = createConnectionType(
  "NegativeListEntry",
  () => NegativeListEntry,
  "不予公开清单条目",
);
