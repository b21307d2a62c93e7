/** Links of items of lists, and of findings about them: laws and matters. */
import { FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { ServiceMatter } from "../service-matter/service-matter.type.js";
import { AgencyListItem, PowerListFinding } from "./agency-list.type.js";

@Resolver(() => AgencyListItem)
export class AgencyListItemResolver {
  @ListSize(20)
  @FieldResolver(() => [LegalBasis], {
    nullable: "itemsAndList",
    description: "Articles on which it rests, at most 20 (设定依据).",
  })
  basis(@Root() { basisIds }: AgencyListItem): LegalBasis[] {
    return basisIds.slice(0, 20).map((id) => ({ id }));
  }
}

@Resolver(() => PowerListFinding)
export class PowerListFindingResolver {
  @ListSize(20)
  @FieldResolver(() => [ServiceMatter], {
    nullable: "itemsAndList",
    description: "Matters that it is about, by id, at most 20 (相关事项).",
  })
  matters(@Root() { matterIds }: PowerListFinding): ServiceMatter[] {
    return matterIds.slice(0, 20).map((id) => ({ id }));
  }
}
