/** Root fields of documents, and the ways from a document to others. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  Cached,
  DateScalar,
  ListSize,
  PageArgs,
  searchWords,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { DocumentValidity, PublicDocumentOrder } from "./public-document.enums.js";
import { PublicDocumentFilter } from "./public-document.input.js";
import { DocumentRelation, PublicDocument, PublicDocumentConnection } from "./public-document.type.js";

@Resolver(() => PublicDocument)
export class PublicDocumentResolver {
  @Cached(60)
  @Query(() => PublicDocument, { nullable: true, description: "A document by index number (按信息索引号查文件)." })
  publicDocument(
    @Ctx() { services }: OpennessContext,
    @Arg("indexNo", () => ID, { description: "Index number (信息索引号)." }) indexNo: string,
  ): Promise<PublicDocument | undefined> {
    return services.publicDocuments.find(indexNo);
  }

  @Cached(60)
  @Query(() => PublicDocumentConnection, {
    nullable: true,
    description:
      "Documents, the latest first; the best match first where words of title or text, or a document number, are searched (公开文件列表).",
  })
  async publicDocuments(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description:
        "Words of title or text, a document number in any spelling, or the beginning of an index number (搜索词).",
    })
    search?: string,
    @Arg("filter", () => PublicDocumentFilter, { nullable: true, description: "Which (筛选)." })
    filter?: PublicDocumentFilter,
    @Arg("orderBy", () => PublicDocumentOrder, {
      nullable: true,
      defaultValue: PublicDocumentOrder.ISSUED,
      description: "Order (排序).",
    })
    orderBy: PublicDocumentOrder = PublicDocumentOrder.ISSUED,
  ): Promise<ConnectionShape<PublicDocument>> {
    return toConnection(
      await services.publicDocuments.list({ search: searchWords(search), filter: filter ?? undefined, orderBy }, page),
    );
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that issued it; absent where the graph does not have it (发布机构).",
  })
  issuer(@Root() { issuerId }: PublicDocument): Organization | undefined {
    return issuerId === undefined ? undefined : { id: issuerId };
  }

  @FieldResolver(() => DocumentValidity, {
    description:
      "Whether it is in force on the day, by its own words and by what published documents say of it; today where no day is named (效力状况).",
  })
  validity(
    @Root() document: PublicDocument,
    @Ctx() { services }: OpennessContext,
    @Arg("on", () => DateScalar, { nullable: true, description: "Day (日期)." }) on?: string,
  ): Promise<DocumentValidity> {
    return services.publicDocuments.validity(document, on ?? undefined);
  }

  @ListSize(100)
  @FieldResolver(() => [DocumentRelation], {
    description: "What it says of other documents, the latest effect first, at most 100 (本文件对其他文件的关系).",
  })
  relations(@Root() { indexNo }: PublicDocument, @Ctx() { services }: OpennessContext): Promise<DocumentRelation[]> {
    return services.publicDocuments.relations(indexNo);
  }

  @ListSize(100)
  @FieldResolver(() => [DocumentRelation], {
    description: "What published documents say of it, the latest effect first, at most 100 (其他文件对本文件的关系).",
  })
  relatedBy(@Root() { indexNo }: PublicDocument, @Ctx() { services }: OpennessContext): Promise<DocumentRelation[]> {
    return services.publicDocuments.relatedBy(indexNo);
  }
}

@Resolver(() => DocumentRelation)
export class DocumentRelationResolver {
  @FieldResolver(() => PublicDocument, { nullable: true, description: "The document that says it (所在文件)." })
  document(
    @Root() { indexNo }: DocumentRelation,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return services.publicDocuments.find(indexNo);
  }

  @FieldResolver(() => PublicDocument, {
    nullable: true,
    description: "The document of which it is said; absent where it is known by title and number alone (所涉文件).",
  })
  async other(
    @Root() { otherIndexNo }: DocumentRelation,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return otherIndexNo === undefined ? undefined : services.publicDocuments.find(otherIndexNo);
  }
}
