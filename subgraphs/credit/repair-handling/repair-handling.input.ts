/** Inputs of the verbs of repair. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { EvidenceKind } from "../repair-case/repair-case.enums.js";
import { RepairOutcome } from "./repair-handling.enums.js";

/** Most documents of an application. */
export const MOST_EVIDENCE = 20;

/** A document that is handed in. */
@InputType({ description: "A document that is handed in (提交材料)." })
export class EvidenceInput {
  @Field(() => EvidenceKind, { description: "Kind (材料类型)." })
  kind: EvidenceKind;

  @MaxLength(200)
  @Field(() => String, { description: "Title (材料名称)." })
  title: string;

  @MaxLength(1_000)
  @Field(() => ID, { nullable: true, description: "Receipt of your upload, where it comes as a file (文件编号)." })
  fileId?: string;

  @MaxLength(120)
  @Field(() => String, {
    nullable: true,
    description: "Name of the file, with an ending that fits its content; with `fileId` alone (文件名).",
  })
  fileName?: string;
}

/** An application for repair. */
@InputType({ description: "An application for repair (信用修复申请)." })
export class ApplyForRepairInput extends WriteInput {
  @Field(() => ID, { description: "Penalty or list entry that is to be repaired, by its id (修复对象编号)." })
  recordId: string;

  @Field(() => [EvidenceInput], { description: "Documents, at most 20 (提交材料)." })
  evidence: EvidenceInput[];
}

/** A step that needs no more than the case. */
@InputType({ description: "A step of a repair case (信用修复操作)." })
export class RepairStepInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the case (受理编号)." })
  no: string;
}

/** A step whose reason is told. */
@InputType({ description: "A step of a repair case with its reason (说明理由的信用修复操作)." })
export class ReasonedRepairInput extends RepairStepInput {
  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "Reason that is told (理由)." })
  reasons?: string;
}

/** Refusal of an application. */
@InputType({ description: "Refusal of a repair (不予受理或不予修复)." })
export class RefuseRepairInput extends ReasonedRepairInput {
  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "What is told of review and lawsuit (救济途径)." })
  remedy?: string;
}

/** Decision. */
@InputType({ description: "Decision of a repair case (信用修复决定)." })
export class DecideRepairInput extends RefuseRepairInput {
  @Field(() => RepairOutcome, { description: "REPAIRED or REFUSED (决定结果)." })
  outcome: RepairOutcome;
}

/** A finding that a repair rests on false statements. */
@InputType({ description: "A finding that a repair rests on false statements (查实虚假)." })
export class FindRepairFalseInput extends ReasonedRepairInput {
  @MaxLength(100)
  @Field(() => String, { description: "Number of the document of the finding (文书号)." })
  findingNo: string;
}
