/** Root fields, clocks and links of requests for information. */
import {
  Arg,
  Args,
  Closed,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { Deadline, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { DisclosureRequestFilter } from "./disclosure-request.input.js";
import {
  DisclosureRequest,
  DisclosureRequestConnection,
  REQUEST_CLOSURE,
  ThirdPartyConsultation,
} from "./disclosure-request.type.js";

@Resolver(() => DisclosureRequest)
export class DisclosureRequestResolver {
  @Query(() => DisclosureRequest, {
    nullable: true,
    description:
      "A request for information by number, for the applicant, the agency and its supervisors (政府信息公开申请).",
  })
  disclosureRequest(
    @Ctx() { services }: OpennessContext,
    @Arg("requestNo", () => ID, { description: "Number (申请编号)." }) requestNo: string,
  ): Promise<DisclosureRequest | undefined> {
    return services.disclosureRequests.find(requestNo);
  }

  @Query(() => DisclosureRequestConnection, {
    nullable: true,
    description:
      "Requests for information that you made, or that the agency received for which you serve, the last one first (政府信息公开申请列表).",
  })
  async disclosureRequests(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => DisclosureRequestFilter, { nullable: true, description: "Which requests (筛选)." })
    filter?: DisclosureRequestFilter,
  ): Promise<ConnectionShape<DisclosureRequest>> {
    return toConnection(await services.disclosureRequests.list(filter ?? {}, page));
  }

  @Closed(REQUEST_CLOSURE)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description: "Limit of the answer, L09: anew once it was made clear, without the time of third parties (答复期限).",
  })
  deadline(@Root() request: DisclosureRequest, @Ctx() { services }: OpennessContext): Promise<Deadline | undefined> {
    return services.disclosureRequests.deadline(request);
  }

  @Closed(REQUEST_CLOSURE)
  @FieldResolver(() => Deadline, {
    nullable: true,
    description: "Limit of the notice of what is unclear, L10 (补正告知期限).",
  })
  noticeDeadline(@Root() request: DisclosureRequest, @Ctx() { services }: OpennessContext): Deadline | undefined {
    return services.disclosureRequests.noticeDeadline(request);
  }

  @Closed(REQUEST_CLOSURE)
  @FieldResolver(() => [ThirdPartyConsultation], {
    nullable: true,
    description: "Third parties that were asked, in their order, at most ten (征求第三方意见).",
  })
  async thirdParties(
    @Root() { requestNo, subject, agencyUscc, divisionCode }: DisclosureRequest,
    @Ctx() { services }: OpennessContext,
  ): Promise<ThirdPartyConsultation[]> {
    const asked = await services.disclosureRequests.consultations(requestNo);
    return asked.map((consultation) => ({ ...consultation, subject, agencyUscc, divisionCode }));
  }

  @Closed(REQUEST_CLOSURE)
  @FieldResolver(() => Organization, { nullable: true, description: "Agency that answers (答复机关)." })
  agency(@Root() { agencyId }: DisclosureRequest): Organization {
    return { id: agencyId };
  }

  @Closed(REQUEST_CLOSURE)
  @FieldResolver(() => PublicDocument, {
    nullable: true,
    description: "Public document in which the information is (答复所指的公开文件).",
  })
  async document(
    @Root() { indexNo }: DisclosureRequest,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return indexNo === undefined ? undefined : services.publicDocuments.find(indexNo);
  }
}
