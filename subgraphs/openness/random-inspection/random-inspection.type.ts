/** RandomInspection: a plan, a draw that anyone can recompute, and what came of it (双随机抽查). */
import { Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, createConnectionType } from "../../../platform/graphql/index.js";
import { EnforcementResult } from "../enforcement-record/enforcement-record.enums.js";
import { RegulatoryArea } from "../regulatory-notice/regulatory-area.js";

/** An inspection. Public from the publication of its plan on; what was drawn, from that of the results on. */
@Directive('@key(fields: "no")')
@OwnedRecord({ agency: "organUscc", division: "divisionCode" })
@ObjectType({ description: "A random inspection: enterprises and inspectors are drawn by lot (双随机抽查)." })
export class RandomInspection {
  @Field(() => ID, { description: "Number (抽查计划编号)." })
  no: string;

  @Field(() => String, { description: "Title (抽查任务名称)." })
  title: string;

  @Field(() => RegulatoryArea, { description: "Area (监管领域)." })
  area: RegulatoryArea;

  @ListSize(50)
  @Field(() => [String], { description: "What is inspected, at most 50 (抽查事项)." })
  items: string[];

  @Field(() => DateScalar, { description: "First planned day (计划开始日期)." })
  plannedFrom: string;

  @Field(() => DateScalar, { description: "Last planned day (计划结束日期)." })
  plannedTo: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Day on which the plan was published; absent while its body and supervisors alone know of it (计划公布日期).",
  })
  publishedOn?: string;

  @Field(() => Int, { description: "How many enterprises are drawn (抽取数量)." })
  objectCount: number;

  @Field(() => Int, { description: "How many inspectors each is drawn (每户检查人员数)." })
  inspectorsEach: number;

  @Field(() => Int, { description: "Among how many enterprises (名录库数量)." })
  candidateCount: number;

  @Field(() => String, {
    description:
      "SHA-256 of the ids of these enterprises, sorted by bytes and joined by line feeds: with it the body binds itself before the draw (名录库哈希).",
  })
  candidateListHash: string;

  @Field(() => String, { description: "The same of the certificates of inspectors (检查人员名录哈希)." })
  inspectorListHash: string;

  @Field(() => String, { description: "Public source of randomness, named before its value is known (公共随机源)." })
  sourceName: string;

  @Field(() => String, { description: "Which of its values counts (期号)." })
  sourceReference: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the draw (抽取日期)." })
  drawnOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the results were published (结果公布日期)." })
  resultsOn?: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
  candidateIds: string[];
  inspectorNumbers: string[];
  sourceValue?: string;
}

/** All that is needed to recompute the draw. */
@ObjectType({ description: "What is needed to recompute the draw of an inspection (抽取验证信息)." })
export class InspectionDraw {
  @Field(() => String, { description: "Name of the procedure (算法名称)." })
  algorithm: string;

  @Field(() => String, {
    description:
      "The procedure in Chinese (算法说明): the market's draw once for each enterprise among those not drawn yet, with the project number <no>/<place>, the first place being 1; then for each inspector of an enterprise among those not drawn for it yet, with <no>/<place>/<1, 2, …>.",
  })
  algorithmDescription: string;

  @Field(() => String, { description: "The value that the public source gave (随机源取值)." })
  sourceValue: string;

  @ListSize(1000)
  @Field(() => [ID], { description: "Ids of the enterprises among which was drawn, at most 1000 (名录库)." })
  candidateIds: readonly string[];

  @ListSize(1000)
  @Field(() => [ID], {
    description: "Certificates of the inspectors among whom was drawn, at most 1000 (检查人员名录).",
  })
  inspectorNumbers: readonly string[];

  @Field(() => Boolean, {
    description: "True where enterprises and inspectors follow from lists and value when recomputed (是否可复算).",
  })
  verified: boolean;
}

/** An enterprise that was drawn. */
@ObjectType({ description: "An enterprise that was drawn, with what came of its inspection (抽查结果)." })
export class InspectedObject {
  @Field(() => Int, { description: "Place in the order of the draw, from 1 on (抽取顺序)." })
  position: number;

  @Field(() => EnforcementResult, {
    nullable: true,
    description: "What came of it; absent while it is not done (抽查结果).",
  })
  result?: EnforcementResult;

  @Field(() => DateScalar, { nullable: true, description: "Day of the inspection (检查日期)." })
  inspectedOn?: string;

  objectId: string;
  inspectors: string[];
  inspectionNo: string;
}

/** A page of inspections. */
export const RandomInspectionConnection = createConnectionType(
  "RandomInspection",
  () => RandomInspection,
  "双随机抽查",
);
