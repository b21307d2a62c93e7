/** The root field `me`; services add fields to it by resolving it too. */
import { Ctx, Directive, Query, Resolver } from "../../../platform/graphql/classes/index.js";
import type { Viewer } from "../../../platform/auth/index.js";
import { Me, ViewerKind } from "./me.type.js";

@Resolver(() => Me)
export class MeResolver {
  @Directive("@shareable")
  @Query(() => Me, { nullable: true, description: "The signed-in viewer; null for an anonymous one (当前用户)." })
  me(@Ctx() { viewer }: { viewer: Viewer }): Me | undefined {
    if (viewer.kind === "anonymous") return undefined;
    return {
      kind: viewer.kind === "person" ? ViewerKind.PERSON : ViewerKind.CLIENT,
      username: viewer.username,
      roles: [...viewer.roles],
      scopes: [...viewer.scopes],
      divisionCode: viewer.divisionCode,
      agency: viewer.agencyUscc === undefined ? undefined : { id: `CN-USCC-${viewer.agencyUscc}` },
      representedOrganization: viewer.subjectUscc === undefined ? undefined : { id: `CN-USCC-${viewer.subjectUscc}` },
    };
  }
}
