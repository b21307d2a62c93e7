/** PublicDocument: a document that government publishes, with the metadata of a document page (公开文件, 信息索引). */
import { Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DocumentNumberScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { DocumentGenre, DocumentRelationKind } from "./public-document.enums.js";

/** A document. Public from its publication on. */
@Directive('@key(fields: "indexNo")')
@OwnedRecord({ agency: "issuerUscc", division: "divisionCode", audited: true })
@ObjectType({ description: "A document that government publishes (公开文件)." })
export class PublicDocument {
  @Field(() => ID, {
    description:
      "Index number: code of the issuer, year and running number; for documents that have none, number and title (信息索引号).",
  })
  indexNo: string;

  @Field(() => DocumentNumberScalar, {
    nullable: true,
    description: "Document number; orders of different Presidents and offices share numbers (发文字号).",
  })
  documentNo?: string;

  @Field(() => String, { description: "Title (标题)." })
  title: string;

  @Field(() => String, { description: "Name of the body that issued it, as it stands on the document (发布机构名称)." })
  issuerName: string;

  @Field(() => DocumentGenre, { description: "Genre (体裁)." })
  genre: DocumentGenre;

  @Field(() => String, { description: "Topic (主题分类一级)." })
  topic: string;

  @Field(() => String, { nullable: true, description: "Topic within the topic (主题分类二级)." })
  subtopic?: string;

  @Field(() => [String], { description: "Keywords (主题词)." })
  keywords: string[];

  @Field(() => String, { nullable: true, description: "What it says, in short (内容概述)." })
  summary?: string;

  @Field(() => String, {
    nullable: true,
    description: "Text, a line for each paragraph; absent where the graph has the metadata alone (正文).",
  })
  body?: string;

  @Field(() => Boolean, {
    description: "True where it binds citizens and bodies generally and repeatedly (是否行政规范性文件).",
  })
  normative: boolean;

  @Field(() => DateScalar, { description: "Day on which it was issued (成文日期)." })
  createdOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while its issuer and their supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  @Field(() => DateScalar, { description: "First day in force (施行日期)." })
  validFrom: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day in force, as it says itself; absent where it names none (有效期至).",
  })
  validUntil?: string;

  issuerId?: string;
  issuerUscc?: string;
  divisionCode: string;
  version: number;
}

/** What a document says of another. */
@ObjectType({ description: "What a document says of another (文件关系)." })
export class DocumentRelation {
  @Field(() => DocumentRelationKind, { description: "What it does with it (关系类型)." })
  kind: DocumentRelationKind;

  @Field(() => DateScalar, { description: "First day of the effect (生效日期)." })
  effectiveOn: string;

  @Field(() => String, { nullable: true, description: "The part that is meant; absent for the whole (所涉条款)." })
  part?: string;

  @Field(() => String, { nullable: true, description: "Title of the other, as it is named (所涉文件名称)." })
  otherTitle?: string;

  @Field(() => DocumentNumberScalar, {
    nullable: true,
    description: "Number of the other, as it is named (所涉文件文号).",
  })
  otherDocumentNo?: string;

  indexNo: string;
  otherIndexNo?: string;
}

/** A page of documents. */
export const PublicDocumentConnection = createConnectionType("PublicDocument", () => PublicDocument, "公开文件");
