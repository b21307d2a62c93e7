/** What of an app's webhook is read apart from it. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import { MOST_SET_ASIDE, type SetAside } from "../../../platform/webhooks/index.js";
import type { ReferenceContext } from "../context.js";
import { AppWebhook, WebhookSetAside } from "./webhook.type.js";

@Resolver(() => AppWebhook)
export class WebhookResolver {
  @FieldResolver(() => String, { description: "Address to which they are posted (推送地址)." })
  url(@Root() { address }: AppWebhook): string {
    return address;
  }

  @ListSize(MOST_SET_ASIDE)
  @FieldResolver(() => [WebhookSetAside], {
    description: "What was not taken in all its tries, the latest first, at most 100 (未送达的变更).",
  })
  setAside(@Root() { clientId }: AppWebhook, @Ctx() { services }: ReferenceContext): Promise<SetAside[]> {
    return services.webhooks.listSetAside(clientId);
  }
}
