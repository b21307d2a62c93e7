/** OpennessStandard: a row of the directory of what is to be published, by whom and by when; and what a body owes by it (政务公开标准目录). */
import { Field, ID, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { createConnectionType } from "../../../platform/graphql/index.js";
import {
  OpennessClockStart,
  OpennessLevel,
  OpennessManner,
  OpennessUnit,
  type CheckedKind,
} from "./openness-standard.enums.js";

/** A time of publication as a rule. */
@SameForAll()
@ObjectType({ description: "A time of publication as a rule (公开时限规则)." })
export class OpennessDueRule {
  @Field(() => Int, { description: "How many (数量)." })
  amount: number;

  @Field(() => OpennessUnit, { description: "Of which unit (单位)." })
  unit: OpennessUnit;

  @Field(() => OpennessClockStart, { description: "What starts the clock; its day does not count (起算)." })
  from: OpennessClockStart;
}

/** A standard; its fields are the columns of the national directories. */
@SameForAll()
@ObjectType({ description: "What is to be published, by whom and by when: a row of the directory (政务公开标准)." })
export class OpennessStandard {
  @Field(() => ID, { description: "Code of the row (标准编号)." })
  code: string;

  @Field(() => String, { description: "Topic (一级事项)." })
  topic: string;

  @Field(() => String, { description: "Item of the topic (二级事项)." })
  item: string;

  @Field(() => String, { description: "What is published (公开内容)." })
  content: string;

  @Field(() => [String], { description: "On what that rests, at most ten (公开依据)." })
  basis: string[];

  @Field(() => String, { description: "By when, in words (公开时限)." })
  due: string;

  @Field(() => OpennessDueRule, {
    nullable: true,
    description: "By when, as a rule; absent where the words give no span (公开时限规则).",
  })
  dueRule?: OpennessDueRule;

  @Field(() => String, {
    nullable: true,
    description: "Who publishes, by a word of the body's name; absent where every body does (公开主体).",
  })
  publisher?: string;

  @Field(() => [String], { description: "Where, at most ten (公开渠道和载体)." })
  channels: string[];

  @Field(() => String, { description: "For whom (公开对象)." })
  audience: string;

  @Field(() => OpennessManner, { description: "How (公开方式)." })
  manner: OpennessManner;

  @Field(() => [OpennessLevel], { description: "At which levels (公开层级)." })
  levels: OpennessLevel[];

  @Field(() => Boolean, {
    description: "False where the documents of the graph do not tell whether it was kept (是否可核查).",
  })
  checkable: boolean;

  checkedKind?: CheckedKind;
}

/** What a body owes by a standard in a quarter. */
@ObjectType({ description: "What a body owes by a standard, of what it made in a quarter (公开缺口)." })
export class OpennessGap {
  @Field(() => OpennessStandard, { description: "The standard (标准)." })
  standard: OpennessStandard;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many are not published though their day is over; absent where the standard is not checkable, and for those who may not know of unpublished documents of the body (应公开而未公开数).",
  })
  missing?: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many were published too late, and those of `missing`; absent where the standard is not checkable (逾期数).",
  })
  overdue?: number;

  /** Index numbers of the samples. */
  sampled: readonly string[];
}

/** A page of standards. */
export const OpennessStandardConnection = createConnectionType(
  "OpennessStandard",
  () => OpennessStandard,
  "政务公开标准",
);
