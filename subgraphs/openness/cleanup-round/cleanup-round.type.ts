/** CleanupRound: a body goes through its normative documents, and says which it keeps, amends and repeals (规范性文件清理). */
import { Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DocumentNumberScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { CleanupOutcomeKind } from "./cleanup-round.enums.js";

/** A round. Public from the publication of its result on. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "organUscc", division: "divisionCode" })
@ObjectType({ description: "A round in which a body goes through its documents (规范性文件清理)." })
export class CleanupRound {
  @Field(() => ID, { description: "Id (清理编号)." })
  id: string;

  @Field(() => String, { description: "Title (标题)." })
  title: string;

  @Field(() => String, { description: "Which documents it goes through (清理范围)." })
  scope: string;

  @Field(() => DateScalar, { description: "Day on which it began (启动日期)." })
  startedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which its result was decided (审定日期)." })
  decidedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Day on which its result was published; absent while its body and supervisors alone know of it (公布日期).",
  })
  publishedOn?: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** What a round decided of a document. Whoever knows of the round knows of it. */
@ObjectType({ description: "What a round of clean-up decided of a document (清理结果)." })
export class CleanupOutcome {
  @Field(() => CleanupOutcomeKind, { description: "What it decided (清理结果)." })
  kind: CleanupOutcomeKind;

  @Field(() => String, { description: "Title of the document, as the list has it (文件名称)." })
  title: string;

  @Field(() => DocumentNumberScalar, { nullable: true, description: "Its number, as the list has it (发文字号)." })
  documentNo?: string;

  @Field(() => String, { nullable: true, description: "Why (理由)." })
  reason?: string;

  roundId: string;
  indexNo: string;
}

/** How many documents a round kept, amended and repealed. */
@ObjectType({ description: "How many documents a round kept, amended and repealed (清理结果统计)." })
export class CleanupCounts {
  @Field(() => Int, { description: "Kept as they are (继续有效件数)." })
  kept: number;

  @Field(() => Int, { description: "Amended (修改件数)." })
  amended: number;

  @Field(() => Int, { description: "Repealed (废止、失效件数)." })
  repealed: number;
}

/** A page of rounds. */
export const CleanupRoundConnection = createConnectionType("CleanupRound", () => CleanupRound, "规范性文件清理");

/** A page of outcomes. */
export const CleanupOutcomeConnection = createConnectionType("CleanupOutcome", () => CleanupOutcome, "清理结果");
