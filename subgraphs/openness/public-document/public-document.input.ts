/** What lists of documents can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar, DocumentNumberScalar } from "../../../platform/graphql/index.js";
import { DocumentGenre } from "./public-document.enums.js";

/** Filter of documents. */
@InputType({ description: "Which documents (公开文件筛选)." })
export class PublicDocumentFilter {
  @Field(() => [DocumentGenre], { nullable: true, description: "Of one of these genres (体裁)." })
  genres?: DocumentGenre[];

  @Field(() => DocumentNumberScalar, {
    nullable: true,
    description: "With this number, in any of its spellings; several can share one (发文字号).",
  })
  documentNo?: string;

  @Field(() => ID, { nullable: true, description: "Of this issuer (发布机构)." })
  issuer?: string;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of issuers in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => String, { nullable: true, description: "Of this topic, by its name (主题分类)." })
  topic?: string;

  @Field(() => Boolean, { nullable: true, description: "Normative documents alone, or the others (是否规范性文件)." })
  normative?: boolean;

  @Field(() => DateScalar, { nullable: true, description: "In force on this day (在该日有效)." })
  inForceOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Issued on this day or later (成文日期起)." })
  createdFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Issued on this day or before (成文日期止)." })
  createdTo?: string;
}
